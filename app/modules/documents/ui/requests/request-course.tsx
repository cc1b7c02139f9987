import { useT } from '#app/i18n/reader.tsx';
import { InLanguage } from '#app/ui/in-language.tsx';
import { KeyValues } from '#app/ui/key-values.tsx';
import { DayText, InstantText } from '#app/ui/moment.tsx';
import { Panel } from '#app/ui/panel.tsx';
import { Timeline } from '#app/ui/timeline.tsx';
import type { ReadRequest } from '../../change-requests/request-page.server.ts';

/** Opinions given, opinions still missing. */
export function Opinions({ read }: { read: ReadRequest }) {
  const t = useT();
  const open = read.row.state === 'proposed' || read.row.state === 'opinions';
  return (
    <Panel title={t('requests.part.opinions')}>
      <KeyValues
        facts={[
          ...read.opinions.map((one) => ({
            key: one.part,
            label: t(`requests.part.${one.part}`),
            value: (
              <>
                <strong>{t(one.favours === 1 ? 'requests.opinion.yes' : 'requests.opinion.no')}</strong>{' '}
                {one.opinion ? <InLanguage>{one.opinion}</InLanguage> : null}
                <span className="quiet line">
                  {one.name}, <InstantText at={one.given_at} />
                </span>
              </>
            ),
          })),
          ...(open ? read.missing : []).map((part) => ({
            key: part,
            label: t(`requests.part.${part}`),
            value: <span className="quiet">{t('requests.opinion.missing')}</span>,
          })),
        ]}
      />
      {read.opinions.length === 0 && (!open || read.missing.length === 0) ? (
        <p className="quiet">{t(open ? 'requests.opinion.none' : 'requests.opinion.none-given')}</p>
      ) : null}
    </Panel>
  );
}

export function DecisionTaken({ decision }: { decision: ReadRequest['decision'] }) {
  const t = useT();
  if (!decision) return null;
  return (
    <Panel title={t('requests.part.decision')}>
      <KeyValues
        facts={[
          {
            key: 'agreed',
            label: t('requests.field.decision'),
            value: (
              <strong>{t(decision.agreed === 1 ? 'requests.decision.yes' : 'requests.decision.no')}</strong>
            ),
          },
          {
            key: 'reason',
            label: t('requests.field.decision-reason'),
            value: decision.reason ? <InLanguage>{decision.reason}</InLanguage> : '',
          },
          {
            key: 'due',
            label: t('requests.field.due'),
            value: decision.due_on ? <DayText day={decision.due_on} /> : '',
          },
          { key: 'drafter', label: t('requests.field.drafter'), value: decision.drafter ?? '' },
          {
            key: 'by',
            label: t('requests.field.decided-by'),
            value: (
              <>
                {[decision.prefix, decision.position_name].filter(Boolean).length > 0 ? (
                  <span className="line">
                    <InLanguage>
                      {[decision.prefix, decision.position_name].filter(Boolean).join(' ')}
                    </InLanguage>
                  </span>
                ) : null}
                {decision.name}, <InstantText at={decision.decided_at} />
              </>
            ),
          },
        ]}
      />
    </Panel>
  );
}

export function RequestHistory({ read }: { read: ReadRequest }) {
  const t = useT();
  return (
    <Panel title={t('requests.part.history')}>
      <Timeline
        label={t('requests.part.history')}
        happenings={[
          { key: 'first', at: read.row.proposed_at, who: read.proposer, what: t('requests.did.proposed') },
          ...read.moves.map((move) => ({
            key: move.id,
            at: move.moved_at,
            who: move.name ?? move.moved_by,
            what: t(`requests.did.${move.to_state}`),
            note: move.reason ? <InLanguage>{move.reason}</InLanguage> : null,
          })),
        ]}
      />
    </Panel>
  );
}
