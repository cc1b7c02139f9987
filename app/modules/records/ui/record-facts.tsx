import { Link } from '@remix-run/react';
import { useLocale, useT } from '#app/i18n/reader.tsx';
import { documentPath, revisionPath } from '#app/modules/documents/paths.ts';
import { Issue } from '#app/modules/documents/ui/issue.tsx';
import { InLanguage } from '#app/ui/in-language.tsx';
import { KeyValues } from '#app/ui/key-values.tsx';
import { DayText, InstantText } from '#app/ui/moment.tsx';
import { Panel } from '#app/ui/panel.tsx';
import { recordPath, recordTypePath } from '../paths.ts';
import type { ReadRecord } from '../record-page.server.ts';
import { RetentionText } from './retention-text.tsx';

/** Who made a record, when, where it belongs, how long it is kept. */
export function RecordFacts({ read }: { read: ReadRecord }) {
  const t = useT();
  const locale = useLocale();
  const { row, unit, kept } = read;
  const { type, retention, lastDay, state, events } = kept;
  const keepers = (type?.keepers ?? []).map((one) => (locale === 'en' ? one.en : one.vi)).join('; ');
  const written =
    retention.kind === 'until'
      ? `until:${retention.event}`
      : type && row.retention === 'unknown'
        ? now(type)
        : row.retention;
  return (
    <Panel title={t('records.page.facts')} id="facts">
      <KeyValues
        facts={[
          {
            key: 'form',
            label: t('records.filter.form'),
            value: <Link to={documentPath(row.document_id)}>{row.form_code}</Link>,
          },
          { key: 'maker', label: t('records.field.maker'), value: row.officer_name },
          {
            key: 'unit',
            label: t('records.field.unit'),
            value: unit ? (locale === 'en' ? unit.en : unit.vi) : '',
          },
          { key: 'at', label: t('records.field.completed'), value: <InstantText at={row.completed_at} /> },
          {
            key: 'type',
            label: t('records.field.type'),
            value: type ? (
              <Link to={recordTypePath(type.documentId, type.key)}>
                {type.code} – <InLanguage>{type.name}</InLanguage>
              </Link>
            ) : (
              <span className="quiet">{t('records.completion.no-type')}</span>
            ),
          },
          { key: 'keeper', label: t('records.field.keeper'), value: keepers },
          {
            key: 'place',
            label: t('records.field.place'),
            value: type?.stated?.place ? <InLanguage>{type.stated.place}</InLanguage> : '',
          },
          {
            key: 'retention',
            label: t('records.field.retention'),
            value: <RetentionText written={written} />,
          },
          {
            key: 'ground',
            label: t('records.field.ground'),
            value: type?.stated?.legalGround ? <InLanguage>{type.stated.legalGround}</InLanguage> : '',
          },
          {
            key: 'end',
            label: t('records.field.kept-until'),
            value: lastDay ? <DayText day={lastDay} /> : t(`records.kept.${state}`),
          },
          {
            key: 'events',
            label: t('records.event.list'),
            value:
              events.length > 0
                ? events.map((event) => (
                    <span key={event.id} className="line">
                      <DayText day={event.happened_on} />: <InLanguage>{event.description}</InLanguage> (
                      {event.recordedByName})
                    </span>
                  ))
                : '',
          },
        ]}
      />
    </Panel>
  );
}

function now(type: NonNullable<ReadRecord['kept']['type']>): string {
  return type.stated?.retention ?? type.retention;
}

/** Every version with the revision of the form it was made on and its hash, which stays also after disposal. */
export function RecordVersions({ read }: { read: ReadRecord }) {
  const t = useT();
  return (
    <Panel title={t('records.page.versions')} id="versions">
      <ol className="plain revisions">
        {read.versions.map((one) => (
          <li key={one.id}>
            <Link to={`${recordPath(read.row.id)}?version=${one.version}`}>
              {t('records.page.version', { version: one.version })}
            </Link>{' '}
            <InstantText at={one.made_at} />, {one.made_by_name}
            {one.reason ? (
              <span className="line" lang="vi">
                {one.reason}
              </span>
            ) : null}
            <span className="quiet line">
              {t('records.page.made-on')}{' '}
              <Link to={revisionPath(one.revision_id)}>
                <Issue {...one} />
              </Link>
              {', '}
              <span className="hash">SHA-256 {one.source_sha256}</span>
            </span>
            <span className="quiet line hash">
              {t('records.paper.hash')}: {one.content_commitment}
            </span>
          </li>
        ))}
      </ol>
    </Panel>
  );
}
