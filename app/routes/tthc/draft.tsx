import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { Form, useLoaderData } from '@remix-run/react';
import { useT } from '#app/i18n/reader.tsx';
import { revisionPath } from '#app/modules/documents/paths.ts';
import { beginFromProcedure } from '#app/modules/documents/tthc/drafting.server.ts';
import { procedurePath, proceduresPath } from '#app/modules/documents/tthc/paths.ts';
import { getProcedure } from '#app/modules/documents/tthc/procedures.server.ts';
import { authorize } from '#app/permissions/matrix.ts';
import { Actions, Button, ButtonLink } from '#app/ui/button.tsx';
import { FindingList } from '#app/ui/finding-list.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Panel } from '#app/ui/panel.tsx';
import { pageTitle } from '../page-title.ts';

export const meta = pageTitle('tthc.draft');

export async function loader({ params, context }: LoaderFunctionArgs) {
  const actor = await context.actor();
  authorize(actor, 'document.draft');
  const { services, locale } = context;
  const { row, read } = await getProcedure(services.db, actor, params.procedureCode ?? '', locale);
  return { code: row.code, name: read.name, findings: read.findings };
}

export async function action({ params, context }: ActionFunctionArgs) {
  const actor = await context.actor();
  authorize(actor, 'document.draft');
  const { revisionId } = await beginFromProcedure(
    context.services,
    actor,
    params.procedureCode ?? '',
    context.now,
  );
  return redirect(revisionPath(revisionId, 'form'), 303);
}

export default function ProcedureDraft() {
  const { code, name, findings } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <>
      <PageHeader
        crumbs={[
          { label: t('tthc.title'), to: proceduresPath },
          { label: code, to: procedurePath(code) },
        ]}
        over={t('tthc.draft')}
        title={<span lang="vi">{name}</span>}
        lead={t('tthc.draft-lead')}
      />
      {findings.length > 0 ? (
        <Panel title={t('tthc.findings')}>
          <FindingList findings={findings} />
        </Panel>
      ) : null}
      <Form method="post">
        <Actions>
          <Button>{t('tthc.draft-submit')}</Button>
          <ButtonLink kind="quiet" to={procedurePath(code)}>
            {t('legal.back')}
          </ButtonLink>
        </Actions>
      </Form>
    </>
  );
}
