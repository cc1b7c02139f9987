import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { isRefused } from '#app/http/errors.ts';
import { formOf } from '#app/http/forms.ts';
import { useT } from '#app/i18n/reader.tsx';
import { officersPath } from '#app/modules/organization/paths.ts';
import { importStaff } from '#app/modules/organization/staff-import.server.ts';
import { planStaffImport } from '#app/modules/organization/staff-plan.server.ts';
import { FormHead } from '#app/modules/organization/ui/organization-head.tsx';
import { StaffImportForm } from '#app/modules/organization/ui/staff-import-form.tsx';
import { StaffPlanView } from '#app/modules/organization/ui/staff-plan.tsx';
import { authorize } from '#app/permissions/matrix.ts';
import { inTransaction } from '#db/unit-of-work.ts';
import { pageTitle } from '../page-title.ts';

export const meta = pageTitle('organization.import.title');

export async function loader({ context }: LoaderFunctionArgs) {
  authorize(await context.actor(), 'organization.maintain');
  return null;
}

/** Records the list that was looked at; read again, so that nothing recorded meanwhile is overlooked. */
export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await context.actor();
  authorize(actor, 'organization.maintain');
  const { db } = context.services;
  const written = (await formOf(request)).get('text');
  const text = typeof written === 'string' ? written : '';
  try {
    await inTransaction(db, (trx) => importStaff(trx, actor, { text }, context.now));
  } catch (error) {
    if (!isRefused(error)) throw error;
    return data({ text, plan: await planStaffImport(db, actor, text) }, { status: 409 });
  }
  return redirect(officersPath, 303);
}

export default function StaffImportConfirmation() {
  const refused = useActionData<typeof action>();
  const t = useT();
  return (
    <>
      <FormHead
        title={t('organization.import.title')}
        lead={t('organization.import.lead')}
        crumbs={[{ to: officersPath, label: t('organization.tab.officers') }]}
      />
      {refused ? <StaffPlanView plan={refused.plan} text={refused.text} /> : null}
      <StaffImportForm text={refused?.text} />
    </>
  );
}
