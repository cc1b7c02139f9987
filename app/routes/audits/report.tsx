import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { useT } from '#app/i18n/reader.tsx';
import { auditReportForm } from '#app/modules/audits/audit-forms.ts';
import { readAuditPage } from '#app/modules/audits/audit-page.server.ts';
import { reportAudit } from '#app/modules/audits/conducting.server.ts';
import { AuditActHeader } from '#app/modules/audits/ui/audit-header.tsx';
import { FindingTable, GradeCounts } from '#app/modules/audits/ui/findings.tsx';
import { authorize } from '#app/permissions/matrix.ts';
import { Actions, Button } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { TextArea } from '#app/ui/form-field.tsx';
import { pageTitle } from '../page-title.ts';
import { carryOutOnAudit } from './move.server.ts';

export const meta = pageTitle('audits.act.report');

export async function loader({ params, context }: LoaderFunctionArgs) {
  const actor = await context.actor();
  authorize(actor, 'audit.conduct');
  return { page: await readAuditPage(context.services.db, actor, params.auditId ?? '') };
}

export async function action(args: ActionFunctionArgs) {
  return carryOutOnAudit(args, auditReportForm, (trx, actor, form, auditId) =>
    reportAudit(trx, actor, { auditId, ...form }, args.context.now),
  );
}

export default function Report() {
  const { page } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>();
  const t = useT();
  return (
    <>
      <AuditActHeader audit={page.audit} act="report" />
      <GradeCounts counts={page.counts} />
      <FindingTable findings={page.findings} />
      <ErrorSummary form={form} labels={{ conclusion: t('audits.field.conclusion') }} />
      <Form method="post">
        <TextArea
          name="conclusion"
          label={t('audits.field.conclusion')}
          hint={t('audits.hint.conclusion')}
          required
          rows={6}
          maxLength={4000}
          form={form}
        />
        <Actions>
          <Button>{t('audits.submit.report')}</Button>
        </Actions>
      </Form>
    </>
  );
}
