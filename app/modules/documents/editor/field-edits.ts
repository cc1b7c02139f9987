import type { FieldErrors, TypedValues } from '#app/http/forms.ts';
import { valueFault } from '#app/mdx/attribute-value.ts';
import type { Outline } from '#app/mdx/outline-shape.ts';
import { attributeIn } from '#app/mdx/outline-shape.ts';
import { type AttributeRule, componentRule } from '#app/mdx/profile.ts';
import type { Edit } from './edits.ts';
import { headEdits } from './head-fields.ts';
import { keyMeant, listsOf, type NameBook, nameOf } from './name-book.ts';
import { withMentions } from './prose.ts';
import { putTogether, takenApart } from './spans-of-time.ts';

export interface TypedEdits {
  edits: Edit[];
  errors: FieldErrors;
}

/** More values of one field than any form of ours has. */
const mostOfOneName = 50;

/**
 * What the fields of a form change in the text they were made from. Names: `c12.title` an attribute of component 12,
 * `p12.0` its first stretch of words, `t12.thuong` its time in a case, `f.code` the front matter. A field that is not
 * in the form, or says what the text says, is no edit.
 */
export function fieldEdits(outline: Outline, values: TypedValues, book: NameBook): TypedEdits {
  const head = headEdits(outline, values);
  const edits: Edit[] = [...head.edits];
  const errors: FieldErrors = { ...head.errors };
  for (const [field, all] of Object.entries(values)) {
    const typed = all.slice(0, mostOfOneName);
    const attribute = /^c(\d+)\.([a-z]+)$/.exec(field);
    const prose = /^p(-1|\d+)\.(\d+)$/.exec(field);
    const time = /^t(\d+)\.([a-z0-9-]+)$/.exec(field);
    if (attribute) {
      const of = Number(attribute[1]);
      const made = attributeEdit(outline, { of, name: attribute[2] ?? '', typed }, book);
      if (typeof made === 'string') errors[field] = [made];
      else edits.push(...made);
    } else if (prose) {
      const text = mentionsMeant(typed[0] ?? '', book);
      if (text === null) errors[field] = ['editor.fault.mention-unknown'];
      else edits.push({ do: 'prose', of: Number(prose[1]), stretch: Number(prose[2]), text });
    } else if (time) {
      const made = newTime(outline, Number(time[1]), time[2] ?? '', typed);
      if (typeof made === 'string') errors[field] = [made];
      else edits.push(...made);
    }
  }
  return { edits, errors };
}

const attributeOfMention = { LegalBasis: 'ref', FormRef: 'code', Fee: 'item' } as const;

/** `[[căn cứ: 123/2015/NĐ-CP]]` means the key of that law; what is a key already stays, known or not. */
function mentionsMeant(typed: string, book: NameBook): string | null {
  return withMentions(typed, (component, value) => {
    const attribute = attributeOfMention[component];
    const key = keyMeant(book, listsOf(component, attribute), value) ?? value;
    const rule = componentRule(component)?.attributes[attribute];
    return rule && valueFault(rule, key) ? null : key;
  });
}

function attributeEdit(
  outline: Outline,
  { of, name, typed }: { of: number; name: string; typed: readonly string[] },
  book: NameBook,
): Edit[] | string {
  const component = outline.components[of];
  const rule = component && componentRule(component.name)?.attributes[name];
  if (!component || !rule) return [];
  const now = attributeIn(component, name) ?? '';
  if (saysTheSame(name, rule, typed, now) || isAsShown(component.name, name, rule, typed, book, now))
    return [];
  const value = valueTyped(component.name, name, rule, typed, book, now);
  if (value === null) return 'editor.fault.name-unknown';
  if (value === now) return [];
  if (value.trim() === '') {
    if (component.name === 'Time' && name === 'within') return [{ do: 'remove', component: of }];
    return rule.required ? 'errors.field.required' : [{ do: 'attribute', of, name, value: null }];
  }
  if (valueFault(rule, value)) return `editor.fault.${rule.kind}`;
  return [{ do: 'attribute', of, name, value }];
}

/** Words that stand for a key stay words until somebody touches them. */
function isAsShown(
  component: string,
  name: string,
  rule: AttributeRule,
  typed: readonly string[],
  book: NameBook,
  now: string,
): boolean {
  const lists = listsOf(component, name);
  if (lists.length === 0) return false;
  const many = rule.kind === 'keys' || rule.kind === 'codes';
  const keys = many ? now.split(/\s+/).filter(Boolean) : [now];
  const shown = keys.map((key) => nameOf(book, lists, key).trim());
  const words = typed.map((one) => one.trim()).filter((one) => one !== '');
  return words.length === shown.length && shown.every((one, at) => one === words[at]);
}

/** An amount written otherwise (`until: …`), or the same key twice, is no edit of the person's. */
function saysTheSame(name: string, rule: AttributeRule, typed: readonly string[], now: string): boolean {
  // A time that does not say whether it counts, counts.
  if (name === 'counted' && now === 'yes') return (typed[0] ?? '') === '';
  if (rule.kind === 'limit' || rule.kind === 'within' || rule.kind === 'retention') {
    const [amount, choice] = takenApart(rule.kind, now);
    return now !== '' && (typed[0] ?? '').trim() === amount.trim() && typed[1] === choice;
  }
  return false;
}

/** The value that typed words stand for; null when they name nothing that is known. */
export function valueTyped(
  component: string,
  name: string,
  rule: AttributeRule,
  typed: readonly string[],
  book: NameBook,
  now = '',
): string | null {
  if (rule.kind === 'limit' || rule.kind === 'within' || rule.kind === 'retention')
    return putTogether(rule.kind, typed[0] ?? '', typed[1] ?? '');
  const lists = listsOf(component, name);
  const many = rule.kind === 'keys' || rule.kind === 'codes';
  const words = typed.map((one) => one.trim()).filter((one) => one !== '');
  if (lists.length === 0) return many ? [...new Set(words)].join(' ') : (typed[0] ?? '').trim();
  const known = new Set(now.split(/\s+/));
  const keys = words.map((one) => {
    const key = keyMeant(book, lists, one);
    if (key !== null) return key;
    // What stands in the text stays; free words are allowed where the profile allows them.
    const isOwn = known.has(one) || nameOf(book, lists, now) === one;
    return isOwn || rule.kind === 'text' || rule.kind === 'code' || rule.kind === 'codes' ? one : null;
  });
  if (keys.includes(null)) return null;
  if (keys.join(' ') === now.replace(/\s+/g, ' ').trim()) return now;
  return many ? [...new Set(keys)].join(' ') : (keys[0] ?? '');
}

/** A time for a case in which the step has none yet; an empty amount is none. */
function newTime(outline: Outline, step: number, caseId: string, typed: readonly string[]): Edit[] | string {
  const within = putTogether('within', typed[0] ?? '', typed[1] ?? '');
  const component = outline.components[step];
  if (within === '' || component?.name !== 'Step') return [];
  const rule = componentRule('Time')?.attributes.within;
  if (rule && valueFault(rule, within)) return 'editor.fault.within';
  const times = outline.components.flatMap((one, at) =>
    one.parent === step && one.name === 'Time' ? [at] : [],
  );
  const attributes = { case: caseId, within, counted: typed[2] === 'no' ? 'no' : null };
  return [{ do: 'insert', into: step, after: times.at(-1) ?? null, component: { name: 'Time', attributes } }];
}
