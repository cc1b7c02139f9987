import type { Outline } from '#app/mdx/outline-shape.ts';
import { componentRule } from '#app/mdx/profile.ts';
import { writtenAttribute } from '../import/mdx-text.ts';
import { editedProse } from './prose.ts';
import type { Replacement } from './replacements.ts';

export interface NewComponent {
  name: string;
  attributes: Readonly<Record<string, string | null>>;
  children?: readonly NewComponent[];
  /** Words as they are typed. */
  prose?: string;
}

interface Place {
  into: number;
  /** Component it is to stand behind; null = last in the body. */
  after: number | null;
  /** Component it is to stand in front of, when it comes first. */
  before?: number;
}

/** Rows of one list stand line by line; everything else has an empty line around it. */
const rows = new Set(['Case', 'Time', 'Paper', 'Record', 'Field', 'Abbreviation']);
/** What stands inside these is indented; the content of a section is not. */
const indented = new Set(['Steps', 'Step', 'Dossier']);

/** A new component or new words at a place, in the house style and with the line ends of the text. */
export function insertion(
  source: string,
  outline: Outline,
  what: Place & ({ component: NewComponent } | { prose: string }),
): Replacement {
  const parent = outline.components[what.into];
  const sibling = what.after === null ? undefined : outline.components[what.after];
  const around = parent ? indentAt(source, parent.span.start) : 0;
  const indent = sibling
    ? indentAt(source, sibling.span.start)
    : around + (parent && indented.has(parent.name) ? 2 : 0);
  const name = 'component' in what ? what.component.name : '';
  const text = 'component' in what ? written(what.component, indent) : editedProse('', what.prose, indent);
  const own = withLineEndsOf(source, text);
  const following = what.before === undefined ? undefined : outline.components[what.before];
  if (following) {
    const space = ' '.repeat(indentAt(source, following.span.start));
    const { start } = following.span;
    const gap = rows.has(name) && following.name === name ? lineEndOf(source) : lineEndOf(source).repeat(2);
    return { start, end: start, text: `${own.trimStart()}${gap}${space}` };
  }
  if (sibling) {
    const close = rows.has(name) && rows.has(sibling.name);
    return insertedAt(source, sibling.span.end, own, close);
  }
  if (!parent) return insertedAt(source, source.trimEnd().length, own, false);
  const tight = rows.has(name) && indented.has(parent.name);
  if (parent.closesItself) return opened(source, parent, own, around, tight);
  // Times of a step come before its words.
  if (name === 'Time') return insertedAt(source, parent.headEnd, own, true);
  const bodyEnd = parent.headEnd + source.slice(parent.headEnd, parent.bodyEnd).trimEnd().length;
  return insertedAt(source, bodyEnd, own, tight);
}

function insertedAt(source: string, at: number, text: string, close: boolean): Replacement {
  const lineEnd = lineEndOf(source);
  const rest = source.slice(at);
  // Behind the new lines there is an empty one, unless a tag or an empty line follows.
  const follows = /^[ \t]*(?:\r?\n|$)/.test(rest);
  const nextLine = rest.replace(/^[ \t]*\r?\n/, '').split('\n', 1)[0] ?? '';
  const needsGap = !close && nextLine.trim() !== '' && !nextLine.trim().startsWith('</');
  const gap = follows ? (needsGap || (close && isWords(nextLine)) ? lineEnd : '') : lineEnd;
  return { start: at, end: at, text: `${close ? lineEnd : lineEnd + lineEnd}${text}${gap}` };
}

function isWords(line: string): boolean {
  return line.trim() !== '' && !line.trim().startsWith('<');
}

/** `<Step … />` gets a body. */
function opened(
  source: string,
  parent: Outline['components'][number],
  text: string,
  indent: number,
  tight: boolean,
): Replacement {
  const lineEnd = lineEndOf(source);
  const gap = tight ? lineEnd : lineEnd + lineEnd;
  const start = source.slice(0, parent.headEnd - '/>'.length).trimEnd().length;
  const tag = `${' '.repeat(indent)}</${parent.name}>`;
  return { start, end: parent.headEnd, text: `>${gap}${text}${gap}${tag}` };
}

/** A component as the house writes it. */
function written(component: NewComponent, indent: number): string {
  const space = ' '.repeat(indent);
  const names = Object.keys(componentRule(component.name)?.attributes ?? {});
  const attributes = names.flatMap((name) => {
    const value = component.attributes[name];
    return value === undefined || value === null || value.trim() === ''
      ? []
      : [writtenAttribute(name, value)];
  });
  const head = `${space}<${[component.name, ...attributes].join(' ')}`;
  const children = component.children ?? [];
  if (children.length === 0 && component.prose === undefined) return `${head} />`;
  const step = indented.has(component.name) ? 2 : 0;
  const blocks: string[] = [];
  for (const child of children) {
    const tight =
      rows.has(child.name) && blocks.length > 0 && rows.has(children[blocks.length - 1]?.name ?? '');
    blocks.push(`${blocks.length === 0 ? '' : tight ? '\n' : '\n\n'}${written(child, indent + step)}`);
  }
  const prose = component.prose === undefined ? '' : editedProse('', component.prose, indent + step);
  const body = [blocks.join(''), prose].filter((part) => part !== '').join('\n\n');
  const gap = step === 0 ? '\n\n' : '\n';
  return body === ''
    ? `${head}>${gap}${space}</${component.name}>`
    : `${head}>${gap}${body}${gap}${space}</${component.name}>`;
}

function indentAt(source: string, offset: number): number {
  const line = source.slice(source.lastIndexOf('\n', offset - 1) + 1, offset);
  return /^ *$/.test(line) ? line.length : 0;
}

function lineEndOf(source: string): string {
  return /\r\n/.test(source) ? '\r\n' : '\n';
}

function withLineEndsOf(source: string, text: string): string {
  return lineEndOf(source) === '\n' ? text : text.replace(/\n/g, '\r\n');
}
