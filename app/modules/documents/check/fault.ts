import type { Locale } from '#app/i18n/locale.ts';
import { translate } from '#app/i18n/translate.ts';
import type { Finding, Place } from '#app/mdx/compiled-document.ts';
import type sentences from '#content/messages/check.vi.json';

export type CheckRule = keyof typeof sentences;

/** A finding before it is put into words. The rule key is also the key of its sentence. */
export interface Fault extends Place {
  rule: CheckRule;
  severity: 'error' | 'warning';
  values: Record<string, string>;
}

export function error(rule: CheckRule, at: Place, values: Record<string, string> = {}): Fault {
  return { rule, severity: 'error', line: at.line, column: at.column, values };
}

export function warning(rule: CheckRule, at: Place, values: Record<string, string> = {}): Fault {
  return { rule, severity: 'warning', line: at.line, column: at.column, values };
}

export function toFinding(fault: Fault, locale: Locale): Finding {
  const message = translate(locale, fault.rule, fault.values);
  return { rule: fault.rule, severity: fault.severity, line: fault.line, column: fault.column, message };
}
