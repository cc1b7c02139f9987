import { formatDay } from '#app/i18n/day-format.ts';
import { useLocale, useT } from '#app/i18n/reader.tsx';
import { Stamp, type StampKind } from '#app/ui/stamp.tsx';

const stamps: Record<string, StampKind> = {
  'in-force': 'in-force',
  partly: 'in-force',
  'not-yet': 'not-yet-in-force',
  expired: 'withdrawn',
  unknown: 'not-audited',
};

/** Is the law still the law: its state in a stamp, and what took its place. */
export function LegalStatus({
  row,
}: {
  row: { status: string; inForceUntil: string | null; replacedBy: string | null };
}) {
  const t = useT();
  const locale = useLocale();
  return (
    <>
      <Stamp kind={stamps[row.status] ?? 'not-audited'}>{t(`documents.legal.status.${row.status}`)}</Stamp>
      {row.inForceUntil ? (
        <span className="quiet line">
          {t('documents.legal.until', { day: formatDay(locale, row.inForceUntil) })}
        </span>
      ) : null}
      {row.replacedBy ? (
        <span className="quiet line" lang="vi">
          {t('documents.legal.replaced', { name: row.replacedBy })}
        </span>
      ) : null}
    </>
  );
}
