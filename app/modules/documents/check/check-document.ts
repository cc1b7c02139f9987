import type { Locale } from '#app/i18n/locale.ts';
import type { CompiledDocument, Finding } from '#app/mdx/compiled-document.ts';
import { faultsOfAbbreviations } from './abbreviations.ts';
import { faultsOfCourse } from './course.ts';
import { faultsOfDuties } from './duties.ts';
import { type Fault, toFinding } from './fault.ts';
import { faultsOfFrontMatter } from './front-matter.ts';
import { faultsOfIdentities } from './identities.ts';
import { faultsOfParts } from './parts.ts';
import { faultsOfReferences } from './references.ts';
import { faultsOfResults } from './results.ts';
import type { Surroundings } from './surroundings.ts';
import { faultsOfTimes } from './times.ts';

/**
 * The six clears (sáu rõ) and all else a text must keep before it may be reviewed, in the order of the text.
 * Errors stop the submission; warnings are listed on the sign-off.
 */
export function checkDocument(
  document: CompiledDocument,
  around: Surroundings,
  locale: Locale = 'vi',
): Finding[] {
  const faults: Fault[] = [
    ...faultsOfFrontMatter(document, around),
    ...faultsOfParts(document),
    ...faultsOfIdentities(document, around),
    ...faultsOfDuties(document, around),
    ...faultsOfCourse(document),
    ...faultsOfTimes(document),
    ...faultsOfResults(document, around),
    ...faultsOfReferences(document, around),
    ...faultsOfAbbreviations(document),
  ];
  return faults
    .sort((one, other) => one.line - other.line || one.column - other.column)
    .map((fault) => toFinding(fault, locale));
}

export function blocksReview(findings: readonly Finding[]): boolean {
  return findings.some((finding) => finding.severity === 'error');
}
