import { Children, type ReactNode } from 'react';
import { keysIn } from '../text-tree.ts';
import { limitInWords } from './span-words.ts';
import { useLabels, useSurroundings } from './surroundings.tsx';

/** The step table: one row a step, one time column a case. `cases` is written by `arrange`. */
export function Steps({ cases, children }: { cases?: string; children?: ReactNode }) {
  const label = useLabels();
  const { compiled } = useSurroundings();
  const ids = keysIn(cases);
  const shown = compiled.cases.filter((one) => ids.includes(one.id));
  const severalCases = shown.length > 1;
  const rowSpan = severalCases ? 2 : undefined;
  return (
    <div className="steps">
      {shown.length > 0 && (
        <ul className="case-limits">
          {shown.map((one) => {
            const limit = limitInWords(one.limit, compiled.frontMatter.language);
            return <li key={one.id}>{label('steps.case-limit', { case: one.title, limit })}</li>;
          })}
        </ul>
      )}
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would promise a form. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable from the keyboard. */}
      <div className="table-scroll" role="group" aria-label={label('steps.caption')} tabIndex={0}>
        <table className="step-table">
          <caption>{label('steps.caption')}</caption>
          <thead>
            <tr>
              <th scope="col" rowSpan={rowSpan}>
                {label('steps.number')}
              </th>
              <th scope="col" rowSpan={rowSpan}>
                {label('steps.work')}
              </th>
              <th scope="col" rowSpan={rowSpan}>
                {label('steps.responsibility')}
              </th>
              <th scope={severalCases ? 'colgroup' : 'col'} colSpan={severalCases ? shown.length : undefined}>
                {label('steps.time')}
              </th>
              <th scope="col" rowSpan={rowSpan}>
                {label('steps.outcome')}
              </th>
            </tr>
            {severalCases && (
              <tr>
                {shown.map((one) => (
                  <th key={one.id} scope="col">
                    {one.title}
                  </th>
                ))}
              </tr>
            )}
          </thead>
          <tbody>{Children.toArray(children).filter((child) => typeof child !== 'string')}</tbody>
        </table>
      </div>
    </div>
  );
}
