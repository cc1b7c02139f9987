import type { DragEvent, ReactNode } from 'react';
import { useT } from '#app/i18n/reader.tsx';
import { FindingList, type ShownFinding } from '#app/ui/finding-list.tsx';
import type { FormView } from '../../editor/form-view.ts';
import { type FormPart, placeOfFinding } from '../../editor/part-of-finding.ts';

/** Findings of one row, or (`at` null) of the part itself, without the lines of a text that the form does not show. */
export function findingsAt(
  view: FormView,
  findings: readonly ShownFinding[],
  part: FormPart,
  at: number | null,
): ShownFinding[] {
  return findings.flatMap((finding) => {
    const place = placeOfFinding(view, finding);
    const { line: _line, column: _column, ...rest } = finding;
    return place.part === part && place.at === at ? [rest] : [];
  });
}

interface RowProps {
  id: string;
  title: ReactNode;
  at: number;
  /** Place among its kind, for the buttons up and down; absent where the order does not matter. */
  place?: { now: number; of: number };
  name: string;
  findings: readonly ShownFinding[];
  children: ReactNode;
}

const dragged = 'application/x-ro-viec-row';

/** A row of the form: its findings, its fields, and the buttons that move it or take it away. */
export function RowFrame({ id, title, at, place, name, findings, children }: RowProps) {
  const t = useT();
  const drop = (event: DragEvent<HTMLFieldSetElement>) => {
    const from = event.dataTransfer.getData(dragged);
    const form = event.currentTarget.form;
    if (from === '' || from === String(at) || !place || !form) return;
    event.preventDefault();
    const button = form.querySelector<HTMLButtonElement>('button[data-place]');
    if (!button) return;
    button.value = `place:${from}:${place.now}`;
    form.requestSubmit(button);
  };
  return (
    <fieldset
      className="editor-row"
      id={id}
      onDragOver={(event) => {
        if (place && event.dataTransfer.types.includes(dragged)) event.preventDefault();
      }}
      onDrop={drop}
    >
      <legend
        draggable={place !== undefined}
        onDragStart={(event) => event.dataTransfer.setData(dragged, String(at))}
      >
        {title}
      </legend>
      {findings.length > 0 ? <FindingList findings={findings} /> : null}
      <div className="editor-cells">{children}</div>
      <div className="editor-row-acts">
        {place && place.now > 0 ? (
          <button type="submit" className="button button-quiet" name="act" value={`move:${at}:up`}>
            {t('editor.row.up')}
            <span className="unseen"> {name}</span>
          </button>
        ) : null}
        {place && place.now < place.of - 1 ? (
          <button type="submit" className="button button-quiet" name="act" value={`move:${at}:down`}>
            {t('editor.row.down')}
            <span className="unseen"> {name}</span>
          </button>
        ) : null}
        <details className="editor-remove">
          <summary>
            {t('editor.row.remove')}
            <span className="unseen"> {name}</span>
          </summary>
          <button type="submit" className="button button-danger" name="act" value={`remove:${at}`}>
            {t('editor.row.remove-sure', { name })}
          </button>
        </details>
      </div>
    </fieldset>
  );
}
