import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { Form, Link, useActionData } from '@remix-run/react';
import { formOf } from '#app/http/forms.ts';
import { useT } from '#app/i18n/reader.tsx';
import { importRecords, recordFilesOf } from '#app/modules/documents/tthc/importing.server.ts';
import { procedurePath, proceduresPath } from '#app/modules/documents/tthc/paths.ts';
import { authorize } from '#app/permissions/matrix.ts';
import { Actions, Button } from '#app/ui/button.tsx';
import { FindingList } from '#app/ui/finding-list.tsx';
import { FileField } from '#app/ui/form-field.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Panel } from '#app/ui/panel.tsx';
import { pageTitle } from '../page-title.ts';

export const meta = pageTitle('tthc.import');

const mostShown = 100;

export async function loader({ context }: LoaderFunctionArgs) {
  authorize(await context.actor(), 'administrative-procedure.maintain');
  return {};
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await context.actor();
  authorize(actor, 'administrative-procedure.maintain');
  const { services, now, locale } = context;
  const files = await recordFilesOf(await formOf(request));
  if (files.length === 0) return data({ outcome: null, toLookAt: [], total: 0 }, { status: 400 });
  const { outcome, lines } = await importRecords(services.db, actor, files, now, locale);
  const toLookAt = lines.filter((line) => line.findings.length > 0);
  return { outcome, toLookAt: toLookAt.slice(0, mostShown), total: toLookAt.length };
}

export default function ProcedureImport() {
  const answer = useActionData<typeof action>();
  const t = useT();
  return (
    <>
      <PageHeader
        crumbs={[{ label: t('tthc.title'), to: proceduresPath }]}
        title={t('tthc.import')}
        lead={t('tthc.import-lead')}
      />
      {answer && !answer.outcome ? <Notice kind="refused" title={t('tthc.import-no-file')} /> : null}
      {answer?.outcome ? (
        <Notice kind="done" title={t('tthc.import-done', { ...answer.outcome })}>
          <Link to={proceduresPath}>{t('tthc.title')}</Link>
        </Notice>
      ) : null}
      <Form method="post" encType="multipart/form-data" reloadDocument>
        <FileField
          name="files"
          label={t('tthc.import-files')}
          multiple
          required
          accept=".json,.zip,application/json,application/zip"
        />
        <Actions>
          <Button>{t('tthc.import-submit')}</Button>
        </Actions>
      </Form>
      {answer && answer.total > 0 ? (
        <Panel title={t('tthc.import-findings', { count: answer.total })}>
          {answer.toLookAt.map((line, at) => (
            <details key={line.code ?? `${at + 1}`}>
              <summary>
                {line.code ? <Link to={procedurePath(line.code)}>{line.code}</Link> : null}{' '}
                <span lang="vi">{line.name}</span> ({line.findings.length})
              </summary>
              <FindingList findings={line.findings} />
            </details>
          ))}
        </Panel>
      ) : null}
    </>
  );
}
