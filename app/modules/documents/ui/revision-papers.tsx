import { Link } from '@remix-run/react';
import { formatDay } from '#app/i18n/day-format.ts';
import { useLocale, useT } from '#app/i18n/reader.tsx';
import { FindingList } from '#app/ui/finding-list.tsx';
import { KeyValues } from '#app/ui/key-values.tsx';
import { DayText, InstantText } from '#app/ui/moment.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Panel } from '#app/ui/panel.tsx';
import type { TextChange } from '../comparison/text-changes.ts';
import { decisionFilePath, revisionPath } from '../paths.ts';
import type { RevisionHead } from '../reading/revision-page.server.ts';
import { SignOff } from './sign-off.tsx';
import { TextChanges } from './text-changes.tsx';

/** Why it was returned: the first thing its drafter looks for. */
export function Returns({ returns }: { returns: RevisionHead['returns'] }) {
  const t = useT();
  const [last] = returns;
  if (!last) return null;
  return (
    <Notice kind="warning" title={t('documents.returned')}>
      <p lang="vi">{last.comment}</p>
      <p className="quiet">
        <InstantText at={last.returned_at} />
      </p>
    </Notice>
  );
}

export function ImportNotes({
  story,
  folded = false,
}: {
  folded?: boolean;
  story: {
    file: string;
    findings: { rule: string; severity: 'error' | 'warning'; message: string }[];
    unread: string[];
  };
}) {
  const t = useT();
  const notes = (
    <>
      <FindingList findings={story.findings} />
      {story.unread.length > 0 ? (
        <details>
          <summary>{t('documents.import.unread', { count: story.unread.length })}</summary>
          <ul lang="vi">
            {story.unread.map((text, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs of a file may repeat and never move
              <li key={at}>{text}</li>
            ))}
          </ul>
        </details>
      ) : (
        <p>{t('documents.import.all-read')}</p>
      )}
    </>
  );
  const title = t('documents.import.notes', { file: story.file });
  if (!folded) {
    return (
      <Panel title={title} id="import">
        {notes}
      </Panel>
    );
  }
  return (
    <details className="insert-help panel">
      <summary>
        {title} ({story.findings.length})
      </summary>
      {notes}
    </details>
  );
}

/** The first day in force, or on what it waits. */
function InForceFrom({ release }: { release: RevisionHead['release'] }) {
  const t = useT();
  const locale = useLocale();
  if (!release) return null;
  if (release.in_force_from) return <DayText day={release.in_force_from} />;
  return t('acknowledgement.in-force-when-all', { day: formatDay(locale, release.not_before ?? '') });
}

export function RevisionFacts({ head }: { head: RevisionHead }) {
  const t = useT();
  const { revision, release } = head;
  return (
    <>
      <Panel title={t('documents.sign-off')}>
        <SignOff signatures={head.signatures} />
      </Panel>
      <KeyValues
        facts={[
          { key: 'summary', label: t('documents.field.change-summary'), value: revision.change_summary },
          { key: 'ground', label: t('documents.field.legal-ground'), value: revision.legal_ground },
          {
            key: 'decision',
            label: t('documents.field.decision'),
            value: release ? (
              <>
                {release.decision_number}, <DayText day={release.signed_on} />{' '}
                {release.file_id ? (
                  <a href={decisionFilePath(release.file_id)}>{t('documents.adoption.file')}</a>
                ) : null}
              </>
            ) : (
              ''
            ),
          },
          {
            key: 'from',
            label: t('documents.field.in-force-from'),
            value: release ? <InForceFrom release={release} /> : '',
          },
          {
            key: 'hash',
            label: t('documents.field.hash'),
            value: <span className="hash">{revision.source_sha256}</span>,
          },
        ]}
      />
    </>
  );
}

/** What the source says otherwise; folded where the changes have already been said in the words of the field. */
export function Changes({
  changed,
  folded,
}: {
  changed: { base: { id: string; issue: number; amendment: number }; changes: TextChange[] };
  folded: boolean;
}) {
  const t = useT();
  const changes = (
    <>
      <p className="quiet">
        {t('documents.changes.against')}{' '}
        <Link to={revisionPath(changed.base.id)}>{t('documents.issue-amended', changed.base)}</Link>
      </p>
      <TextChanges changes={changed.changes} />
    </>
  );
  if (!folded) {
    return (
      <Panel title={t('documents.changes.title')} id="changes">
        {changes}
      </Panel>
    );
  }
  return (
    <details className="insert-help panel" id="changes">
      <summary>{t('documents.changes.source')}</summary>
      {changes}
    </details>
  );
}
