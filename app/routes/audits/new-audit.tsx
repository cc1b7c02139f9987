import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { addDays, dayOf } from '#app/http/clock.ts';
import { attempt, readForm, showMistakes } from '#app/http/forms.ts';
import { useLocale, useT } from '#app/i18n/reader.tsx';
import { auditForm } from '#app/modules/audits/audit-forms.ts';
import { auditKinds } from '#app/modules/audits/lifecycle.ts';
import { auditPath, auditsPath } from '#app/modules/audits/paths.ts';
import { planAudit } from '#app/modules/audits/planning.server.ts';
import { listUnits } from '#app/modules/organization/units.server.ts';
import { editions, usualEdition } from '#app/modules/standards/edition.ts';
import { authorize } from '#app/permissions/matrix.ts';
import { Actions, Button } from '#app/ui/button.tsx';
import { CheckboxesField } from '#app/ui/choice-field.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { SelectField, TextArea, TextField } from '#app/ui/form-field.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { inTransaction } from '#db/unit-of-work.ts';
import { pageTitle } from '../page-title.ts';

export const meta = pageTitle('audits.new.title');

export async function loader({ context }: LoaderFunctionArgs) {
  const actor = await context.actor();
  authorize(actor, 'audit.plan');
  const today = dayOf(context.now);
  const units = await listUnits(context.services.db, actor, today);
  return {
    units: units.map(({ id, nameVi, nameEn }) => ({ id, nameVi, nameEn })),
    planned: addDays(today, 14),
    from: `${today.slice(0, 4)}-01-01`,
    until: today,
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await context.actor();
  authorize(actor, 'audit.plan');
  const read = await readForm(request, auditForm);
  if (!read.ok) return showMistakes(read);
  const { units: unitIds, ...plan } = read.value;
  const done = await attempt(read.values, () =>
    inTransaction(context.services.db, (trx) => planAudit(trx, actor, { ...plan, unitIds }, context.now)),
  );
  return done.ok ? redirect(auditPath(done.value.id), { status: 303 }) : showMistakes(done);
}

export default function NewAudit() {
  const { units, planned, from, until } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>();
  const t = useT();
  const locale = useLocale();
  const field = (name: string) => t(`audits.field.${name}`);
  const labels = {
    kind: field('kind'),
    title: field('title'),
    objective: field('objective'),
    scope: field('scope'),
    edition: t('standards.edition'),
    units: field('units'),
    periodFrom: field('period-from'),
    periodUntil: field('period-until'),
    plannedOn: field('planned-on'),
  };
  return (
    <>
      <PageHeader
        title={t('audits.new.title')}
        lead={t('audits.new.lead')}
        crumbs={[{ label: t('audits.title'), to: auditsPath }]}
      />
      <ErrorSummary form={form} labels={labels} />
      <Form method="post">
        <SelectField
          name="kind"
          label={labels.kind}
          required
          value="internal-audit"
          options={auditKinds.map((kind) => ({ value: kind, label: t(`audits.kind.${kind}`) }))}
          form={form}
        />
        <TextField name="title" label={labels.title} required maxLength={200} form={form} />
        <TextArea
          name="objective"
          label={labels.objective}
          hint={t('audits.hint.objective')}
          required
          rows={3}
          maxLength={4000}
          form={form}
        />
        <TextArea name="scope" label={labels.scope} rows={2} maxLength={4000} form={form} />
        <CheckboxesField
          name="units"
          label={labels.units}
          hint={t('audits.hint.units')}
          options={units.map((unit) => ({
            value: unit.id,
            label: locale === 'en' ? unit.nameEn : unit.nameVi,
          }))}
          form={form}
        />
        <SelectField
          name="edition"
          label={labels.edition}
          required
          value={usualEdition}
          options={editions.map((edition) => ({
            value: edition,
            label: `${t(`standards.edition.${edition}`)} – ${t(`standards.edition.${edition}-note`)}`,
          }))}
          form={form}
        />
        <TextField
          name="periodFrom"
          type="date"
          label={labels.periodFrom}
          hint={t('audits.hint.period')}
          required
          value={from}
          form={form}
        />
        <TextField
          name="periodUntil"
          type="date"
          label={labels.periodUntil}
          required
          value={until}
          form={form}
        />
        <TextField
          name="plannedOn"
          type="date"
          label={labels.plannedOn}
          required
          value={planned}
          form={form}
        />
        <Actions>
          <Button>{t('audits.new.submit')}</Button>
        </Actions>
      </Form>
    </>
  );
}
