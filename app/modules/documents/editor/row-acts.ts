import type { Locale } from '#app/i18n/locale.ts';
import { translate } from '#app/i18n/translate.ts';
import { attributeIn, type Outline } from '#app/mdx/outline.ts';
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

const newRows: Readonly<Record<string, (outline: Outline, language: Locale) => NewComponent>> = {
  Step: (outline, language) => ({
    name: 'Step',
    attributes: {
      id: freeId(outline, 'Step', 'buoc-'),
      title: translate(language, 'editor.new.step'),
    },
  }),
  Case: (outline, language) => ({
    name: 'Case',
    attributes: {
      id: freeId(outline, 'Case', 'truong-hop-'),
      title: translate(language, 'editor.new.case'),
      limit: 'none',
    },
  }),
  Rule: (outline, language) => ({
    name: 'Rule',
    attributes: { id: freeId(outline, 'Rule', 'Q'), check: 'observe', severity: 'remind' },
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
export function freeId(outline: Outline, name: string, start: string): string {
  const taken = new Set(
    outline.components.flatMap((one) => (one.name === name ? [attributeIn(one, 'id')] : [])),
  );
  let count = outline.components.filter((one) => one.name === name).length + 1;
  while (taken.has(`${start}${count}`)) count += 1;
  return `${start}${count}`;
}
