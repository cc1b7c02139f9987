import { formatNumber } from '#app/i18n/day-format.ts';
import { useLocale, useT } from '#app/i18n/reader.tsx';

/** An amount with its unit, or that the province fixes it. */
export function FeeAmount({ fee }: { fee: { amount: number | null; unit: string } }) {
  const t = useT();
  const locale = useLocale();
  if (fee.amount === null) return <span className="quiet">{t('fees.by-province')}</span>;
  return (
    <>
      {formatNumber(locale, fee.amount)} <span lang="vi">{fee.unit}</span>
    </>
  );
}
