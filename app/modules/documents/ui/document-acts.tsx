import { useT } from '#app/i18n/reader.tsx';
import { ButtonLink } from '#app/ui/button.tsx';
import { documentPath, releaseOf, revisionPath } from '../paths.ts';
import type { DocumentActName, RevisionActName } from '../possible-acts.server.ts';

const primary = new Set(['submission', 'review', 'approval', 'release', 'acknowledgement']);

export function RevisionActs({ revisionId, acts }: { revisionId: string; acts: RevisionActName[] }) {
  const t = useT();
  return acts.map((act) => (
    <ButtonLink
      key={act}
      kind={primary.has(act) ? 'primary' : 'secondary'}
      to={act === 'release' ? releaseOf(revisionId) : revisionPath(revisionId, act)}
    >
      {t(`documents.act.${act}`)}
    </ButtonLink>
  ));
}

/** What this person may do here now, the main act first. */
export function DocumentActs(props: {
  documentId: string;
  revision: { id: string; state: string };
  open: { id: string } | null;
  acts: DocumentActName[];
  revisionActs: RevisionActName[];
}) {
  const { documentId, revision, open, acts, revisionActs } = props;
  const t = useT();
  return (
    <>
      {acts.includes('acknowledgement') ? (
        <ButtonLink kind="primary" to={documentPath(documentId, 'acknowledgement')}>
          {t('documents.act.acknowledgement')}
        </ButtonLink>
      ) : null}
      <RevisionActs revisionId={revision.id} acts={revisionActs} />
      {open && open.id !== revision.id ? (
        <ButtonLink to={revisionPath(open.id)}>{t('documents.act.open-revision')}</ButtonLink>
      ) : null}
      {acts
        .filter((act) => act !== 'acknowledgement')
        .map((act) => (
          <ButtonLink
            key={act}
            kind={act === 'withdrawal' ? 'danger' : 'secondary'}
            to={documentPath(documentId, act)}
          >
            {t(`documents.act.${act.replace('/', '-')}`)}
          </ButtonLink>
        ))}
      <ButtonLink kind="quiet" to={revisionPath(revision.id, 'file.pdf')} download>
        {t('documents.act.file')}
      </ButtonLink>
      <ButtonLink kind="quiet" to={revisionPath(revision.id, 'file.docx')} download>
        {t('documents.act.word-file')}
      </ButtonLink>
      {revision.state === 'released' ? (
        <ButtonLink kind="quiet" to={revisionPath(revision.id, 'print')}>
          {t('documents.act.print')}
        </ButtonLink>
      ) : null}
    </>
  );
}
