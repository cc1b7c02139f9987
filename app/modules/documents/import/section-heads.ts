import { foldWords, isUpperCase } from './folded.ts';
import type { Paragraph } from './word-document.ts';

/** The seven sections of a procedure in their fixed order, each by the meanings of its head (folded words). */
export const fixedSections = [
  {
    id: 'muc-dich',
    title: 'Mục đích',
    head: /^(?:muc dich|muc tieu)(?: (?:va )?(?:y nghia|yeu cau|cua quy trinh|ban hanh|quy trinh))*$/,
  },
  {
    id: 'pham-vi',
    title: 'Phạm vi',
    head: /^(?:pham vi|doi tuong va pham vi|pham vi va doi tuong)(?: (?:ap dung|dieu chinh|va doi tuong ap dung|cua quy trinh))*$/,
  },
  {
    id: 'tai-lieu-vien-dan',
    title: 'Tài liệu viện dẫn',
    head: /^(?:cac )?(?:tai lieu|van ban|can cu)(?: (?:vien dan|tham chieu|tham khao|lien quan|ap dung|va))+$/,
  },
  {
    id: 'dinh-nghia-viet-tat',
    title: 'Định nghĩa và viết tắt',
    head: /^(?:cac )?(?:dinh nghia|thuat ngu|giai thich|khai niem|(?:chu |tu |cum tu )?viet tat)(?: (?:va|cac|tu|tu ngu|chu|cum|thuat|ngu|dinh|nghia|viet|tat|khai|niem|giai|thich))*$/,
  },
  {
    id: 'noi-dung',
    title: 'Nội dung quy trình',
    head: /^(?:noi dung|mo ta|dien giai|trinh tu|cac buoc)(?: (?:cua|va|chi tiet|quy trinh|thu tuc|thuc hien|cong viec|tac nghiep|cac buoc|trinh tu|xu ly))*$/,
  },
  {
    id: 'bieu-mau',
    title: 'Biểu mẫu',
    head: /^(?:cac |danh muc )?(?:bieu mau|mau bieu|phieu mau|bieu mau va huong dan)(?: (?:su dung|ap dung|kem theo|dinh kem|lien quan|va|huong dan))*$/,
  },
  {
    id: 'ho-so',
    title: 'Hồ sơ lưu trữ',
    head: /^(?:luu tru|luu giu|luu|danh muc|cac|quan ly)?(?: ?ho so)(?: (?:can|phai|duoc|luu|tru|giu|va|tai lieu|bao quan))*$|^luu (?:tru|giu)(?: ho so)?$/,
  },
] as const;

/** A number of the first level: `5.`, `V.`; not `5.2`, `a.` or a dash. */
const topNumber = /^(?:(?:phan|muc|chuong)\s+)?(\d{1,2}|[IVX]{1,5})\s*[.):/-]?$/i;
const typedNumber = /^((?:\d{1,2}|[IVX]{1,5})\s*[.):/-])\s*(?=\p{L})/u;

export interface SectionHead {
  number: string | null;
  title: string;
  /** Index in `fixedSections`, or -1 for a section of its own kind. */
  order: number;
}

/** Splits a typed number from a heading. */
export function splitNumber(paragraph: Paragraph): { number: string | null; title: string } {
  const typed = typedNumber.exec(paragraph.text);
  if (typed)
    return {
      number: (typed[1] ?? '').replace(/\s/g, ''),
      title: paragraph.text.slice(typed[0].length).trim(),
    };
  return { number: paragraph.number, title: paragraph.text };
}

/** The head of a main section, or null for any other paragraph. */
export function sectionHead(paragraph: Paragraph): SectionHead | null {
  if (paragraph.text === '' || paragraph.text.length > 120) return null;
  const { number, title } = splitNumber(paragraph);
  const numbered = number !== null && topNumber.test(number);
  if (number !== null && !numbered) return null;
  const words = foldWords(title);
  const order = fixedSections.findIndex((section) => section.head.test(words));
  const looksLikeHead = numbered || isUpperCase(title) || paragraph.bold || (paragraph.heading ?? 9) <= 2;
  if (order >= 0)
    return looksLikeHead && !/[:;,]$/.test(title)
      ? { number, title, order }
      : order >= 0 && numbered
        ? { number, title: title.replace(/[:;,]+$/, ''), order }
        : null;
  return numbered && isUpperCase(title) && title.length > 3 ? { number, title, order: -1 } : null;
}

/** The fixed sections that one line of a contents list names; "Tài liệu viện dẫn, định nghĩa" names two. */
export function sectionsNamed(line: string): number[] {
  const words = foldWords(line)
    .replace(/^(?:\d{1,2}|[ivx]{1,5}) /, '')
    .replace(/ (?:trang )?\d{1,3}$/, '');
  const whole = fixedSections.findIndex((section) => section.head.test(words));
  if (whole >= 0) return [whole];
  const parts = words.split(' ');
  for (let cut = 1; cut < parts.length; cut += 1) {
    const first = fixedSections.findIndex((section) => section.head.test(parts.slice(0, cut).join(' ')));
    const second = fixedSections.findIndex((section) => section.head.test(parts.slice(cut).join(' ')));
    if (first >= 0 && second > first) return [first, second];
  }
  // Two heads run together without a space.
  for (const [order, section] of fixedSections.entries())
    for (let cut = words.length - 3; cut > 3; cut -= 1)
      if (section.head.test(words.slice(0, cut).trim())) {
        const next = fixedSections.findIndex((other) => other.head.test(words.slice(cut).trim()));
        if (next > order) return [order, next];
      }
  return [];
}
