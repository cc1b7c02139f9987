import type { CompiledDocument, CompiledStep, Letter } from '#app/mdx/compiled-document.ts';
import type { Surroundings } from '#app/modules/documents/check/surroundings.ts';
import { duties, within } from './clean-procedure.ts';

export type Around = { -readonly [Key in keyof Surroundings]: Surroundings[Key] };
/** What is planted, the rule it must give, the line of the finding, and how it is planted. */
export type Planted = [string, string, number, Defect];

export type Defect = (document: CompiledDocument, around: Around) => void;

export function stepOf(document: CompiledDocument, id: string): CompiledStep {
  const found = document.steps.find((step) => step.id === id);
  if (!found) throw new Error(`no step ${id}`);
  return found;
}

export function letters(document: CompiledDocument, id: string, given: Partial<Record<Letter, string>>) {
  stepOf(document, id).duties = duties(given);
}

export function time(document: CompiledDocument, id: string, one: string, written: string) {
  for (const own of stepOf(document, id).times) if (own.case === one) own.within = within(written);
}

export const rule = {
  id: 'C01',
  check: 'observe',
  severity: 'remind',
  text: 'Đúng giờ.',
  line: 90,
  column: 1,
} as const;
export const field = {
  id: 'ho-ten',
  label: 'Họ và tên',
  type: 'text',
  required: true,
  options: [],
  columns: [],
  line: 90,
  column: 1,
} as const;
