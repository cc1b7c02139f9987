import { Link } from '@remix-run/react';
import { dayOf } from '#app/http/clock.ts';
import { useLocale, useT } from '#app/i18n/reader.tsx';
import { InLanguage } from '#app/ui/in-language.tsx';
import { KeyValues } from '#app/ui/key-values.tsx';
import { DayText } from '#app/ui/moment.tsx';
import { Panel } from '#app/ui/panel.tsx';
import type { ReadRequest } from '../../change-requests/request-page.server.ts';
import { documentPath, revisionPath } from '../../paths.ts';

/** What was asked for and why, as BM-01-01 has it. */
export function RequestFacts({ read }: { read: ReadRequest }) {
  const t = useT();
  const locale = useLocale();
  const { row, document, revision, proposer, unit } = read;
  const typed = (key: string, text: string) => ({
    key,
    label: t(`requests.form.${key}`),
    value: text ? (
      <span className="written">
        <InLanguage>{text}</InLanguage>
      </span>
    ) : (
      ''
    ),
  });
  return (
    <Panel title={t('requests.part.request')}>
      <KeyValues
        facts={[
          {
            key: 'proposer',
            label: t('requests.field.proposer'),
            value: (
              <>
                {proposer}, {locale === 'en' ? unit.en : unit.vi}, <DayText day={dayOf(row.proposed_at)} />
              </>
            ),
          },
          {
            key: 'document',
            label: t('requests.field.document'),
            value: document ? (
              <Link to={documentPath(document.id)}>
                {document.code ?? document.claimed_code ?? t('documents.no-code')}{' '}
                <InLanguage>{row.title}</InLanguage>
              </Link>
            ) : (
              <>
                {t(`documents.kind.${row.document_kind}`)}: <InLanguage>{row.title}</InLanguage>
              </>
            ),
          },
          typed('reason', row.reason),
          typed('legalGround', row.legal_ground),
          {
            key: 'ground-from',
            label: t('requests.form.groundInForceFrom'),
            value: row.ground_in_force_from ? <DayText day={row.ground_in_force_from} /> : '',
          },
          typed('contentBefore', row.content_before),
          typed('contentAfter', row.content_after),
          typed('impactForms', row.impact_forms),
          typed('impactTraining', row.impact_training),
          typed('impactSoftware', row.impact_software),
          {
            key: 'revision',
            label: t('requests.field.draft'),
            value: revision ? (
              <Link to={revisionPath(revision.id)}>{t('documents.issue-amended', revision)}</Link>
            ) : (
              ''
            ),
          },
        ]}
      />
    </Panel>
  );
}
