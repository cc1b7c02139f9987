import type { FieldErrors, TypedValues } from '#app/http/forms.ts';
import { valueFault } from '#app/mdx/attribute-value.ts';
import type { Outline } from '#app/mdx/outline-shape.ts';
import { componentRule } from '#app/mdx/profile.ts';
import { slug } from '../import/folded.ts';
import type { Edit } from './edits.ts';
import { type TypedEdits, valueTyped } from './field-edits.ts';
import { keyMeant, listsOf, type NameBook } from './name-book.ts';
import { insertRow, sectionFor } from './places-for.ts';
import { type MentionComponent, typedMention } from './prose.ts';
import { freeId } from './row-acts.ts';

/** What names a row of a list: while it is empty, nobody has begun the row. */
const nameOfRow: Readonly<Record<string, string>> = {
  Paper: 'name',
  Record: 'name',
  Abbreviation: 'short',
  Field: 'label',
};

/** Rows typed into the empty line below a list (`n.Paper.name`), and mentions added to a section (`m.LegalBasis`). */
export function newRowEdits(outline: Outline, values: TypedValues, book: NameBook): TypedEdits {
  const edits: Edit[] = [];
  const errors: FieldErrors = {};
  for (const [name, naming] of Object.entries(nameOfRow)) {
    const title = values[`n.${name}.${naming}`]?.[0]?.trim() ?? '';
    if (title === '') continue;
    const attributes: Record<string, string | null> = {};
    for (const [attribute, rule] of Object.entries(componentRule(name)?.attributes ?? {})) {
      const field = `n.${name}.${attribute}`;
      const typed = values[field];
      const value =
        attribute === 'id'
          ? newId(outline, name, title)
          : typed === undefined
            ? null
            : valueTyped(name, attribute, rule, typed, book);
      if (rule.required && (value === null || value.trim() === '')) errors[field] = ['errors.field.required'];
      else if (value !== null && value !== '' && valueFault(rule, value))
        errors[field] = [`editor.fault.${rule.kind}`];
      attributes[attribute] = value;
    }
    if (!Object.keys(errors).some((field) => field.startsWith(`n.${name}.`)))
      edits.push(insertRow(outline, { name, attributes }));
  }
  for (const name of ['LegalBasis', 'FormRef', 'Fee'] as const) {
    const made = newMention(outline, name, values, book);
    if (typeof made === 'string') errors[`m.${name}`] = [made];
    else edits.push(...made);
  }
  return { edits, errors };
}

function newId(outline: Outline, name: string, title: string): string {
  const id = slug(title);
  const taken = outline.components.some(
    (one) =>
      one.name === name &&
      one.attributes.some((attribute) => attribute.name === 'id' && attribute.value === id),
  );
  return id === '' || taken ? freeId(outline, name, `${id || name.toLowerCase()}-`) : id;
}

/** A list item with the mention, at the end of the section where such mentions have their place. */
function newMention(
  outline: Outline,
  name: MentionComponent,
  values: TypedValues,
  book: NameBook,
): Edit[] | string {
  const typed = values[`m.${name}`]?.[0]?.trim() ?? '';
  if (typed === '') return [];
  const attribute = { LegalBasis: 'ref', FormRef: 'code', Fee: 'item' }[name];
  const lists = listsOf(name, attribute);
  const key = keyMeant(book, lists, typed) ?? (name === 'FormRef' ? typed : null);
  const rule = componentRule(name)?.attributes[attribute];
  if (key === null) return 'editor.fault.name-unknown';
  if (rule && valueFault(rule, key)) return `editor.fault.${rule.kind}`;
  const chosen = Number(values[`m.${name}.section`]?.[0] || Number.NaN);
  const of = outline.components[chosen]?.name === 'Section' ? chosen : sectionFor(outline, name);
  return [{ do: 'mention', of, text: `- ${typedMention(name, key)}` }];
}
