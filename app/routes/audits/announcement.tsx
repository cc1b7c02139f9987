import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { useT } from '#app/i18n/reader.tsx';
import { moveForm } from '#app/modules/audits/audit-forms.ts';
import { readAuditPage } from '#app/modules/audits/audit-page.server.ts';
import { announceAudit } from '#app/modules/audits/conducting.server.ts';
import { AuditActHeader, AuditFacts, Team } from '#app/modules/audits/ui/audit-header.tsx';
import { authorize } from '#app/permissions/matrix.ts';
import { Actions, Button } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { TextArea } from '#app/ui/form-field.tsx';
import { pageTitle } from '../page-title.ts';
import { carryOutOnAudit } from './move.server.ts';

export const meta = pageTitle('audits.act.announcement');

export async function loader({ params, context }: LoaderFunctionArgs) {
  const actor = await context.actor();
  authorize(actor, 'audit.plan');
  return { page: await readAuditPage(context.services.db, actor, params.auditId ?? '') };
}

export async function action(args: ActionFunctionArgs) {
  return carryOutOnAudit(args, moveForm, (trx, actor, form, auditId) =>
    announceAudit(trx, actor, { auditId, ...form }, args.context.now),
  );
}

export default function Announcement() {
  const { page } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>();
  const t = useT();
  return (
    <>
      <AuditActHeader audit={page.audit} act="announcement" />
      <AuditFacts page={page} />
      <Team auditors={page.auditors} />
      <ErrorSummary form={form} labels={{ note: t('audits.field.note') }} />
      <Form method="post">
        <TextArea name="note" label={t('audits.field.note')} rows={3} maxLength={4000} form={form} />
        <Actions>
          <Button>{t('audits.submit.announcement')}</Button>
        </Actions>
      </Form>
    </>
  );
}
