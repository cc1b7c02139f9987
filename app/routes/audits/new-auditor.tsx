import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { useT } from '#app/i18n/reader.tsx';
import { auditorForm } from '#app/modules/audits/audit-forms.ts';
import { readAuditPage } from '#app/modules/audits/audit-page.server.ts';
import { assignAuditor } from '#app/modules/audits/planning.server.ts';
import { AuditActHeader } from '#app/modules/audits/ui/audit-header.tsx';
import { readChoices } from '#app/modules/nonconformities/stage-page.server.ts';
import { useOfficerOptions } from '#app/modules/nonconformities/ui/choices.tsx';
import { authorize } from '#app/permissions/matrix.ts';
import { Actions, Button } from '#app/ui/button.tsx';
import { RadioField } from '#app/ui/choice-field.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { SelectField, TextArea } from '#app/ui/form-field.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { pageTitle } from '../page-title.ts';
import { carryOutOnAudit } from './move.server.ts';

export const meta = pageTitle('audits.act.auditor');

export async function loader({ params, context }: LoaderFunctionArgs) {
  const actor = await context.actor();
  authorize(actor, 'audit.plan');
  const { db } = context.services;
  const page = await readAuditPage(db, actor, params.auditId ?? '');
  return { page, officers: (await readChoices(db, actor, context.now)).officers };
}

export async function action(args: ActionFunctionArgs) {
  return carryOutOnAudit(args, auditorForm, (trx, actor, form, auditId) =>
    assignAuditor(
      trx,
      actor,
      {
        auditId,
        officerId: form.officer,
        part: form.part,
        exceptionReason: form.exceptionReason || null,
        secondReviewerId: form.secondReviewer,
      },
      args.context.now,
    ),
  );
}

export default function NewAuditor() {
  const { page, officers } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>();
  const t = useT();
  const people = useOfficerOptions(officers);
  const hard = page.audit.edition === '2008';
  const labels = {
    officer: t('audits.field.auditor'),
    part: t('audits.field.part'),
    exceptionReason: t('audits.field.exception'),
    secondReviewer: t('audits.field.second-reviewer'),
  };
  return (
    <>
      <AuditActHeader audit={page.audit} act="auditor" />
      <ErrorSummary form={form} labels={labels} />
      <Form method="post">
        <SelectField name="officer" label={labels.officer} required none="" options={people} form={form} />
        <RadioField
          name="part"
          label={labels.part}
          required
          value={page.auditors.length === 0 ? 'lead' : 'auditor'}
          options={(['lead', 'auditor'] as const).map((part) => ({
            value: part,
            label: t(`audits.team.${part}`),
          }))}
          form={form}
        />
        {hard ? (
          <Notice>
            <p>{t('audits.independence.hard')}</p>
          </Notice>
        ) : (
          <>
            <Notice>
              <p>{t('audits.independence.soft')}</p>
            </Notice>
            <TextArea
              name="exceptionReason"
              label={labels.exceptionReason}
              rows={2}
              maxLength={4000}
              form={form}
            />
            <SelectField
              name="secondReviewer"
              label={labels.secondReviewer}
              none=""
              options={people}
              form={form}
            />
          </>
        )}
        <Actions>
          <Button>{t('audits.submit.auditor')}</Button>
        </Actions>
      </Form>
    </>
  );
}
