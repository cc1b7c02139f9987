import type { Locale } from '#app/i18n/locale.ts';
import { foldWords } from './folded.ts';
import type { ImportedProcedure, ImportFinding } from './imported-procedure.ts';
import { finding } from './message.ts';
import { fixedSections, sectionsNamed } from './section-heads.ts';

interface Named {
  title: string;
  number: number | null;
  /** Fixed sections meant; several where a line runs sections together. */
  orders: number[];
}

/** The contents list must name the sections of the body, one line each, with the same numbers. */
export function contentsFindings(procedure: ImportedProcedure, locale: Locale): ImportFinding[] {
  const body = procedure.sections.map((section): Named => {
    const order = fixedSections.findIndex((fixed) => fixed.id === section.id);
    return {
      title: section.title,
      number: numberOf(section.number ?? ''),
      orders: order === -1 ? [] : [order],
    };
  });
  const lines = procedure.contents.map((line) => meantBy(line, body));
  if (!lines.some((line) => line.orders.length > 0)) return [];
  const differences = [
    ...body.flatMap((section) => differenceOf(section, lines)),
    ...lines
      .filter((line) => line.orders.some((order) => !body.some((section) => section.orders.includes(order))))
      .map((line) => line.title),
  ];
  const orders = lines.flatMap((line) => line.orders.slice(0, 1));
  if (differences.length === 0 && orders.some((order, at) => order < (orders[at - 1] ?? 0)))
    differences.push(lines.map((line) => line.title).join(' · '));
  return differences.length === 0
    ? []
    : [finding(locale, 'warning', 'import.contents.differs', { list: [...new Set(differences)].join('; ') })];
}

function differenceOf(section: Named, lines: readonly Named[]): string[] {
  const order = section.orders[0];
  const line = lines.find((one) =>
    order === undefined ? sameWords(one.title, section.title) : one.orders.includes(order),
  );
  if (line === undefined || line.orders.length > 1) return [section.title];
  const differ = line.number !== null && section.number !== null && line.number !== section.number;
  return differ ? [`${section.title} (${line.number} ≠ ${section.number})`] : [];
}

/** By its words; by its own title; by its number only where the body calls the section by a name of its own. */
function meantBy(line: string, body: readonly Named[]): Named {
  const number = numberOf(line);
  const known = sectionsNamed(line);
  if (known.length > 0) return { title: line, number, orders: known };
  const same = body.find((section) => sameWords(line, section.title));
  const ownName = (section: Named) => section.orders.length > 0 && sectionsNamed(section.title).length === 0;
  const placed =
    same ?? body.find((section) => number !== null && section.number === number && ownName(section));
  return { title: line, number, orders: placed?.orders ?? [] };
}

function sameWords(line: string, title: string): boolean {
  return foldWords(line).replace(/^(?:\d{1,2}|[ivx]{1,5}) /, '') === foldWords(title);
}

const romans = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'];

function numberOf(text: string): number | null {
  const match = /^\s*(?:(\d{1,2})|([IVX]+))(?=[.):\s/-]|$)/.exec(text);
  if (match === null) return null;
  return match[1] ? Number(match[1]) : romans.indexOf(match[2] ?? '') + 1 || null;
}
