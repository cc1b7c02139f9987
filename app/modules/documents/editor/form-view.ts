import type { Outline } from '#app/mdx/outline-shape.ts';
import { shownProse } from './prose.ts';

/** A component as the form shows it. `at` is its number in the outline. */
interface ViewComponent {
  at: number;
  name: string;
  parent: number;
  inline: boolean;
  line: number;
  column: number;
  endLine: number;
  values: Record<string, string>;
  prose: ViewProse[];
}

export interface ViewProse {
  stretch: number;
  text: string;
  fixed: boolean;
  /** Where it begins, so that stretches and components can be shown in the order of the text. */
  start: number;
}

/** What a draft's text says, as the form shows it. */
export interface FormView {
  kind: string;
  head: Record<string, unknown>;
  components: (ViewComponent & { start: number })[];
  prose: ViewProse[];
}

export function viewOf(source: string, outline: Outline): FormView {
  const shown = (prose: Outline['prose']): ViewProse[] =>
    prose.map(({ span, fixed }, stretch) => ({
      stretch,
      fixed,
      text: shownProse(source.slice(span.start, span.end)).replace(/^\n+|\n+$/g, ''),
      start: span.start,
    }));
  return {
    kind: outline.kind,
    head: Object.fromEntries(outline.frontMatter.map(({ path, value }) => [path, value])),
    components: outline.components.map((one, at) => ({
      at,
      name: one.name,
      parent: one.parent,
      inline: one.inline,
      line: one.line,
      column: one.column,
      endLine: one.endLine,
      values: Object.fromEntries(one.attributes.map(({ name, value }) => [name, value])),
      prose: shown(one.prose),
      start: one.span.start,
    })),
    prose: shown(outline.prose),
  };
}

export function named(view: Pick<FormView, 'components'>, name: string, parent?: number) {
  return view.components.filter(
    (one) => one.name === name && (parent === undefined || one.parent === parent),
  );
}
