import type { Locale } from '#app/i18n/locale.ts';
import type { ImportedProcedure, ImportFinding } from './imported-procedure.ts';
import { finding } from './message.ts';
import { fixedSections, sectionsNamed } from './section-heads.ts';

/** The contents list must name the sections of the body, one line each, with the same numbers. */
export function contentsFindings(procedure: ImportedProcedure, locale: Locale): ImportFinding[] {
  const lines = procedure.contents
    .map((line) => ({ line, number: numberOf(line), named: sectionsNamed(line) }))
    .filter(({ named }) => named.length > 0);
  if (lines.length === 0) return [];
  const body = procedure.sections.map((section) => ({
    title: section.title,
    number: numberOf(section.number ?? ''),
    order: fixedSections.findIndex((fixed) => fixed.id === section.id),
  }));
  const differences: string[] = [];
  for (const section of body.filter(({ order }) => order >= 0)) {
    const line = lines.find(({ named }) => named.includes(section.order));
    if (line === undefined || line.named.length > 1) differences.push(section.title);
    else if (line.number !== null && section.number !== null && line.number !== section.number)
      differences.push(`${section.title} (${line.number} ≠ ${section.number})`);
  }
  for (const line of lines)
    if (!body.some(({ order }) => line.named.includes(order))) differences.push(line.line);
  const orders = lines.map(({ named }) => named[0] ?? 0);
  if (differences.length === 0 && orders.some((order, at) => at > 0 && order < (orders[at - 1] ?? 0)))
    differences.push(lines.map(({ line }) => line).join(' · '));
  return differences.length === 0
    ? []
    : [finding(locale, 'warning', 'import.contents.differs', { list: [...new Set(differences)].join('; ') })];
}

const romans = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'];

function numberOf(text: string): number | null {
  const match = /^\s*(?:(\d{1,2})|([IVX]+))(?=[.):\s/-]|$)/.exec(text);
  if (match === null) return null;
  return match[1] ? Number(match[1]) : romans.indexOf(match[2] ?? '') + 1 || null;
}
