import { useT } from '#app/i18n/reader.tsx';
import type { TextChange, WordPart } from '../comparison/text-changes.ts';

/** What changed, place by place; removed and added words are marked by more than colour. */
export function TextChanges({ changes }: { changes: readonly TextChange[] }) {
  const t = useT();
  if (changes.length === 0) return <p className="quiet">{t('documents.changes.none')}</p>;
  return (
    <ol className="changes">
      {changes.map((change) => (
        <li key={`${change.line} ${change.removed[0] ?? ''} ${change.added[0] ?? ''}`} lang="vi">
          <p className="quiet">
            {change.place ? `${change.place} · ` : ''}
            {t('documents.changes.line', { line: change.line })}
          </p>
          {change.words ? <Words words={change.words} /> : <Lines change={change} />}
        </li>
      ))}
    </ol>
  );
}

/** One text with what went and what came in it. */
export function Words({ words }: { words: readonly WordPart[] }) {
  return (
    <p>
      {words.map((part, at) => {
        const key = `${at} ${part.change}`;
        if (part.change === 'removed') return <del key={key}>{part.text}</del>;
        return part.change === 'added' ? (
          <ins key={key}>{part.text}</ins>
        ) : (
          <span key={key}>{part.text}</span>
        );
      })}
    </p>
  );
}

function Lines({ change }: { change: TextChange }) {
  return (
    <>
      {change.removed.map((line, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines of one change may repeat and never move
        <p key={`removed ${at}`}>
          <del>{line}</del>
        </p>
      ))}
      {change.added.map((line, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines of one change may repeat and never move
        <p key={`added ${at}`}>
          <ins>{line}</ins>
        </p>
      ))}
    </>
  );
}
