import type { Locale } from '#app/i18n/locale.ts';
import { translate } from '#app/i18n/translate.ts';
import { attributeIn, type Outline } from '#app/mdx/outline-shape.ts';
import { fixedSections } from '../import/section-heads.ts';
import { childrenOf, type Edit } from './edits.ts';
import type { NewComponent } from './insertion.ts';
import { insertRow, insertSection } from './places-for.ts';

/**
 * What a button inside the form does with a row, beside saving what was typed: `add:Step:12` (behind 12),
 * `add:Section:muc-dich`, `remove:12`, `move:12:up`, `place:12:3` (as the third of its kind).
 */
export function rowEdits(outline: Outline, act: string, language: Locale): Edit[] {
  const [verb = '', what = '', where = ''] = act.split(':');
  const number = Number(what);
  const component = outline.components[number];
  if (verb === 'remove' && component) return [{ do: 'remove', component: number }];
  if ((verb === 'move' || verb === 'place') && component) {
    const rows = childrenOf(outline, component.parent, component.name);
    const now = rows.indexOf(number);
    const wanted = verb === 'place' ? Number(where) : now + (where === 'up' ? -1 : 1);
    if (now === -1 || !(wanted >= 0 && wanted < rows.length) || wanted === now) return [];
    const order = rows.filter((one) => one !== number);
    order.splice(wanted, 0, number);
    return [{ do: 'arrange', parent: component.parent, name: component.name, order }];
  }
  if (verb !== 'add') return [];
  if (what === 'Section') return [insertSection(outline, newSection(outline, where, language))];
  const make = newRows[what];
  const after = where === '' ? null : Number(where);
  return make ? [insertRow(outline, make(outline, language), after)] : [];
}

/** How ids of new rows begin. */
const idStarts: Readonly<Record<string, string>> = { Step: 'buoc-', Case: 'truong-hop-', Rule: 'Q' };

/** The place on the page of the row that a button moved or made, to come back to. */
export function rowOfAct(outline: Outline, act: string): string | null {
  const [verb = '', what = ''] = act.split(':');
  if (verb === 'add') {
    const start = idStarts[what];
    return start ? `row-${what}-${freeId(outline, what, start)}` : null;
  }
  const component = verb === 'move' || verb === 'place' ? outline.components[Number(what)] : undefined;
  const id = component ? attributeIn(component, 'id') : null;
  return component && id ? `row-${component.name}-${id}` : null;
}

const newRows: Readonly<Record<string, (outline: Outline, language: Locale) => NewComponent>> = {
  Step: (outline, language) => ({
    name: 'Step',
    attributes: {
      id: freeId(outline, 'Step'),
      title: translate(language, 'editor.new.step'),
    },
  }),
  Case: (outline, language) => ({
    name: 'Case',
    attributes: {
      id: freeId(outline, 'Case'),
      title: translate(language, 'editor.new.case'),
      limit: 'none',
    },
  }),
  Rule: (outline, language) => ({
    name: 'Rule',
    attributes: { id: freeId(outline, 'Rule'), check: 'observe', severity: 'remind' },
    prose: translate(language, 'editor.new.rule'),
  }),
};

function newSection(outline: Outline, id: string, language: Locale): NewComponent {
  const fixed = fixedSections.find((one) => one.id === id);
  const attributes = fixed
    ? { id: fixed.id, title: fixed.title }
    : { id: freeId(outline, 'Section', 'muc-'), title: translate(language, 'editor.new.section') };
  return { name: 'Section', attributes };
}

/** `buoc-4`: the first number that no row of the kind has yet. */
export function freeId(outline: Outline, name: string, start = idStarts[name] ?? ''): string {
  const taken = new Set(
    outline.components.flatMap((one) => (one.name === name ? [attributeIn(one, 'id')] : [])),
  );
  let count = outline.components.filter((one) => one.name === name).length + 1;
  while (taken.has(`${start}${count}`)) count += 1;
  return `${start}${count}`;
}
