/** What one text says otherwise than another, line by line and word by word. */

export interface WordPart {
  text: string;
  change: 'same' | 'removed' | 'added';
}

export interface TextChange {
  /** Title of the section or step it stands in; null before the first. */
  place: string | null;
  /** First line of the change in the newer text, from 1. */
  line: number;
  removed: string[];
  added: string[];
  /** Where one line became another: its words. */
  words: WordPart[] | null;
}

export type LineEdit = { kind: 'same' | 'removed' | 'added'; text: string };

const mostCells = 4_000_000;

/** Longest common subsequence; texts too long to compare are one whole change. */
export function editsBetween(before: readonly string[], after: readonly string[]): LineEdit[] {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start++;
  let end = 0;
  const rest = Math.min(before.length, after.length) - start;
  while (end < rest && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  const old = before.slice(start, before.length - end);
  const fresh = after.slice(start, after.length - end);
  const same = (texts: readonly string[]): LineEdit[] => texts.map((text) => ({ kind: 'same', text }));
  return [
    ...same(before.slice(0, start)),
    ...middleEdits(old, fresh),
    ...same(before.slice(before.length - end)),
  ];
}

function middleEdits(old: readonly string[], fresh: readonly string[]): LineEdit[] {
  const columns = fresh.length + 1;
  if ((old.length + 1) * columns > mostCells) {
    return [
      ...old.map((text): LineEdit => ({ kind: 'removed', text })),
      ...fresh.map((text): LineEdit => ({ kind: 'added', text })),
    ];
  }
  const length = new Uint16Array((old.length + 1) * columns);
  const at = (row: number, column: number) => length[row * columns + column] ?? 0;
  for (let row = old.length - 1; row >= 0; row--) {
    for (let column = fresh.length - 1; column >= 0; column--) {
      length[row * columns + column] =
        old[row] === fresh[column]
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  const edits: LineEdit[] = [];
  let row = 0;
  let column = 0;
  while (row < old.length || column < fresh.length) {
    const [one, other] = [old[row], fresh[column]];
    if (one !== undefined && one === other) {
      edits.push({ kind: 'same', text: one });
      row++;
      column++;
    } else if (one !== undefined && (other === undefined || at(row + 1, column) >= at(row, column + 1))) {
      edits.push({ kind: 'removed', text: one });
      row++;
    } else if (other !== undefined) {
      edits.push({ kind: 'added', text: other });
      column++;
    }
  }
  return edits;
}

/** Words of a line with what changed in them. */
export function wordsChanged(before: string, after: string): WordPart[] {
  const split = (text: string) => text.split(/(?<=\s)/);
  const parts: WordPart[] = [];
  for (const { kind, text } of editsBetween(split(before), split(after))) {
    const last = parts.at(-1);
    if (last?.change === kind) last.text += text;
    else parts.push({ text, change: kind });
  }
  return parts;
}

const titled = /<(?:Section|Step)\b[^>]*\btitle="([^"]*)"/;

/** Changes in the order of the newer text; blank lines do not count. */
export function changesBetween(before: string, after: string): TextChange[] {
  const changes: TextChange[] = [];
  let place: string | null = null;
  let line = 1;
  let open: TextChange | null = null;
  for (const edit of editsBetween(before.split('\n'), after.split('\n'))) {
    if (edit.kind !== 'removed') place = titled.exec(edit.text)?.[1] ?? place;
    if (edit.kind === 'same') {
      if (open && edit.text.trim() !== '') {
        changes.push(open);
        open = null;
      }
    } else if (edit.text.trim() !== '') {
      open ??= { place, line, removed: [], added: [], words: null };
      if (edit.kind === 'removed') open.removed.push(edit.text.trim());
      else open.added.push(edit.text.trim());
    }
    if (edit.kind !== 'removed') line++;
  }
  if (open) changes.push(open);
  return changes.map((change) => {
    const [removed] = change.removed;
    const [added] = change.added;
    const oneForOne = change.removed.length === 1 && change.added.length === 1;
    return oneForOne && removed && added ? { ...change, words: wordsChanged(removed, added) } : change;
  });
}
