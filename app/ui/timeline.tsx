import type { ReactNode } from 'react';
import { formatInstant } from '../i18n/day-format.ts';
import { useLocale } from '../i18n/reader.tsx';

export interface Happening {
  key: string;
  at: string;
  who: ReactNode;
  what: ReactNode;
  note?: ReactNode;
}

/** What happened, in the order given. */
export function Timeline({ happenings, label }: { happenings: readonly Happening[]; label: string }) {
  const locale = useLocale();
  return (
    <ol className="timeline" aria-label={label}>
      {happenings.map((happening) => (
        <li key={happening.key}>
          <time dateTime={happening.at} className="figures">
            {formatInstant(locale, happening.at)}
          </time>
          <div>
            <p>
              <strong>{happening.who}</strong> {happening.what}
            </p>
            {happening.note ? <p className="quiet">{happening.note}</p> : null}
          </div>
        </li>
      ))}
    </ol>
  );
}
