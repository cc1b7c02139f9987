import { formatNumber } from '#app/i18n/day-format.ts';
import type { Locale } from '#app/i18n/locale.ts';
import { translate } from '#app/i18n/translate.ts';
import { labelsIn } from '#app/mdx/attribute-value.ts';
import { attributesOf, keysIn, type TextNode } from '#app/mdx/text-tree.ts';
import {
  type BodyBlock,
  type BodyField,
  type BodyReading,
  type BodyRecord,
  nameOf,
  rolesIn,
} from './body-blocks.ts';

/** `4h`, `3wd`, `30d`, `previous`, `none` as a person reads it. */
export function readTime(written: string, locale: Locale): string {
  const [, value, unit] = /^([\d.]+)(h|wd|d)$/.exec(written) ?? [];
  if (!value || !unit)
    return written === 'previous' || written === 'none' ? translate(locale, `pdf.time.${written}`) : written;
  const count = Number(value);
  return translate(locale, `pdf.time.${unit}${count === 1 ? '.one' : ''}`, {
    count: formatNumber(locale, count),
  });
}

/** `P5Y`, `permanent`, `until:…`, `unknown` as a person reads it. */
export function readRetention(written: string, locale: Locale): string {
  const [, value, unit] = /^P(\d+)([YM])$/.exec(written) ?? [];
  if (value && unit) {
    const one = value === '1' ? '.one' : '';
    return translate(locale, `pdf.retention.${unit === 'Y' ? 'years' : 'months'}${one}`, { count: value });
  }
  if (written.startsWith('until:'))
    return translate(locale, 'pdf.retention.until', { event: written.slice(6).trim() });
  return written === 'permanent' || written === 'unknown'
    ? translate(locale, `pdf.retention.${written}`)
    : written;
}

const parts = (node: TextNode, name: string) => (node.children ?? []).filter((child) => child.name === name);

export function readSteps(
  node: TextNode,
  reading: BodyReading,
  bodyOf: (step: TextNode) => BodyBlock[],
): BodyBlock {
  const { locale } = reading;
  const cases = parts(node, 'Case').map((one) => {
    const given = attributesOf(one);
    const limit = given.get('limit') ?? 'none';
    return {
      id: given.get('id') ?? '',
      title: given.get('title') ?? '',
      limit: limit === 'none' ? '' : readTime(limit, locale),
      within: limit,
      reason: given.get('reason') ?? '',
    };
  });
  const steps = parts(node, 'Step').map((step) => {
    const given = attributesOf(step);
    const times = parts(step, 'Time').map((time) => {
      const said = attributesOf(time);
      return {
        case: said.get('case') ?? '',
        within: said.get('within') ?? '',
        text: readTime(said.get('within') ?? '', locale),
        counted: said.get('counted') !== 'no',
      };
    });
    return {
      id: given.get('id') ?? '',
      title: given.get('title') ?? '',
      responsible: rolesIn(given.get('responsible'), reading),
      accountable: rolesIn(given.get('accountable'), reading),
      decides: rolesIn(given.get('decides'), reading),
      lane: keysIn(given.get('responsible'))[0] ?? '',
      times,
      forms: keysIn(given.get('form')),
      result: given.get('result') ?? '',
      next: keysIn(given.get('next')),
      blocks: bodyOf(step),
    };
  });
  return { kind: 'steps', cases, steps };
}

export function readDossier(node: TextNode): BodyBlock {
  const papers = parts(node, 'Paper').map((paper) => {
    const given = attributesOf(paper);
    const group = given.get('kind');
    return {
      name: given.get('name') ?? '',
      group: group === 'submit' || group === 'show' ? group : null,
      original: given.get('original') ?? '',
      copies: given.get('copies') ?? '',
    } as const;
  });
  return { kind: 'dossier', papers };
}

export function readRecord(given: Map<string, string>, reading: BodyReading): BodyRecord {
  return {
    name: given.get('name') ?? '',
    keeper: nameOf(reading.names.roles, given.get('keeper') ?? ''),
    retention: readRetention(given.get('retention') ?? 'unknown', reading.locale),
  };
}

export function readField(given: Map<string, string>): BodyField {
  return {
    label: given.get('label') ?? '',
    type: given.get('type') ?? 'text',
    options: labelsIn(given.get('options')),
    columns: labelsIn(given.get('columns')),
  };
}
