import { lookAlikeIn } from './characters.ts';
import type { AttributeRule } from './profile.ts';
import { limits } from './profile.ts';
import type { GuardRule } from './sentences.ts';

interface ValueFault {
  rule: GuardRule;
  details: Record<string, string | number>;
}

export const keyPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const markPattern = /^[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*$/;
const codePattern = /^[0-9A-Za-zÀ-ÖØ-öø-ỹ](?:[0-9A-Za-zÀ-ÖØ-öø-ỹ ./()_–-]*[0-9A-Za-zÀ-ÖØ-öø-ỹ)])?$/;
const number = String.raw`(?:0|[1-9]\d{0,3})(?:\.\d{1,2})?`;
const limitPattern = new RegExp(`^(?:${number}h|${number}wd|[1-9]\\d{0,3}d|none)$`);
const withinPattern = new RegExp(`^(?:${number}h|${number}wd|[1-9]\\d{0,3}d|previous)$`);
const fromPattern = /^(?:dossier|result|step:[a-z0-9]+(?:-[a-z0-9]+)*)$/;
const retentionPattern = /^(?:P[1-9]\d{0,2}[YM]|permanent|unknown|until:\s*\S.*)$/;

/** What is wrong with a code, or null: Latin letters, digits, and ` . / - ( )` only. */
export function codeFault(value: string): ValueFault | null {
  const letter = lookAlikeIn(value);
  if (letter) return { rule: 'guard.look-alike', details: { value, letter: letter.shown, at: letter.at } };
  if (value.length > 60 || !codePattern.test(value))
    return { rule: 'guard.attribute.code', details: { value } };
  return null;
}

/** What is wrong with the value of an attribute, or null. */
export function valueFault(rule: AttributeRule, value: string): ValueFault | null {
  if (value.length > limits.attributeLength) {
    return { rule: 'guard.attribute.long', details: { limit: limits.attributeLength } };
  }
  const wrong = (name: GuardRule) => ({
    rule: name,
    details: { value, values: rule.values?.join(', ') ?? '' },
  });
  const spaced = value.split(/[ \n\t]+/).filter((part) => part !== '');
  switch (rule.kind) {
    case 'key':
      return keyPattern.test(value) && value.length <= 64 ? null : wrong('guard.attribute.key');
    case 'keys':
      return spaced.every((part) => keyPattern.test(part) && part.length <= 64)
        ? null
        : wrong('guard.attribute.keys');
    case 'mark':
      return markPattern.test(value) && value.length <= 64 ? null : wrong('guard.attribute.mark');
    case 'code':
      return codeFault(value);
    case 'codes':
      return spaced.map(codeFault).find((fault) => fault !== null) ?? null;
    case 'text':
      return rule.required && value.trim() === '' ? wrong('guard.attribute.text') : null;
    case 'labels':
      return labelsIn(value).length > 0 || value.trim() === '' ? null : wrong('guard.attribute.labels');
    case 'enum':
      return rule.values?.includes(value) ? null : wrong('guard.attribute.enum');
    case 'limit':
      return limitPattern.test(value) && !isZero(value) ? null : wrong('guard.attribute.limit');
    case 'within':
      return withinPattern.test(value) && !isZero(value) ? null : wrong('guard.attribute.within');
    case 'from':
      return fromPattern.test(value) ? null : wrong('guard.attribute.from');
    case 'retention':
      return retentionPattern.test(value) ? null : wrong('guard.attribute.retention');
  }
}

/** `options="Đạt | Không đạt"`: labels parted by `|` (or `;`). */
export function labelsIn(value: string | undefined): string[] {
  return (value ?? '')
    .split(/[|;]/)
    .map((label) => label.trim())
    .filter((label) => label !== '');
}

function isZero(value: string): boolean {
  return /^0(?:\.0+)?(?:h|wd)$/.test(value);
}
