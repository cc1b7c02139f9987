import { foldWords } from './folded.ts';
import type { ImportedProcedure, ImportedRecord } from './imported-procedure.ts';

/** Words that say what sort of paper a record is, not what it is about. */
const generic = (
  'so dang ky|so theo doi|so giao nhan|so tiep nhan|so luu|so ghi|so goc|bo ho so|ho so|theo muc|muc|theo quy dinh|ket qua giai quyet|ket qua|giai quyet|' +
  'thu tuc hanh chinh|tthc|hanh chinh|giay chung nhan|chung nhan|giay to|giay tiep nhan|giay|ban chinh|ban sao|ban photo|ban goc|photo|ban|phieu|to khai|' +
  'to trinh|don|mau so|mau|bieu mau|quyet dinh|van ban|trich luc|cong van|bien ban|danh sach|bao cao|thong bao|cac|cua|va|hoac|viec|ve|cho|lien quan|' +
  'tai lieu|luu|tiep nhan|tra|tra ket qua|hen|quy trinh|thu tuc|dang ky lai|dang ky|cap lai|cap|de nghi|yeu cau|co yeu to nuoc ngoai|luu dong|trong nuoc|so|khac|dien tu'
)
  .split('|')
  .sort((a, b) => b.length - a.length);
const genericPattern = new RegExp(`\\b(?:${generic.join('|')})\\b`, 'g');

/** Records that are the register or the result of a procedure; they must be about what it gives. */
const ownOutcome =
  /^(?:so dang ky|so ho tich|so ghi|so cap|so quan ly|ket qua|giay chung nhan|giay phep|giay khai|giay bao|giay xac nhan|giay|trich luc|quyet dinh|chung chi|bang)\b/;

export interface CopiedRecord {
  record: ImportedRecord;
  /** The procedure of the set whose subject it is, where there is one. */
  origin: ImportedProcedure | null;
}

/**
 * Records whose subject this procedure never names in its title, result, forms or steps. Another procedure of the set
 * names it in its title, or the record is of the kind that must be about the procedure's own outcome.
 */
export function copiedRecords(
  procedure: ImportedProcedure,
  set: readonly ImportedProcedure[],
): CopiedRecord[] {
  const own = wordsOf([
    procedure.title,
    ...procedure.result,
    ...procedure.forms,
    ...procedure.steps.flatMap((step) => [step.text, step.result ?? '']),
  ]);
  const around = wordsOf([
    ...procedure.items
      .filter((item) => item.kind !== 'dossier' && item.kind !== 'legal-bases')
      .flatMap((item) => item.lines),
    ...procedure.sections
      .filter((section) => section.id === 'muc-dich' || section.id === 'pham-vi')
      .map((section) => section.text),
  ]);
  return procedure.records.flatMap((record) => {
    const subject = subjectsOf(record.name);
    const named = (text: string) => subject.some((pair) => text.includes(` ${pair} `));
    if (subject.length === 0 || named(own)) return [];
    const origin = originOf(subject, procedure, set);
    const mustBeOwn = ownOutcome.test(foldWords(record.name)) && !named(around);
    return origin !== null || mustBeOwn ? [{ record, origin }] : [];
  });
}

function wordsOf(texts: readonly string[]): string {
  return ` ${texts.map(foldWords).join(' | ')} `;
}

/** The first in the order of titles, so that the order of files changes nothing. */
function originOf(
  subject: readonly string[],
  procedure: ImportedProcedure,
  set: readonly ImportedProcedure[],
): ImportedProcedure | null {
  const named = set.filter(
    (other) =>
      other !== procedure && subject.some((pair) => ` ${foldWords(other.title)} `.includes(` ${pair} `)),
  );
  const byTitle = (other: ImportedProcedure) =>
    `${String(other.title.length).padStart(5, '0')}${foldWords(other.title)}${other.file}`;
  return named.sort((a, b) => (byTitle(a) < byTitle(b) ? -1 : 1))[0] ?? null;
}

/** Neighbouring word pairs of what a record is about: "Sổ đăng ký khai sinh" → "khai sinh". */
export function subjectsOf(name: string): string[] {
  const chunks = foldWords(name.replace(/\([^)]*\)/g, ' | '))
    .replace(/\b[\dp]+[a-z]?\b/g, ' | ')
    .replace(genericPattern, '|')
    .split('|')
    .map((chunk) =>
      chunk
        .trim()
        .split(' ')
        .filter((word) => word.length > 1),
    );
  const pairs = chunks.flatMap((chunk) => chunk.slice(1).map((word, at) => `${chunk[at]} ${word}`));
  return [...new Set(pairs)];
}
