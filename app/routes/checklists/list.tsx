import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useT } from '#app/i18n/reader.tsx';
import { checklistPageSize, listChecklists } from '#app/modules/audits/checklist-list.server.ts';
import { auditsPath, newChecklistPath } from '#app/modules/audits/paths.ts';
import { ChecklistTable } from '#app/modules/audits/ui/checklist-table.tsx';
import { authorize, may } from '#app/permissions/matrix.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Pager, pageAsked } from '#app/ui/pager.tsx';
import { pageTitle } from '../page-title.ts';

export const meta = pageTitle('audits.checklist.title');

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await context.actor();
  authorize(actor, 'checklist.read');
  const page = pageAsked(new URL(request.url));
  return {
    ...(await listChecklists(context.services.db, actor, { page })),
    pageSize: checklistPageSize,
    canMake: may(actor, 'checklist.make'),
  };
}

export default function Checklists() {
  const { rows, total, page, pageSize, canMake } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <>
      <PageHeader
        title={t('audits.checklist.title')}
        lead={t('audits.checklist.lead')}
        crumbs={[{ label: t('audits.title'), to: auditsPath }]}
        actions={
          canMake ? (
            <ButtonLink kind="primary" to={newChecklistPath}>
              {t('audits.checklist.new')}
            </ButtonLink>
          ) : null
        }
      />
      <ChecklistTable rows={rows} empty={t('audits.checklist.none')} withAudit />
      <Pager page={page} pageSize={pageSize} total={total} />
    </>
  );
}
