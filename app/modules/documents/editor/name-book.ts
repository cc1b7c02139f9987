import { foldWords } from '../import/folded.ts';

/** A thing a text names by key, and the words a person knows it by. */
export interface NamedThing {
  key: string;
  name: string;
  /** What stands beside the name in a list to choose from: who fills a role today, the title of a law. */
  about?: string;
  /** Other ways of writing the name. */
  aliases?: readonly string[];
}

/** Everything the form offers to choose from. */
export interface NameBook {
  roles: NamedThing[];
  units: NamedThing[];
  bases: NamedThing[];
  forms: NamedThing[];
  fees: NamedThing[];
}

export type BookList = keyof NameBook;

const listOfAttribute: Readonly<Record<string, readonly BookList[]>> = {
  'Step.responsible': ['roles'],
  'Step.accountable': ['roles'],
  'Step.decides': ['roles'],
  'Step.consulted': ['roles'],
  'Step.informed': ['roles'],
  'Step.form': ['forms'],
  'Record.keeper': ['roles', 'units'],
  'LegalBasis.ref': ['bases'],
  'FormRef.code': ['forms'],
  'Fee.item': ['fees'],
};

export function listsOf(component: string, attribute: string): readonly BookList[] {
  return listOfAttribute[`${component}.${attribute}`] ?? [];
}

const indexes = new WeakMap<readonly NamedThing[], Map<string, string>>();

/** Keys by every folded way of writing their names; the first of two alike wins. */
function indexOf(things: readonly NamedThing[]): Map<string, string> {
  const known = indexes.get(things);
  if (known) return known;
  const index = new Map<string, string>();
  for (const spelling of [['name', 'key'], ['aliases']] as const)
    for (const thing of things)
      for (const word of spelling.flatMap((one) => thing[one] ?? []).map(foldWords))
        if (word !== '' && !index.has(word)) index.set(word, thing.key);
  indexes.set(things, index);
  return index;
}

/** The key a person meant, by its name in any spelling of case and marks, or by the key itself; null when unknown. */
export function keyMeant(book: NameBook, lists: readonly BookList[], typed: string): string | null {
  const exact = typed.trim();
  for (const list of lists) {
    const found = book[list].find((one) => one.key === exact || one.name === exact);
    const key = found?.key ?? indexOf(book[list]).get(foldWords(exact));
    if (key !== undefined) return key;
  }
  return null;
}

/** The words for a key; the key itself when nobody knows it. */
export function nameOf(book: NameBook, lists: readonly BookList[], key: string): string {
  return thingOf(book, lists, key)?.name ?? key;
}

export function thingOf(book: NameBook, lists: readonly BookList[], key: string): NamedThing | undefined {
  for (const list of lists) {
    const found = book[list].find((one) => one.key === key);
    if (found) return found;
  }
  return undefined;
}
