import type { AnchorHTMLAttributes, ReactNode } from 'react';
import { useLabels } from './surroundings.tsx';

export function Section({ id, title, children }: { id: string; title: string; children?: ReactNode }) {
  return (
    <section id={id}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

type NoteKind = 'note' | 'warning' | 'law';

export function Note({ kind = 'note', children }: { kind?: NoteKind; children?: ReactNode }) {
  const label = useLabels();
  return (
    <aside className={`note note-${kind}`}>
      <p className="note-title">{label(`note.${kind}`)}</p>
      {children}
    </aside>
  );
}

/** A wide table scrolls by itself, also from the keyboard. */
export function MarkdownTable({ children }: { children?: ReactNode }) {
  const label = useLabels();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would promise a form.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable from the keyboard.
    <div className="table-scroll" role="group" aria-label={label('table.label')} tabIndex={0}>
      <table>{children}</table>
    </div>
  );
}

export function MarkdownLink({ children, ...link }: AnchorHTMLAttributes<HTMLAnchorElement>) {
  const outside = /^https?:/i.test(link.href ?? '');
  return (
    <a {...link} {...(outside ? { rel: 'noreferrer' } : {})}>
      {children}
    </a>
  );
}
