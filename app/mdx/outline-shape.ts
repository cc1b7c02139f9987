import type { DocumentKind } from './compiled-document.ts';

/** Offsets in the text as it is stored (UTF-16 units), end exclusive. */
export interface Span {
  start: number;
  end: number;
}

interface OutlineAttribute {
  name: string;
  value: string;
  span: Span;
}

/** A stretch of a component's own Markdown between its parts. */
export interface OutlineProse {
  span: Span;
  /** Holds something that lines of words cannot say (a code block, a part inside a sentence): edited in the source only. */
  fixed: boolean;
}

/** A component with its places in the text. Its number in the outline is its place in the order of the text. */
export interface OutlineComponent {
  name: string;
  /** Number of the component it stands in; -1 outside all. */
  parent: number;
  /** Stands in a sentence or list item among words. */
  inline: boolean;
  line: number;
  column: number;
  endLine: number;
  span: Span;
  /** Just after the `>` of the opening tag. */
  headEnd: number;
  closesItself: boolean;
  /** Where `</Name>` begins; `headEnd` when it closes itself. */
  bodyEnd: number;
  attributes: OutlineAttribute[];
  prose: OutlineProse[];
}

/** One value of the front matter with its place: `title.vi`, `clauses`, `public` … */
export interface FrontMatterEntry {
  path: string;
  /** Plain data as YAML reads it. */
  value: unknown;
  /** Of the value itself; empty where a key stands without one. */
  span: Span;
  /** For members of a map (`title.vi`): whether the map is written as `{ … }`. */
  flow: boolean;
}

/** What may be edited in a text, and where each piece of it stands. */
export interface Outline {
  kind: DocumentKind;
  frontMatter: FrontMatterEntry[];
  /** Where a new line of front matter may stand: the end of its last line. */
  frontMatterEnd: number;
  components: OutlineComponent[];
  /** Stretches outside every component. */
  prose: OutlineProse[];
}

/** The literal value of an attribute of an outlined component. */
export function attributeIn(component: Pick<OutlineComponent, 'attributes'>, name: string): string | null {
  return component.attributes.find((attribute) => attribute.name === name)?.value ?? null;
}
