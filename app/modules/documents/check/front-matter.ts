import type { CompiledDocument, Place } from '#app/mdx/compiled-document.ts';
import { foldCode, isDocumentCode } from '../document-code.ts';
import { error, type Fault, warning } from './fault.ts';
import type { Surroundings } from './surroundings.ts';

const top: Place = { line: 1, column: 1 };

/** Code, owning unit and review interval: what the head of the text promises about the document. */
export function faultsOfFrontMatter({ frontMatter }: CompiledDocument, around: Surroundings): Fault[] {
  const faults: Fault[] = [];
  const { code, unit, review, kind } = frontMatter;
  if (code !== null) {
    if (!isDocumentCode(code)) faults.push(error('check.code.malformed', top, { code }));
    else if (around.codesInUse.has(foldCode(code))) faults.push(error('check.code.duplicate', top, { code }));
  }
  if (unit !== null && !around.units.has(unit)) faults.push(error('check.unit.unknown', top, { unit }));
  if (unit === null && kind !== 'external') faults.push(warning('check.unit.missing', top));

  const months = monthsOf(review);
  if (months === null) faults.push(error('check.review.malformed', top, { review }));
  else if (kind === 'procedure' && months > 12)
    faults.push(warning('check.review.too-long', top, { review }));
  return faults;
}

/** `P12M`, `P1Y`, `P1Y6M` in months; null when it is no such period or an empty one. */
function monthsOf(period: string): number | null {
  const match = /^P(?:(\d{1,2})Y)?(?:(\d{1,3})M)?$/.exec(period);
  if (!match) return null;
  const months = Number(match[1] ?? 0) * 12 + Number(match[2] ?? 0);
  return months > 0 ? months : null;
}
