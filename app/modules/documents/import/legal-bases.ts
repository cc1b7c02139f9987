import { fold } from '#app/modules/search/fold.ts';
import { oneLine, slug } from './folded.ts';
import type { ImportedLegalBasis } from './imported-procedure.ts';
import { dayIn } from './written-day.ts';

const kinds: [string, string, string][] = [
  ['thong tu lien tich', 'thong-tu-lien-tich', 'ttlt'],
  ['van ban hop nhat', 'van-ban-hop-nhat', 'vbhn'],
  ['bo luat', 'luat', 'luat'],
  ['luat', 'luat', 'luat'],
  ['phap lenh', 'phap-lenh', 'pl'],
  ['nghi dinh', 'nghi-dinh', 'nd'],
  ['nghi quyet', 'nghi-quyet', 'nq'],
  ['thong tu', 'thong-tu', 'tt'],
  ['quyet dinh', 'quyet-dinh', 'qd'],
  ['chi thi', 'chi-thi', 'ct'],
  ['cong van', 'cong-van', 'cv'],
];
const kindAtStart = new RegExp(`^(?:${kinds.map(([words]) => words).join('|')})\\b`);
const nextBasis = new RegExp(`;\\s+(?=(?:${kinds.map(([words]) => words).join('|')})\\b)`, 'g');
const numberSign =
  /(\d+(?:\.\d+)?)\s*\/\s*(?:(\d{4})\s*\/\s*)?([A-ZĐ][A-ZĐa-z0-9]*(?:\s*-\s*[A-ZĐ][A-ZĐa-zđ0-9]*)*)/;
const issuerPattern =
  /(?:^|[\s,])của\s+((?:Chính phủ|Quốc hội|Thủ tướng|Bộ|Ủy ban|Uỷ ban|Hội đồng|HĐND|UBND|Chủ tịch|Thống đốc|Văn phòng|Tổng|Liên)[^,;]*?)(?=\s+(?:quy định|quy đinh|về|sửa đổi|ban hành|hướng dẫn|công bố|phê duyệt|bãi bỏ|hợp nhất|thông qua|Quy định|Về|Sửa đổi|Ban hành|v\/v)\b|[,;.]|$)/u;

/** The legal texts named by one line; empty where it names none. */
export function legalBasesIn(line: string): ImportedLegalBasis[] {
  const text = oneLine(line)
    .replace(/^[-+•*–\s]+/, '')
    .replace(/^\d{1,2}[.)]\s+/, '');
  if (text === '') return [];
  const folded = fold(text);
  const cuts = [...folded.matchAll(nextBasis)].map((match) => match.index + match[0].length);
  const parts = [0, ...cuts].map((from, at) => text.slice(from, cuts[at] ?? undefined).trim());
  return parts.flatMap((part) => legalBasis(part.replace(/[;.]+$/, '').trim()) ?? []);
}

function legalBasis(raw: string): ImportedLegalBasis | null {
  const folded = fold(raw);
  if (!kindAtStart.test(folded)) return null;
  const [words, kind, sign] = kinds.find(([start]) => folded.startsWith(start)) ?? ['', '', ''];
  const number = numberSign.exec(raw.slice(0, 120));
  const after = number ? raw.slice(number.index + number[0].length) : raw;
  const signedOn = dayIn(after.slice(0, 60));
  const issuer = issuerPattern.exec(after.slice(0, 200))?.[1] ?? null;
  if (number === null && kind !== 'luat') return null;
  return {
    key: keyOf(sign, number, signedOn, issuer, raw, words),
    numberSign: number ? oneLine(number[0]).replace(/\s*([/-])\s*/g, '$1') : null,
    kind,
    issuer: issuer === null ? null : oneLine(issuer),
    signedOn,
    title: titleOf(raw, after, number !== null),
    raw,
  };
}

function keyOf(
  sign: string,
  number: RegExpExecArray | null,
  signedOn: string | null,
  issuer: string | null,
  raw: string,
  words: string,
): string {
  if (number === null) {
    const name = raw
      .slice(words.length)
      .replace(/\bsố\b.*$/, '')
      .replace(/\bngày\b.*$/, '');
    return slug(`${sign} ${name.replace(/\b(năm|được)\b/g, ' ')}`, 60) || sign;
  }
  const year = number[2] ?? signedOn?.slice(0, 4) ?? null;
  const series = slug((number[3] ?? '').replace(/\s/g, ''));
  const agency = series.replace(/^[a-z]+-?/, '');
  // Laws, decrees and the Prime Minister's texts are one series each; the others are told apart by who issued them.
  const told =
    sign === 'luat' || sign === 'nd' || agency === 'ttg' || agency === 'cp' || /^qh\d*$/.test(series)
      ? ''
      : agency;
  const local =
    /hdnd|ubnd/.test(told) && issuer
      ? slug(issuer.replace(/^.*?(?=tỉnh|thành phố|TP|xã|phường|huyện)/u, ''), 24)
      : '';
  return [sign, slug((number[1] ?? '').replace('.', '-')), year, told, local]
    .filter((part) => part)
    .join('-')
    .slice(0, 64)
    .replace(/-+$/, '');
}

function titleOf(raw: string, after: string, numbered: boolean): string {
  if (!numbered) return oneLine(raw.replace(/\s+ngày\b.*$/, ''));
  const issuer = issuerPattern.exec(after.slice(0, 200));
  const rest = issuer
    ? after.slice(issuer.index + issuer[0].length)
    : after.replace(/^\s*ngày\s+[\d/]+(?:\s+tháng\s+\d+\s+năm\s+\d+)?/u, '');
  const title = oneLine(rest.replace(/^[\s,.;:-]+/, '').replace(/^(?:về việc|về|v\/v)\s+/u, ''));
  return title === '' ? raw : title.charAt(0).toUpperCase() + title.slice(1);
}
