import type { Outline, OutlineComponent } from '#app/mdx/outline-shape.ts';
import { attributeReplacements } from './attribute-edits.ts';
import { type FrontMatterValue, frontMatterReplacements } from './front-matter-edits.ts';
import { insertion, type NewComponent } from './insertion.ts';
import { editedProse, writtenLine } from './prose.ts';
import { removal } from './removal.ts';
import { type Replacement, withReplacements } from './replacements.ts';

/** What a person changed. Numbers are those of the outline the edits were made from. */
export type Edit =
  | { do: 'front-matter'; path: string; value: FrontMatterValue }
  | { do: 'attribute'; of: number; name: string; value: string | null }
  /** `stretch` equal to the number of stretches begins a new one at the end of the body. */
  | { do: 'prose'; of: number; stretch: number; text: string }
  /** A list item behind the last words of a body; joins the list that stands there. */
  | { do: 'mention'; of: number; text: string }
  | { do: 'insert'; into: number; after: number | null; before?: number; component: NewComponent }
  | { do: 'remove'; component: number }
  /** Children of one name: the numbers of all of them, in their new order. */
  | { do: 'arrange'; parent: number; name: string; order: readonly number[] };

/**
 * The text with the edits in it. Only the spans of what was edited change; an edit that says what the text says
 * already changes nothing. `outline` must be the outline of `source`.
 */
export function applyEdits(source: string, outline: Outline, edits: readonly Edit[]): string {
  const removed = edits.flatMap((edit) => (edit.do === 'remove' ? [edit.component] : []));
  const stays = (number: number) => !isWithin(outline, number, removed);
  const replacements: Replacement[] = [
    ...frontMatterReplacements(
      source,
      outline,
      edits.flatMap((edit) => (edit.do === 'front-matter' ? [edit] : [])),
    ),
  ];
  for (const [number, component] of outline.components.entries()) {
    const changes = edits.flatMap((edit) => (edit.do === 'attribute' && edit.of === number ? [edit] : []));
    if (changes.length > 0 && stays(number)) replacements.push(...attributeReplacements(component, changes));
  }
  for (const edit of edits) {
    if (edit.do === 'prose' && (edit.of === -1 || stays(edit.of)))
      replacements.push(...proseReplacement(source, outline, edit));
    if (edit.do === 'mention' && (edit.of === -1 || stays(edit.of)))
      replacements.push(mention(source, outline, edit));
    if (edit.do === 'insert' && (edit.into === -1 || stays(edit.into)))
      replacements.push(insertion(source, outline, edit));
  }
  const outermost = removed.filter((number) => !isWithin(outline, number, removed, false));
  for (const number of new Set(outermost)) {
    const component = outline.components[number];
    if (component) replacements.push(removal(source, component));
  }
  return withReplacements(source, replacements, arrangementOf(outline, edits));
}

/** Whether a component is one of those named or stands in one of them. */
function isWithin(outline: Outline, number: number, named: readonly number[], itself = true): boolean {
  let at = itself ? number : (outline.components[number]?.parent ?? -1);
  while (at !== -1) {
    if (named.includes(at)) return true;
    at = outline.components[at]?.parent ?? -1;
  }
  return false;
}

/** Numbers of the children of a name, in the order of the text. */
export function childrenOf(outline: Outline, parent: number, name: string): number[] {
  return outline.components.flatMap((one, number) =>
    one.parent === parent && one.name === name && !one.inline ? [number] : [],
  );
}

function arrangementOf(outline: Outline, edits: readonly Edit[]) {
  const arrange = edits.find((edit) => edit.do === 'arrange');
  if (!arrange) return undefined;
  const now = childrenOf(outline, arrange.parent, arrange.name);
  const order = arrange.order.map((number) => now.indexOf(number));
  const whole = order.length === now.length && now.every((_number, place) => order.includes(place));
  if (!whole) return undefined;
  return { places: now.map((number) => spanOf(outline.components[number])), order };
}

function spanOf(component: OutlineComponent | undefined) {
  return component?.span ?? { start: 0, end: 0 };
}

function proseReplacement(
  source: string,
  outline: Outline,
  edit: Extract<Edit, { do: 'prose' }>,
): Replacement[] {
  const component = outline.components[edit.of];
  const stretch = (component?.prose ?? outline.prose)[edit.stretch];
  if (stretch) {
    if (stretch.fixed) return [];
    const { start, end } = stretch.span;
    const raw = source.slice(start, end);
    const text = editedProse(raw, edit.text);
    return text === raw ? [] : [{ start, end, text }];
  }
  if (edit.text.trim() === '') return [];
  return [insertion(source, outline, { into: edit.of, after: null, prose: edit.text })];
}

function mention(source: string, outline: Outline, edit: Extract<Edit, { do: 'mention' }>): Replacement {
  const own = outline.components[edit.of]?.prose ?? outline.prose;
  const last = own.findLast((stretch) => !stretch.fixed);
  if (!last) return insertion(source, outline, { into: edit.of, after: null, prose: edit.text });
  const { end } = last.span;
  const line = source.slice(source.lastIndexOf('\n', end - 1) + 1, end);
  const lineEnd = source.includes('\r\n') ? '\r\n' : '\n';
  const gap = /^- /.test(line) ? lineEnd : lineEnd + lineEnd;
  return { start: end, end, text: `${gap}${writtenLine(edit.text)}` };
}
