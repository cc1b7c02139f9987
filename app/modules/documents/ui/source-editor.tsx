import { useCallback, useEffect, useRef, useState } from 'react';
import { useT } from '#app/i18n/reader.tsx';
import { FindingList } from '#app/ui/finding-list.tsx';
import type { FormState } from '#app/ui/form-field.tsx';
import { typedOr } from '#app/ui/form-field.tsx';
import type { ShownText } from '../reading/shown-text.server.ts';
import type { SourceView } from './editor/code-mirror.ts';
import { DraftPreview } from './editor/draft-preview.tsx';
import { useLiveText } from './editor/live-text.ts';

interface EditorProps {
  revision: { id: string; title_vi: string; source: string };
  /** The saved text as it reads; the preview takes over while somebody types. */
  text: ShownText;
  form: FormState;
  /** Told of every change, for saving by itself. */
  onChange(): void;
}

/** The source with line numbers, its findings at their lines, and how it will read. Without JavaScript: a text field. */
export function SourceEditor({ revision, text, form, onChange }: EditorProps) {
  const view = useRef<SourceView | null>(null);
  const [source, setSource] = useState(typedOr(form, 'source', revision.source));
  const { shown, busy } = useLiveText(revision.id, source, { source: revision.source, text });
  useEffect(() => view.current?.show(shown.findings), [shown.findings]);
  const change = useCallback(
    (typed: string) => {
      setSource(typed);
      onChange();
    },
    [onChange],
  );
  const ready = useCallback(
    (opened: SourceView | null) => {
      view.current = opened;
      opened?.show(text.findings);
    },
    [text.findings],
  );
  return (
    <div className="editor">
      <div>
        <Source source={source} onChange={change} onReady={ready} />
        <Findings shown={shown} goTo={(line, column) => view.current?.goTo(line, column)} />
      </div>
      <DraftPreview revision={revision} shown={shown} busy={busy} />
    </div>
  );
}

/** Words of the editor's own panels. */
const panelWords = [
  ...['Find', 'Replace', 'next', 'previous', 'all', 'match case', 'by word', 'regexp', 'replace'],
  ...['replace all', 'close', 'Go to line', 'go', 'Diagnostics', 'No diagnostics', 'current match'],
  ...['on line', 'replaced $ matches', 'replaced match on line $'],
];

function Source(props: {
  source: string;
  onChange: (source: string) => void;
  onReady: (view: SourceView | null) => void;
}) {
  const { source, onChange, onReady } = props;
  const t = useT();
  const box = useRef<HTMLDivElement>(null);
  const first = useRef({ source, onChange, onReady, t });
  const [live, setLive] = useState(false);
  useEffect(() => {
    let opened: SourceView | null = null;
    let gone = false;
    // Only this page pays for the editor; until it is here the text field serves.
    import('./editor/code-mirror.ts').then(({ openSourceView }) => {
      if (gone || !box.current) return;
      const { t: say, onChange: tell, onReady: ready } = first.current;
      const words = panelWords.map((word) => [word, say(`editor.panel.${word.replace(/[^A-Za-z]+/g, '-')}`)]);
      opened = openSourceView({
        parent: box.current,
        text: first.current.source,
        label: say('documents.edit.source'),
        phrases: Object.fromEntries(words),
        onChange: tell,
      });
      setLive(true);
      ready(opened);
    });
    return () => {
      gone = true;
      opened?.close();
    };
  }, []);
  return (
    <div>
      {live ? (
        <p className="editor-label">{t('documents.edit.source')}</p>
      ) : (
        <label htmlFor="field-source">{t('documents.edit.source')}</label>
      )}
      <div className="editor-source" ref={box}>
        <textarea
          id="field-source"
          name="source"
          className="source"
          spellCheck={false}
          hidden={live}
          value={source}
          onChange={(event) => {
            first.current.source = event.currentTarget.value;
            onChange(event.currentTarget.value);
          }}
        />
      </div>
    </div>
  );
}

/** The findings again as a list that the keyboard reaches, each with the way to its line. */
function Findings({ shown, goTo }: { shown: ShownText; goTo: (line: number, column: number) => void }) {
  const t = useT();
  const lines = [...new Set(shown.findings.map((finding) => finding.line))].sort((a, b) => a - b);
  const columnOf = (line: number) => shown.findings.find((finding) => finding.line === line)?.column ?? 1;
  return (
    <>
      <h2>{t('documents.findings.title', { count: shown.findings.length })}</h2>
      {lines.length > 0 ? (
        <p className="line-links">
          {t('documents.edit.lines')}{' '}
          {lines.map((line) => (
            <span key={line}>
              <button type="button" className="line-link figures" onClick={() => goTo(line, columnOf(line))}>
                {line}
              </button>{' '}
            </span>
          ))}
        </p>
      ) : null}
      <FindingList findings={shown.findings} />
    </>
  );
}
