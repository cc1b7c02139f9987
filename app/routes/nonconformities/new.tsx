import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { dayOf } from '#app/http/clock.ts';
import { attempt, readForm, showMistakes } from '#app/http/forms.ts';
import { useT } from '#app/i18n/reader.tsx';
import { wholeRegister } from '#app/modules/documents/register/register.server.ts';
import { openNonconformity } from '#app/modules/nonconformities/opening.server.ts';
import { nonconformitiesPath, nonconformityPath } from '#app/modules/nonconformities/paths.ts';
import { reportedKinds } from '#app/modules/nonconformities/source.ts';
import { reportForm } from '#app/modules/nonconformities/stage-forms.ts';
import { readChoices } from '#app/modules/nonconformities/stage-page.server.ts';
import { useOfficerOptions, useUnitOptions } from '#app/modules/nonconformities/ui/choices.tsx';
import { usualEdition } from '#app/modules/standards/edition.ts';
import { authorize } from '#app/permissions/matrix.ts';
import { Actions, Button } from '#app/ui/button.tsx';
import { RadioField } from '#app/ui/choice-field.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { SelectField, TextArea, TextField } from '#app/ui/form-field.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { inTransaction } from '#db/unit-of-work.ts';
import { pageTitle } from '../page-title.ts';

export const meta = pageTitle('nonconformities.report.title');

export async function loader({ context }: LoaderFunctionArgs) {
  const actor = await context.actor();
  authorize(actor, 'nonconformity.report');
  const { db } = context.services;
  const today = dayOf(context.now);
  const register = await wholeRegister(db, actor, { on: today, state: 'in-force' });
  return {
    ...(await readChoices(db, actor, context.now)),
    today,
    ownUnit: actor.unitIds[0] ?? '',
    documents: register.map((row) => ({
      value: row.documentId,
      label: `${row.code ?? ''} – ${(context.locale === 'en' && row.titleEn) || row.titleVi}`,
    })),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await context.actor();
  authorize(actor, 'nonconformity.report');
  const read = await readForm(request, reportForm);
  if (!read.ok) return showMistakes(read);
  const { source, unit, document, clause, personInCharge, ...found } = read.value;
  const done = await attempt(read.values, () =>
    inTransaction(context.services.db, (trx) =>
      openNonconformity(
        trx,
        actor,
        {
          ...found,
          source: { kind: source, id: null },
          unitId: unit,
          documentId: document,
          stepKey: null,
          clause,
          edition: clause === null ? null : usualEdition,
          personInChargeId: personInCharge,
        },
        context.now,
      ),
    ),
  );
  return done.ok ? redirect(nonconformityPath(done.value.id), { status: 303 }) : showMistakes(done);
}

export default function NewNonconformity() {
  const { today, ownUnit, documents, officers, units } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>();
  const t = useT();
  const field = (name: string) => t(`nonconformities.field.${name}`);
  const officerOptions = useOfficerOptions(officers);
  const unitOptions = useUnitOptions(units);
  return (
    <>
      <PageHeader
        title={t('nonconformities.report.title')}
        lead={t('nonconformities.report.lead')}
        crumbs={[{ label: t('nonconformities.title'), to: nonconformitiesPath }]}
      />
      <ErrorSummary
        form={form}
        labels={Object.fromEntries(
          ['statement', 'requirement', 'evidence', 'unit', 'grade', 'source', 'document', 'clause'].map(
            (name) => [name, field(name)],
          ),
        )}
      />
      <Form method="post">
        <TextArea
          name="statement"
          label={field('statement')}
          hint={t('nonconformities.report.statement-hint')}
          required
          rows={3}
          maxLength={4000}
          form={form}
        />
        <TextArea
          name="evidence"
          label={field('evidence')}
          hint={t('nonconformities.report.evidence-hint')}
          required
          rows={3}
          maxLength={4000}
          form={form}
        />
        <TextArea
          name="requirement"
          label={field('requirement')}
          hint={t('nonconformities.report.requirement-hint')}
          required
          rows={2}
          maxLength={4000}
          form={form}
        />
        <SelectField
          name="unit"
          label={field('unit')}
          required
          none=""
          options={unitOptions}
          value={ownUnit}
          form={form}
        />
        <RadioField
          name="grade"
          label={field('grade')}
          required
          value="minor"
          options={(['minor', 'major'] as const).map((grade) => ({
            value: grade,
            label: t(`nonconformities.grade.${grade}`),
          }))}
          form={form}
        />
        <SelectField
          name="source"
          label={field('source')}
          required
          value="self-report"
          options={reportedKinds.map((kind) => ({ value: kind, label: t(`nonconformities.source.${kind}`) }))}
          form={form}
        />
        <TextField
          name="detectedOn"
          type="date"
          label={field('detected-on')}
          required
          value={today}
          max={today}
          form={form}
        />
        <SelectField
          name="document"
          label={field('document')}
          none={t('nonconformities.report.no-document')}
          options={documents}
          form={form}
        />
        <TextField
          name="clause"
          label={field('clause')}
          hint={t('nonconformities.report.clause-hint')}
          maxLength={20}
          form={form}
        />
        <SelectField
          name="personInCharge"
          label={field('person-in-charge')}
          none={t('nonconformities.report.head-of-unit')}
          options={officerOptions}
          form={form}
        />
        <Actions>
          <Button>{t('nonconformities.report.submit')}</Button>
        </Actions>
      </Form>
    </>
  );
}
