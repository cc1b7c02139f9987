import { useT } from '#app/i18n/reader.tsx';
import { InLanguage } from '#app/ui/in-language.tsx';
import { readRetention } from '../retention.ts';

/** A retention as people say it. */
export function RetentionText({ written }: { written: string }) {
  const t = useT();
  const retention = readRetention(written);
  if (retention.kind === 'permanent') return t('records.retention.permanent');
  if (retention.kind === 'unknown') return <span className="late">{t('records.retention.unknown')}</span>;
  if (retention.kind === 'until') {
    return (
      <>
        {t('records.retention.until')} <InLanguage>{retention.event}</InLanguage>
      </>
    );
  }
  const years = retention.months / 12;
  const [count, unit] = Number.isInteger(years) ? [years, 'years'] : [retention.months, 'months'];
  return t(`records.retention.${unit}${count === 1 ? '.one' : ''}`, { count });
}
