import { fillMessage } from '#app/i18n/translate.ts';
import en from '#content/messages/mdx.en.json';
import vi from '#content/messages/mdx.vi.json';
import type { Finding, Place } from './compiled-document.ts';

type MessageKey = keyof typeof vi;
type AfterMdx<Key> = Key extends `mdx.${infer Rule}` ? Rule : never;

/** `guard.expression` …: the rule is the message key without its module. */
export type GuardRule = AfterMdx<MessageKey> & `guard.${string}`;
export type TextLanguage = 'vi' | 'en';

/** A refusal before it is put into words. */
export interface GuardFault extends Place {
  rule: GuardRule;
  details?: Record<string, string | number>;
}

const sentences: Record<TextLanguage, Record<MessageKey, string>> = { vi, en };

export function guardFinding(fault: GuardFault, locale: TextLanguage): Finding {
  const details = fault.details ?? {};
  return {
    rule: fault.rule,
    severity: 'error',
    line: fault.line,
    column: fault.column,
    message: fillMessage(sentences[locale][`mdx.${fault.rule}`], details),
    details,
  };
}

/** A label that a component shows, in the language of the document. */
export function label(
  language: TextLanguage,
  key: AfterMdx<MessageKey>,
  details: Record<string, string | number> = {},
): string {
  return fillMessage(sentences[language][`mdx.${key}`], details);
}
