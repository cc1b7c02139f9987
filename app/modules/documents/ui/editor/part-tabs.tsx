import { Link } from '@remix-run/react';
import { useT } from '#app/i18n/reader.tsx';
import type { ShownFinding } from '#app/ui/finding-list.tsx';
import type { FormView } from '../../editor/form-view.ts';
import { type FormPart, partsOf, placeOfFinding } from '../../editor/part-of-finding.ts';

/** The parts of the form, each with the number of findings to be mended there. */
export function PartTabs(props: { view: FormView; findings: readonly ShownFinding[]; part: FormPart }) {
  const { view, findings, part } = props;
  const t = useT();
  const counts = new Map<FormPart, number>();
  for (const finding of findings) {
    const place = placeOfFinding(view, finding).part;
    counts.set(place, (counts.get(place) ?? 0) + 1);
  }
  return (
    <nav className="tabs" aria-label={t('editor.parts')}>
      <ul>
        {partsOf(view).map((one) => {
          const count = counts.get(one) ?? 0;
          return (
            <li key={one}>
              <Link to={`?part=${one}`} aria-current={one === part ? 'page' : undefined} preventScrollReset>
                {t(`editor.part.${one}`)}
                {count > 0 ? (
                  <>
                    {' '}
                    <span className="count">
                      {count}
                      <span className="unseen"> {t('editor.part.findings')}</span>
                    </span>
                  </>
                ) : null}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
