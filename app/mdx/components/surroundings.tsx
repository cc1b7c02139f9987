import { createContext, useContext } from 'react';
import type { CompiledDocument } from '../compiled-document.ts';
import { label, type TextLanguage } from '../sentences.ts';

/** Names of roles in the language of the document; a role without a name shows its key. */
export type RoleNames = Readonly<Record<string, string>>;

interface TextSurroundings {
  compiled: CompiledDocument;
  roleNames: RoleNames;
}

const Surroundings = createContext<TextSurroundings | null>(null);

export const SurroundingsProvider = Surroundings.Provider;

export function useSurroundings(): TextSurroundings {
  const surroundings = useContext(Surroundings);
  if (!surroundings) throw new Error('A component of a document was drawn outside its document.');
  return surroundings;
}

type LabelKey = Parameters<typeof label>[1];

/** Labels in the language of the document. */
export function useLabels(): (key: LabelKey, details?: Record<string, string | number>) => string {
  const language: TextLanguage = useSurroundings().compiled.frontMatter.language;
  return (key, details) => label(language, key, details);
}

export function RoleName({ role }: { role: string }) {
  const { roleNames } = useSurroundings();
  return <span data-role={role}>{Object.hasOwn(roleNames, role) ? roleNames[role] : role}</span>;
}
