import { useLocale, useT } from '#app/i18n/reader.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { KeyValues } from '#app/ui/key-values.tsx';
import { DayText } from '#app/ui/moment.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Stamp, stampKinds } from '#app/ui/stamp.tsx';
import type { AuditPage } from '../audit-page.server.ts';
import { auditPath, auditsPath } from '../paths.ts';
import './audits.css';

export function AuditState({ state }: { state: string }) {
  const kind = stampKinds.find((one) => one === state);
  return kind ? <Stamp kind={kind} /> : null;
}

/** Head of a page where one act on an audit is done. */
export function AuditActHeader({ audit, act }: { audit: AuditPage['audit']; act: string }) {
  const t = useT();
  return (
    <PageHeader
      over={`${audit.number} · ${audit.title}`}
      title={t(`audits.act.${act}`)}
      lead={t(`audits.stage.${act}`)}
      crumbs={[
        { label: t('audits.title'), to: auditsPath },
        { label: audit.number, to: auditPath(audit.id) },
      ]}
      stamps={<AuditState state={audit.state} />}
    />
  );
}

export function AuditFacts({ page }: { page: Pick<AuditPage, 'audit' | 'units'> }) {
  const t = useT();
  const locale = useLocale();
  const { audit, units } = page;
  const field = (name: string) => t(`audits.field.${name}`);
  return (
    <KeyValues
      facts={[
        { key: 'objective', label: field('objective'), value: audit.objective },
        { key: 'scope', label: field('scope'), value: audit.scope },
        {
          key: 'units',
          label: field('units'),
          value: units.map((unit) => (locale === 'en' ? unit.nameEn : unit.nameVi)).join('; '),
        },
        { key: 'edition', label: t('standards.edition'), value: t(`standards.edition.${audit.edition}`) },
        {
          key: 'period',
          label: field('period'),
          value: (
            <>
              <DayText day={audit.periodFrom} /> – <DayText day={audit.periodUntil} />
            </>
          ),
        },
        { key: 'planned', label: field('planned-on'), value: <DayText day={audit.plannedOn} /> },
      ]}
    />
  );
}

/** The team; an exception to independence is shown with its reason and second reviewer. */
export function Team({ auditors }: { auditors: AuditPage['auditors'] }) {
  const t = useT();
  if (auditors.length === 0) return <EmptyState title={t('audits.team.none')} />;
  return (
    <ul className="team">
      {auditors.map((auditor) => (
        <li key={auditor.id}>
          <strong>{auditor.officerName}</strong>{' '}
          <span className="quiet">{t(`audits.team.${auditor.part}`)}</span>
          {auditor.exceptionReason ? (
            <p className="quiet">
              {t('audits.team.exception', {
                reason: auditor.exceptionReason,
                name: auditor.secondReviewerName ?? '–',
              })}
            </p>
          ) : null}
          {auditor.tied && !auditor.exceptionReason ? (
            <p className="field-error">{t('audits.team.tied')}</p>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
