import { useT } from '#app/i18n/reader.tsx';
import type { FormView } from '../../editor/form-view.ts';
import { typedSums } from '../../editor/typed-times.ts';

/** For each case the hours of its steps against its limit, as they stand in the fields right now. */
export function LiveSums({ view, typed }: { view: FormView; typed: FormData | null }) {
  const t = useT();
  const valuesOf = (field: string): string[] | null => {
    if (!typed?.has(field)) return null;
    return typed.getAll(field).map(String);
  };
  const sums = typedSums(view, valuesOf);
  if (sums.length === 0) return null;
  const hours = (value: number) => String(Number(value.toFixed(2))).replace('.', t('editor.sum.comma'));
  return (
    <div className="live-sums" aria-live="polite">
      <p className="live-sums-title">{t('editor.sum.title')}</p>
      <ul>
        {sums.map((sum, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: cases of a text keep their places while it is typed
          <li key={at} className={`sum sum-${sum.state}`}>
            <strong lang="vi">{sum.case.title}</strong>{' '}
            {sum.state !== 'apart' && sum.state !== 'tangled' && (
              <>
                <span className="figures">
                  {hours(sum.hours)}
                  {sum.limitHours === null ? '' : ` / ${hours(sum.limitHours)}`} {t('editor.sum.hours')}
                </span>{' '}
              </>
            )}
            {t(`editor.sum.${sum.state}`, {
              difference: sum.limitHours === null ? '' : hours(Math.abs(sum.limitHours - sum.hours)),
            })}
          </li>
        ))}
      </ul>
    </div>
  );
}
