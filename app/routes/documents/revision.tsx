import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { dayOf } from '#app/http/clock.ts';
import { useT } from '#app/i18n/reader.tsx';
import { translate } from '#app/i18n/translate.ts';
import { revisionPath } from '#app/modules/documents/paths.ts';
import { actsOnRevision } from '#app/modules/documents/possible-acts.server.ts';
import { draftContextOf } from '#app/modules/documents/reading/draft-context.server.ts';
import {
  changesOfRevision,
  importOfRevision,
  revisionHead,
} from '#app/modules/documents/reading/revision-page.server.ts';
import { shownText } from '#app/modules/documents/reading/shown-text.server.ts';
import { getRevision } from '#app/modules/documents/revision-record.server.ts';
import { RevisionActs } from '#app/modules/documents/ui/document-acts.tsx';
import { DocumentText } from '#app/modules/documents/ui/document-text.tsx';
import { DraftContextParts } from '#app/modules/documents/ui/draft-context.tsx';
import { RevisionHeader } from '#app/modules/documents/ui/revision-header.tsx';
import { Changes, ImportNotes, Returns, RevisionFacts } from '#app/modules/documents/ui/revision-papers.tsx';
import { ButtonLink } from '#app/ui/button.tsx';
import { DocumentPage } from '#app/ui/document-page.tsx';
import { FindingList } from '#app/ui/finding-list.tsx';
import { Panel } from '#app/ui/panel.tsx';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.head.revision.title_vi || translate('vi', 'documents.register.title') },
];

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { services, locale, now } = context;
  const actor = await context.actor();
  const revisionId = params.revisionId ?? '';
  const today = dayOf(now);
  const head = await revisionHead(services.db, actor, revisionId, today);
  const revision = await getRevision(services.db, actor, revisionId);
  return {
    locale,
    head,
    text: await shownText(services, actor, revision, today, locale),
    changed: await changesOfRevision(services.db, actor, revisionId),
    imported: await importOfRevision(services.db, actor, revisionId),
    context: await draftContextOf(services, actor, revisionId, today, locale),
    acts: await actsOnRevision(services.db, actor, revision, now),
  };
}

export default function Revision() {
  const { head, text, changed, imported, context, acts } = useLoaderData<typeof loader>();
  const { revision } = head;
  const t = useT();
  return (
    <>
      <RevisionHeader
        head={head}
        actions={
          <>
            <RevisionActs revisionId={revision.id} acts={acts} />
            <ButtonLink to={revisionPath(revision.id, 'comments')}>
              {t('comments.see', { total: context.comments.total })}
            </ButtonLink>
            <ButtonLink kind="quiet" to={revisionPath(revision.id, 'file.pdf')} download>
              {t('documents.act.file')}
            </ButtonLink>
            <ButtonLink kind="quiet" to={revisionPath(revision.id, 'file.docx')} download>
              {t('documents.act.word-file')}
            </ButtonLink>
          </>
        }
      />
      {revision.state === 'draft' ? <Returns returns={head.returns} /> : null}
      {revision.state === 'released' && text.findings.length === 0 ? null : (
        <Panel title={t('documents.findings.title', { count: text.findings.length })}>
          <FindingList findings={text.findings} placed={false} />
        </Panel>
      )}
      {imported ? <ImportNotes story={imported} folded={revision.state !== 'draft'} /> : null}
      <DraftContextParts context={context} />
      {changed ? <Changes changed={changed} folded={context.changes.length > 0} /> : null}
      <DocumentPage
        lang={text.language}
        aside={<RevisionFacts head={head} />}
        asideLabel={t('documents.aside')}
      >
        <DocumentText text={text} title={revision.title_vi} />
      </DocumentPage>
    </>
  );
}
