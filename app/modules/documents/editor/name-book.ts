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

/** The key a person meant, by its name in any spelling of case and marks, or by the key itself; null when unknown. */
export function keyMeant(book: NameBook, lists: readonly BookList[], typed: string): string | null {
  const words = foldWords(typed);
  for (const list of lists) {
    const found =
      book[list].find((one) => one.key === typed.trim() || one.name === typed.trim()) ??
      book[list].find(
        (one) => words !== '' && [one.name, one.key, ...(one.aliases ?? [])].map(foldWords).includes(words),
      );
    if (found) return found.key;
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
