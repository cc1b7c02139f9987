import type { Locale } from '#app/i18n/locale.ts';
import { translate } from '#app/i18n/translate.ts';
import type { RegisterLine } from './register.ts';

export type NamedLine = RegisterLine & { steps: number[]; sections: string[] };

/** What was to be read: the whole text, or the steps and sections. */
export function partsInWords(line: Pick<NamedLine, 'parts' | 'steps' | 'sections'>, locale: Locale): string {
  if (line.parts === null) return translate(locale, 'acknowledgement.whole');
  const steps = line.steps.length > 0 ? [stepsInWords(line.steps, locale)] : [];
  const said = [...steps, ...line.sections];
  return said.length > 0 ? said.join('; ') : translate(locale, 'acknowledgement.gone');
}

function stepsInWords(steps: readonly number[], locale: Locale): string {
  return translate(locale, 'acknowledgement.steps', { numbers: steps.join(', ') });
}
