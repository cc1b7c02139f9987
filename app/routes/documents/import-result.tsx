import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { useT } from '#app/i18n/reader.tsx';
import { translate } from '#app/i18n/translate.ts';
import { importResult } from '#app/modules/documents/import/importing.server.ts';
import { importPath, registerPath, revisionPath } from '#app/modules/documents/paths.ts';
import '#app/modules/documents/ui/documents.css';
import { ButtonLink } from '#app/ui/button.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { FindingList } from '#app/ui/finding-list.tsx';
import { InLanguage } from '#app/ui/in-language.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Panel } from '#app/ui/panel.tsx';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: translate(data?.locale ?? 'vi', 'documents.import.result') },
];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { services, locale } = context;
  const actor = await context.actor();
  const ids = new URL(request.url).searchParams.getAll('revision');
  return { locale, ...(await importResult(services.db, actor, ids, locale)) };
}

export default function ImportResult() {
  const { drafts, set } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <>
      <PageHeader
        crumbs={[
          { label: t('documents.register.title'), to: registerPath },
          { label: t('documents.import.title'), to: importPath },
        ]}
        title={t('documents.import.result')}
        lead={t('documents.import.result-lead', { count: drafts.length })}
      />
      {drafts.length === 0 ? <EmptyState title={t('documents.import.no-drafts')} /> : null}
      {set.length > 0 ? (
        <Panel title={t('documents.import.set', { count: set.length })}>
          <FindingList findings={set} />
        </Panel>
      ) : null}
      {drafts.map((draft) => (
        <Panel
          key={draft.revisionId}
          title={
            <>
              {draft.code} <InLanguage>{draft.title || t('documents.no-title')}</InLanguage>
            </>
          }
          actions={
            <span>
              <Link to={revisionPath(draft.revisionId)}>{t('documents.import.read')}</Link>{' '}
              <ButtonLink to={revisionPath(draft.revisionId, 'form')}>{t('documents.act.form')}</ButtonLink>
            </span>
          }
        >
          <p className="quiet">
            {t('documents.import.draft-facts', { file: draft.file, steps: draft.steps })}
          </p>
          <FindingList findings={draft.findings} />
          {draft.unread.length > 0 ? (
            <details>
              <summary>{t('documents.import.unread', { count: draft.unread.length })}</summary>
              <ul lang="vi">
                {draft.unread.map((text, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs of a file may repeat and never move
                  <li key={at}>{text}</li>
                ))}
              </ul>
            </details>
          ) : (
            <p className="finding-none">{t('documents.import.all-read')}</p>
          )}
        </Panel>
      ))}
    </>
  );
}
