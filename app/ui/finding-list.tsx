import { useT } from '../i18n/reader.tsx';

export interface ShownFinding {
  rule: string;
  severity: 'error' | 'warning';
  message: string;
  line?: number;
  column?: number;
}

/** What is wrong with a text, errors first, each with its place where the lines of the text are seen. */
export function FindingList({
  findings,
  placed = true,
}: {
  findings: readonly ShownFinding[];
  placed?: boolean;
}) {
  const t = useT();
  const ordered = [...findings].sort(
    (a, b) =>
      Number(a.severity === 'warning') - Number(b.severity === 'warning') || (a.line ?? 0) - (b.line ?? 0),
  );
  if (ordered.length === 0) return <p className="finding-none">{t('ui.findings.none')}</p>;
  return (
    <ul className="findings">
      {ordered.map((finding) => (
        <li
          key={`${finding.rule} ${finding.line ?? ''}:${finding.column ?? ''} ${finding.message}`}
          className={`finding finding-${finding.severity}`}
        >
          <span className="finding-word">{t(`ui.findings.${finding.severity}`)}</span>
          <span>
            {finding.message}
            {placed && finding.line ? (
              <span className="quiet figures">
                {' '}
                {t('ui.findings.place', { line: finding.line, column: finding.column ?? 1 })}
              </span>
            ) : null}
          </span>
        </li>
      ))}
    </ul>
  );
}
