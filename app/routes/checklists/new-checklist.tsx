import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { dayOf } from '#app/http/clock.ts';
import { attempt, readForm, showMistakes } from '#app/http/forms.ts';
import { useLocale, useT } from '#app/i18n/reader.tsx';
import { checklistForm } from '#app/modules/audits/audit-forms.ts';
import { listAudits } from '#app/modules/audits/audit-reading.server.ts';
import { makeChecklist } from '#app/modules/audits/checklist-making.server.ts';
import { checklistPath, checklistsPath } from '#app/modules/audits/paths.ts';
import { wholeRegister } from '#app/modules/documents/register/register.server.ts';
import { listUnits } from '#app/modules/organization/units.server.ts';
import { editions, usualEdition } from '#app/modules/standards/edition.ts';
import { authorize } from '#app/permissions/matrix.ts';
import { Actions, Button } from '#app/ui/button.tsx';
import { CheckboxesField } from '#app/ui/choice-field.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { SelectField, TextField } from '#app/ui/form-field.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { inTransaction } from '#db/unit-of-work.ts';
import { pageTitle } from '../page-title.ts';

export const meta = pageTitle('audits.checklist.new');

const askedKinds = [
  'procedure',
  'culture-rule',
  'work-instruction',
  'manual',
  'policy',
  'objective',
  'regulation',
];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await context.actor();
  authorize(actor, 'checklist.make');
  const { db } = context.services;
  const today = dayOf(context.now);
  const documents = await wholeRegister(db, actor, { on: today, state: 'in-force' });
  const { rows: audits } = await listAudits(db, actor, {});
  const units = await listUnits(db, actor, today);
  return {
    audit: new URL(request.url).searchParams.get('audit') ?? '',
    audits: audits
      .filter((audit) => audit.state !== 'reported' && audit.state !== 'closed')
      .map(({ id, number, title }) => ({ value: id, label: `${number} – ${title}` })),
    documents: documents
      .filter((row) => askedKinds.includes(row.kind))
      .map((row) => ({
        value: row.documentId,
        label: `${row.code ?? ''} – ${(context.locale === 'en' && row.titleEn) || row.titleVi}`,
      })),
    units: units.map(({ id, nameVi, nameEn }) => ({ id, nameVi, nameEn })),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { now, services } = context;
  const actor = await context.actor();
  authorize(actor, 'checklist.make');
  const read = await readForm(request, checklistForm);
  if (!read.ok) return showMistakes(read);
  const { title, audit, edition, documents, unit, seed } = read.value;
  const done = await attempt(read.values, () =>
    inTransaction(services.db, (trx) =>
      makeChecklist(
        trx,
        actor,
        {
          documents,
          unit,
          edition,
          seed,
          auditId: audit,
          title,
        },
        now,
      ),
    ),
  );
  return done.ok ? redirect(checklistPath(done.value.id), { status: 303 }) : showMistakes(done);
}

export default function NewChecklist() {
  const { audit, audits, documents, units } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>();
  const t = useT();
  const locale = useLocale();
  const labels = {
    title: t('audits.field.title'),
    documents: t('audits.field.documents'),
    unit: t('audits.field.unit'),
    audit: t('audits.one'),
    edition: t('standards.edition'),
    seed: t('audits.field.seed'),
  };
  return (
    <>
      <PageHeader
        title={t('audits.checklist.new')}
        lead={t('audits.checklist.new-lead')}
        crumbs={[{ label: t('audits.checklist.title'), to: checklistsPath }]}
      />
      <ErrorSummary form={form} labels={labels} />
      <Form method="post">
        <SelectField
          name="audit"
          label={labels.audit}
          none={t('audits.checklist.no-audit')}
          options={audits}
          value={audit}
          form={form}
        />
        <SelectField
          name="unit"
          label={labels.unit}
          hint={t('audits.hint.unit')}
          none={t('audits.checklist.no-unit')}
          options={units.map((unit) => ({
            value: unit.id,
            label: locale === 'en' ? unit.nameEn : unit.nameVi,
          }))}
          form={form}
        />
        <CheckboxesField
          name="documents"
          label={labels.documents}
          hint={t('audits.hint.documents')}
          options={documents}
          form={form}
        />
        <SelectField
          name="edition"
          label={labels.edition}
          hint={t('audits.hint.edition')}
          required
          value={usualEdition}
          options={editions.map((edition) => ({
            value: edition,
            label: `${t(`standards.edition.${edition}`)} – ${t(`standards.edition.${edition}-note`)}`,
          }))}
          form={form}
        />
        <TextField
          name="title"
          label={labels.title}
          hint={t('audits.hint.title')}
          maxLength={200}
          form={form}
        />
        <TextField
          name="seed"
          inputMode="numeric"
          label={labels.seed}
          hint={t('audits.hint.seed')}
          maxLength={10}
          form={form}
        />
        <Actions>
          <Button>{t('audits.checklist.make')}</Button>
        </Actions>
      </Form>
    </>
  );
}
