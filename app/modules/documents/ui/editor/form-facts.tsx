import { createContext, useContext } from 'react';
import type { FormState } from '#app/ui/form-field.tsx';
import type { FormView } from '../../editor/form-view.ts';
import type { NameBook } from '../../editor/name-book.ts';

interface FormFacts {
  form: FormState;
  book: NameBook;
  view: FormView;
  /** Language of the document: what is typed is in it. */
  lang: string;
}

const Facts = createContext<FormFacts | null>(null);
export const FormFactsProvider = Facts.Provider;

export function useFacts(): FormFacts {
  const facts = useContext(Facts);
  if (!facts) throw new Error('A field of the form editor stands outside it.');
  return facts;
}

/** What was typed into a refused form, else what the text says. */
export function useTyped(name: string, offered: readonly string[]): readonly string[] {
  const { form } = useFacts();
  return form?.values[name] ?? offered;
}

/** Name, faults and hints of a field, for those who hear it. */
export function useWiring(name: string, hint?: string) {
  const { form } = useFacts();
  const wrong = (form?.errors[name]?.length ?? 0) > 0;
  const describedBy = [wrong ? `${name}-error` : '', hint ? `${name}-hint` : ''].filter(Boolean).join(' ');
  return {
    name,
    ...(wrong ? { 'aria-invalid': true as const } : {}),
    ...(describedBy ? { 'aria-describedby': describedBy } : {}),
  };
}
