import { formatDay, formatInstant } from '../i18n/day-format.ts';
import { useLocale } from '../i18n/reader.tsx';

/** A day as the reader writes it. */
export function DayText({ day }: { day: string }) {
  const locale = useLocale();
  return (
    <time dateTime={day} className="figures">
      {formatDay(locale, day)}
    </time>
  );
}

/** An instant on the agency's clock. */
export function InstantText({ at }: { at: string }) {
  const locale = useLocale();
  return (
    <time dateTime={at} className="figures">
      {formatInstant(locale, at)}
    </time>
  );
}
