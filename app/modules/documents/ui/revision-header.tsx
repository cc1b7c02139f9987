import type { ReactNode } from 'react';
import { useT } from '#app/i18n/reader.tsx';
import { Title } from '#app/ui/in-language.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { documentPath, registerPath, revisionPath } from '../paths.ts';
import type { RevisionHead } from '../reading/revision-page.server.ts';
import { Issue } from './issue.tsx';
import { RevisionStamp } from './stamps.tsx';
import './documents.css';

interface HeaderProps {
  head: Pick<RevisionHead, 'documentId' | 'code' | 'revision' | 'force'>;
  /** The act of this page; without it the page is the revision itself. */
  act?: string;
  lead?: ReactNode;
  actions?: ReactNode;
}

/** Head of every page about one revision: where it belongs, what it is, how far it has come. */
export function RevisionHeader({ head, act, lead, actions }: HeaderProps) {
  const t = useT();
  const { documentId, code, revision, force } = head;
  const title = <Title vi={revision.title_vi || t('documents.no-title')} en={revision.title_en} />;
  return (
    <PageHeader
      crumbs={[
        { label: t('documents.register.title'), to: registerPath },
        { label: code ?? t('documents.no-code'), to: documentPath(documentId) },
        ...(act
          ? [
              {
                label: t('documents.issue-amended', { issue: revision.issue, amendment: revision.amendment }),
                to: revisionPath(revision.id),
              },
            ]
          : []),
      ]}
      over={
        <>
          {t(`documents.kind.${revision.kind}`)} {code} · <Issue {...revision} />
        </>
      }
      title={
        act ? (
          <>
            {act}: {title}
          </>
        ) : (
          title
        )
      }
      stamps={<RevisionStamp state={revision.state} force={force} />}
      lead={lead}
      actions={actions}
    />
  );
}
