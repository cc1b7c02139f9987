import { useLocale, useT } from '#app/i18n/reader.tsx';
import type { StepTime } from '../duty.ts';
import { withinWords } from './within-words.ts';

/** The step's own time, once when all cases agree, else per case. */
export function StepTimes({ times }: { times: readonly StepTime[] }) {
  const t = useT();
  const locale = useLocale();
  const words = (time: StepTime) =>
    time.counted
      ? withinWords(t, locale, time.within)
      : `${withinWords(t, locale, time.within)} (${t('mdx.time.not-counted')})`;
  const different = new Set(times.map(words));
  if (different.size <= 1) return [...different].join('');
  return (
    <ul className="plain">
      {times.map((time) => (
        <li key={time.case}>
          <span lang="vi">{time.caseTitle}</span>: {words(time)}
        </li>
      ))}
    </ul>
  );
}
