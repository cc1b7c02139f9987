import { attributeIn, type Outline } from '#app/mdx/outline-shape.ts';
import { fixedSections } from '../import/section-heads.ts';
import type { Edit } from './edits.ts';
import type { NewComponent } from './insertion.ts';

/** The section of a procedure in which a list has its place. */
const sectionOf: Readonly<Record<string, string>> = {
  Steps: 'noi-dung',
  Dossier: 'noi-dung',
  Record: 'ho-so',
  Abbreviation: 'dinh-nghia-viet-tat',
  LegalBasis: 'tai-lieu-vien-dan',
  FormRef: 'bieu-mau',
  Fee: 'noi-dung',
};
const listOf: Readonly<Record<string, string>> = { Paper: 'Dossier', Case: 'Steps', Step: 'Steps' };

/** Number of the section with the id, else of the first one there is; -1 in a text without sections. */
export function sectionFor(outline: Outline, name: string): number {
  const wanted = outline.components.findIndex(
    (one) => one.name === 'Section' && attributeIn(one, 'id') === sectionOf[name],
  );
  return wanted !== -1 ? wanted : outline.components.findIndex((one) => one.name === 'Section');
}

/** A new row where its list is: behind the last of its kind, or with a list of its own where there is none. */
export function insertRow(outline: Outline, component: NewComponent, after: number | null = null): Edit {
  const own = after === null ? outline.components.findLastIndex((one) => one.name === component.name) : after;
  const sibling = outline.components[own];
  if (sibling) return { do: 'insert', into: sibling.parent, after: own, component };
  const list = listOf[component.name];
  if (list === undefined)
    return { do: 'insert', into: sectionFor(outline, component.name), after: null, component };
  const parent = outline.components.findIndex((one) => one.name === list);
  if (parent === -1)
    return {
      do: 'insert',
      into: sectionFor(outline, list),
      after: null,
      component: { name: list, attributes: {}, children: [component] },
    };
  if (component.name === 'Case') {
    const before = outline.components.findIndex((one) => one.parent === parent);
    if (before !== -1) return { do: 'insert', into: parent, after: null, before, component };
  }
  return { do: 'insert', into: parent, after: null, component };
}

/** A section where the order of the seven wants it; any other at the end. */
export function insertSection(outline: Outline, component: NewComponent): Edit {
  const rank = (id: string | null) => fixedSections.findIndex((one) => one.id === id);
  const own = rank(component.attributes.id ?? null);
  const sections = outline.components.flatMap((one, at) => (one.name === 'Section' ? [at] : []));
  const rankAt = (at: number) => {
    const one = outline.components[at];
    return one ? rank(attributeIn(one, 'id')) : -1;
  };
  if (own === -1) return { do: 'insert', into: -1, after: sections.at(-1) ?? null, component };
  const after = sections.findLast((at) => rankAt(at) !== -1 && rankAt(at) < own);
  if (after !== undefined) return { do: 'insert', into: -1, after, component };
  const [before] = sections;
  return { do: 'insert', into: -1, after: null, ...(before === undefined ? {} : { before }), component };
}
