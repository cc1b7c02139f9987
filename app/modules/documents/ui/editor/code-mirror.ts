import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { markdown } from '@codemirror/lang-markdown';
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { type Diagnostic, lintGutter, lintKeymap, setDiagnostics } from '@codemirror/lint';
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search';
import { EditorState } from '@codemirror/state';
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import type { ShownFinding } from '#app/ui/finding-list.tsx';

interface EditorWishes {
  parent: HTMLElement;
  text: string;
  label: string;
  phrases: Record<string, string>;
  onChange(text: string): void;
}

export interface SourceView {
  show(findings: readonly ShownFinding[]): void;
  goTo(line: number, column: number): void;
  close(): void;
}

/** The colours are those of the page, so that they follow its light and dark. */
const look = EditorView.theme({
  '&': { height: '100%', color: 'var(--ink)', backgroundColor: 'var(--sheet)', fontSize: '0.875rem' },
  '&.cm-focused': { outline: '2px solid var(--focus)', outlineOffset: '-2px' },
  '.cm-scroller': {
    fontFamily: 'ui-monospace, "Cascadia Mono", "DejaVu Sans Mono", monospace',
    lineHeight: '1.5rem',
  },
  '.cm-content': { caretColor: 'var(--ink)' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    backgroundColor: 'var(--mark)',
  },
  '.cm-gutters': { backgroundColor: 'var(--shade)', color: 'var(--ink-quiet)', border: 'none' },
  '.cm-activeLine': { backgroundColor: 'transparent' },
  '.cm-tooltip, .cm-panels': {
    backgroundColor: 'var(--sheet)',
    color: 'var(--ink)',
    border: '1px solid var(--edge)',
  },
  '.cm-panels input, .cm-panels button': { minHeight: '2rem' },
});

const colours = HighlightStyle.define([
  { tag: tags.heading, fontWeight: '700' },
  { tag: tags.strong, fontWeight: '700' },
  { tag: tags.emphasis, fontStyle: 'italic' },
  { tag: [tags.tagName, tags.angleBracket], color: 'var(--green-ink)' },
  { tag: [tags.attributeName, tags.attributeValue, tags.string], color: 'var(--ink-quiet)' },
]);

/** The nonce of the page's first answer: the browser hides it from selectors but not from its own scripts. */
function nonceOfPage(): string {
  return document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce ?? '';
}

/** Tab leaves the field, as everywhere: nobody is caught in it. */
export function openSourceView({ parent, text, label, phrases, onChange }: EditorWishes): SourceView {
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: text,
      extensions: [
        EditorView.cspNonce.of(nonceOfPage()),
        EditorState.phrases.of(phrases),
        EditorView.contentAttributes.of({
          'aria-label': label,
          lang: 'vi',
          spellcheck: 'false',
          tabindex: '0',
        }),
        ...[lineNumbers(), lintGutter(), history(), drawSelection(), highlightActiveLine()],
        ...[search({ top: true }), highlightSelectionMatches(), EditorView.lineWrapping],
        ...[markdown(), syntaxHighlighting(colours), look],
        keymap.of([...defaultKeymap, ...historyKeymap, ...searchKeymap, ...lintKeymap]),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) onChange(update.state.doc.toString());
        }),
      ],
    }),
  });
  let waiting: readonly ShownFinding[] | null = null;
  const show = (findings: readonly ShownFinding[]) => {
    // Marks set while a letter is being composed would break the composing of "ươ" out of "uow".
    if (view.composing) {
      if (waiting === null) view.contentDOM.addEventListener('compositionend', shownLater, { once: true });
      waiting = findings;
    } else view.dispatch(setDiagnostics(view.state, diagnosticsOf(view.state, findings)));
  };
  const shownLater = () => {
    const findings = waiting ?? [];
    waiting = null;
    setTimeout(() => show(findings));
  };
  return {
    show,
    goTo(line, column) {
      const place = view.state.doc.line(Math.min(Math.max(1, line), view.state.doc.lines));
      const anchor = Math.min(place.to, place.from + Math.max(0, column - 1));
      view.dispatch({ selection: { anchor }, effects: EditorView.scrollIntoView(anchor, { y: 'center' }) });
      view.focus();
    },
    close: () => view.destroy(),
  };
}

function diagnosticsOf(state: EditorState, findings: readonly ShownFinding[]): Diagnostic[] {
  return findings.map(({ line = 1, column = 1, severity, message }) => {
    const place = state.doc.line(Math.min(Math.max(1, line), state.doc.lines));
    const from = Math.min(place.to, place.from + Math.max(0, column - 1));
    return { from, to: place.to, severity, message };
  });
}
