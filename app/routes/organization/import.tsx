import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { formOf } from '#app/http/forms.ts';
import { useT } from '#app/i18n/reader.tsx';
import { officersPath } from '#app/modules/organization/paths.ts';
import { readStaffFile } from '#app/modules/organization/staff-file.ts';
import { planStaffImport } from '#app/modules/organization/staff-plan.server.ts';
import { FormHead } from '#app/modules/organization/ui/organization-head.tsx';
import { StaffImportForm } from '#app/modules/organization/ui/staff-import-form.tsx';
import { StaffPlanView } from '#app/modules/organization/ui/staff-plan.tsx';
import { authorize } from '#app/permissions/matrix.ts';
import { pageTitle } from '../page-title.ts';

export const meta = pageTitle('organization.import.title');

export async function loader({ context }: LoaderFunctionArgs) {
  authorize(await context.actor(), 'organization.maintain');
  return null;
}

/** Only looks: what would be recorded, and every mistake. The confirmation page records. */
export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await context.actor();
  authorize(actor, 'organization.maintain');
  const form = await formOf(request);
  const file = form.get('file');
  const typed = form.get('text');
  const text =
    file instanceof File && file.size > 0
      ? readStaffFile(new Uint8Array(await file.arrayBuffer()))
      : typeof typed === 'string'
        ? typed
        : '';
  return { text, plan: await planStaffImport(context.services.db, actor, text) };
}

export default function StaffImport() {
  const asked = useActionData<typeof action>();
  const t = useT();
  return (
    <>
      <FormHead
        title={t('organization.import.title')}
        lead={t('organization.import.lead')}
        crumbs={[{ to: officersPath, label: t('organization.tab.officers') }]}
      />
      {asked ? <StaffPlanView plan={asked.plan} text={asked.text} /> : null}
      <StaffImportForm text={asked?.text} />
    </>
  );
}
