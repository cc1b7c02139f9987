import { useT } from '#app/i18n/reader.tsx';
import { nextUnanswered } from '../checklist-progress.ts';

/** How far it has come, always in sight, and the way to what is left. */
export function ChecklistProgress({ rows }: { rows: readonly { id: string; answer: unknown }[] }) {
  const t = useT();
  const answered = rows.filter((row) => row.answer !== null).length;
  const next = nextUnanswered(rows, '');
  return (
    <div className="checklist-progress">
      <label>
        <span className="figures">{t('audits.checklist.progress', { answered, total: rows.length })}</span>{' '}
        <progress value={answered} max={Math.max(1, rows.length)} />
      </label>
      {next ? (
        <a href={`#row-${next}`}>{t('audits.checklist.next-open')}</a>
      ) : (
        <strong>{t('audits.checklist.done')}</strong>
      )}
    </div>
  );
}
