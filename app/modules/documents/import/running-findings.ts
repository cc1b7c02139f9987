import type { Locale } from '#app/i18n/locale.ts';
import { fold } from '#app/modules/search/fold.ts';
import { foldWords } from './folded.ts';
import type { ImportedProcedure, ImportFinding } from './imported-procedure.ts';
import { finding } from './message.ts';
import { dayIn } from './written-day.ts';

/** A running head that says which procedure this is must say the title of the cover. */
export function runningHeadFindings(procedure: ImportedProcedure, locale: Locale): ImportFinding[] {
  if (procedure.title === '') return [];
  const title = foldWords(procedure.title);
  const others = procedure.runningHeads.flatMap((head) => {
    const match = /^\s*(?:tên quy trình|tên tài liệu|quy trình|tên thủ tục)\s*:?\s*(.*)$/iu.exec(
      head.replace(/_+/g, ' '),
    );
    const named = foldWords(match?.[1] ?? '');
    if (match === null || named.length < 4 || sameTitle(named, title)) return [];
    return [`“${(match[1] ?? '').trim()}”`];
  });
  const codes = procedure.runningHeads.flatMap((head) => {
    const code = /(?:mã hiệu|mã số|ký hiệu)\s*:\s*(\S.*)$/iu.exec(head)?.[1]?.trim() ?? null;
    return code !== null && procedure.code !== null && foldWords(code) !== foldWords(procedure.code)
      ? [`“${code}”`]
      : [];
  });
  const wrong = [...new Set([...others, ...codes])];
  return wrong.length === 0
    ? []
    : [
        finding(locale, 'warning', 'import.header.other', {
          heads: wrong.join(', '),
          title: `“${procedure.title}”`,
        }),
      ];
}

/** The words "thủ tục", "quy trình" in front and a cut end do not make another title; one word more or less does. */
function sameTitle(named: string, title: string): boolean {
  const bare = (text: string) => text.replace(/^(?:quy trinh |thu tuc |noi bo |giai quyet )+/, '');
  const [a, b] = [bare(named), bare(title)];
  return a === b || (Math.min(a.length, b.length) > 60 && (a.startsWith(b) || b.startsWith(a)));
}

/** Issue and day at the foot of the page against the cover. */
export function runningFootFindings(procedure: ImportedProcedure, locale: Locale): ImportFinding[] {
  const lines = [...procedure.runningFeet, ...procedure.runningHeads].flatMap((line) => line.split('\n'));
  const wrong: string[] = [];
  for (const line of lines) {
    const folded = fold(line);
    const issue = /lan ban hanh\s*:?\s*(\d{1,3})\b/.exec(folded)?.[1];
    if (issue !== undefined && procedure.issue !== null && Number(issue) !== procedure.issue)
      wrong.push(line.trim());
    else if (/ngay (?:hieu luc|ban hanh|ap dung|co hieu luc)/.test(folded) && procedure.issuedOn !== null) {
      const day = dayIn(line);
      if (day !== null && day !== procedure.issuedOn && day !== procedure.effectiveOn)
        wrong.push(line.trim());
    }
  }
  const list = [...new Set(wrong)];
  const cover = [procedure.issue, procedure.issuedOn?.split('-').reverse().join('/')]
    .filter(Boolean)
    .join(', ');
  return list.length === 0
    ? []
    : [
        finding(locale, 'warning', 'import.footer.differs', {
          lines: list.map((line) => `“${line}”`).join(', '),
          cover,
        }),
      ];
}
