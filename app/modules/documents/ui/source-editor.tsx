import { useBeforeUnload, useFetcher } from '@remix-run/react';
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { useT } from '#app/i18n/reader.tsx';
import { DocumentPage } from '#app/ui/document-page.tsx';
import { FindingList, type ShownFinding } from '#app/ui/finding-list.tsx';
import type { FormState } from '#app/ui/form-field.tsx';
import { typedOr } from '#app/ui/form-field.tsx';
import { revisionPath } from '../paths.ts';
import type { ShownText } from '../reading/shown-text.server.ts';
import { DocumentText } from './document-text.tsx';

interface EditorProps {
  revision: { id: string; title_vi: string; source: string };
  /** The saved text as it reads; the preview takes over while somebody types. */
  text: ShownText;
  form: FormState;
}

const waitBeforePreview = 700;

/** The source with line numbers, its findings at their lines, and how it will read. Without JavaScript: a text field. */
export function SourceEditor({ revision, text, form }: EditorProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  const [source, setSource] = useState(typedOr(form, 'source', revision.source));
  const preview = useFetcher<{ text: ShownText }>();
  const submit = useRef(preview.submit);
  submit.current = preview.submit;
  useEffect(() => {
    if (source === revision.source) return;
    const timer = setTimeout(
      () => submit.current({ source }, { method: 'post', action: revisionPath(revision.id, 'preview') }),
      waitBeforePreview,
    );
    return () => clearTimeout(timer);
  }, [source, revision.id, revision.source]);
  useBeforeUnload(
    useCallback(
      (event: BeforeUnloadEvent) => {
        // Saving leaves the page too, but through the form; the browser then does not ask.
        if (source !== revision.source && document.activeElement?.tagName !== 'BUTTON')
          event.preventDefault();
      },
      [source, revision.source],
    ),
  );
  const shown = source === revision.source ? text : (preview.data?.text ?? text);
  return (
    <div className="editor">
      <Source area={area} source={source} findings={shown.findings} onChange={setSource} />
      <Beside
        shown={shown}
        title={revision.title_vi}
        busy={preview.state !== 'idle'}
        goTo={(line, column) => goToLine(area, line, column)}
      />
    </div>
  );
}

function Source(props: {
  area: RefObject<HTMLTextAreaElement>;
  source: string;
  findings: readonly ShownFinding[];
  onChange: (source: string) => void;
}) {
  const { area, source, findings, onChange } = props;
  const t = useT();
  const lines = useRef<HTMLDivElement>(null);
  const [live, setLive] = useState(false);
  useEffect(() => setLive(true), []);
  const follow = (top: number) => {
    if (lines.current) lines.current.scrollTop = top;
  };
  return (
    <div>
      <label htmlFor="field-source">{t('documents.edit.source')}</label>
      <div className={live ? 'editor-source editor-numbered' : 'editor-source'}>
        {live ? <Lines box={lines} source={source} findings={findings} /> : null}
        <textarea
          ref={area}
          id="field-source"
          name="source"
          className="source"
          spellCheck={false}
          value={source}
          onChange={(event) => onChange(event.currentTarget.value)}
          onScroll={(event) => follow(event.currentTarget.scrollTop)}
        />
      </div>
    </div>
  );
}

/** The same lines behind the text, unseen but for their numbers: a long paragraph wraps and still has one number. */
function Lines(props: { box: RefObject<HTMLDivElement>; source: string; findings: readonly ShownFinding[] }) {
  const { box, source, findings } = props;
  const worst = new Map<number, string>();
  for (const { line = 0, severity } of findings) {
    if (worst.get(line) !== 'error') worst.set(line, severity);
  }
  return (
    <div ref={box} className="editor-lines" aria-hidden="true">
      {source.split('\n').map((text, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line number is its place
        <div key={at} className={worst.get(at + 1)}>
          {text === '' ? ' ' : text}
        </div>
      ))}
    </div>
  );
}

function Beside(props: {
  shown: ShownText;
  title: string;
  busy: boolean;
  goTo: (line: number, column: number) => void;
}) {
  const { shown, title, busy, goTo } = props;
  const t = useT();
  const lines = [...new Set(shown.findings.map((finding) => finding.line))].sort((a, b) => a - b);
  const columnOf = (line: number) => shown.findings.find((finding) => finding.line === line)?.column ?? 1;
  return (
    <div className="editor-beside">
      <h2>{t('documents.findings.title', { count: shown.findings.length })}</h2>
      <p className="quiet" aria-live="polite">
        {busy ? t('documents.edit.checking') : t('documents.edit.checked')}
      </p>
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
      <DocumentPage lang={shown.language}>
        <DocumentText text={shown} title={title} />
      </DocumentPage>
    </div>
  );
}

function goToLine(area: RefObject<HTMLTextAreaElement>, line: number, column: number): void {
  const field = area.current;
  if (!field) return;
  const before = field.value.split('\n').slice(0, line - 1);
  const start = before.reduce((sum, text) => sum + text.length + 1, 0);
  const end = field.value.indexOf('\n', start);
  field.focus();
  field.setSelectionRange(start + Math.min(column - 1, 1_000), end === -1 ? field.value.length : end);
  const row = field.parentElement?.querySelector(`.editor-lines > :nth-child(${line})`);
  if (row instanceof HTMLElement) field.scrollTop = Math.max(0, row.offsetTop - 80);
}
