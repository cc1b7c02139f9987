/** Tables of the portal whose cells were run together. What has one reading is split; the rest stays whole. */

export interface Way {
  channel: string;
  /** As written, e.g. `15 Ngày làm việc`; null where it cannot be told from the fee. */
  time: string | null;
  /** What follows the time, or the whole cell. */
  rest: string;
}

const wayHead = /^Hình thức nộp\s*Thời gian\s*Phí, lệ phí\s*Mô tả/;
const channels = /(Trực tiếp|Trực tuyến|Dịch vụ bưu chính)/;
const timeFirst = /^(\d+(?:[.,]\d+)?\s*(?:Ngày làm việc|Giờ làm việc|Ngày|Giờ|Tháng|Phút))(.*)$/s;

/** Channels of submission with their time; null when there is no such table. */
export function splitWays(text: string): Way[] | null {
  if (!wayHead.test(text)) return null;
  const parts = text.replace(wayHead, '').split(channels);
  const ways: Way[] = [];
  for (let at = 1; at < parts.length; at += 2) {
    const cell = (parts[at + 1] ?? '').trim();
    const found = timeFirst.exec(cell);
    const channel = parts[at] ?? '';
    ways.push(
      found
        ? { channel, time: found[1] ?? null, rest: (found[2] ?? '').trim() }
        : { channel, time: null, rest: cell },
    );
  }
  return ways;
}

export interface DossierPaper {
  name: string;
  original: number;
  copies: number;
}

const paperHead = /Tên giấy tờ\s*Mẫu đơn, tờ khai\s*Số lượng/;
const quantity = /(\d) bản chính(?:,\s*(\d) bản sao)?|(?<!bản chính,\s?)(\d) bản sao(?=$|[-+*•\p{Lu}])/gu;

/** Papers with their numbers; null when a number cannot be told from the end of a name. */
export function splitPapers(text: string): DossierPaper[] | null {
  const [, ...tables] = text.split(new RegExp(paperHead.source, 'g'));
  if (tables.length === 0) return null;
  const papers: DossierPaper[] = [];
  for (const table of tables) {
    let from = 0;
    for (const found of table.matchAll(quantity)) {
      const name = table.slice(from, found.index);
      if (/[\d.,/]$/.test(name)) return null;
      // A number inside a sentence ("nộp 02 bản chính tờ khai") is no cell.
      if (/\s$/.test(name)) continue;
      papers.push({
        name: name.trim(),
        original: Number(found[1] ?? 0),
        copies: Number(found[2] ?? found[3] ?? 0),
      });
      from = found.index + found[0].length;
    }
  }
  return papers.length > 0 && papers.every((paper) => paper.name !== '') ? papers : null;
}

const numberSign =
  /\d{1,4}\/\d{4}\/(?:QH\d{2}|UBTVQH\d{2}|NĐ-C(?:P(?![a-zà-ỹ]))?|NQ-CP|QĐ-TTg|TTLT(?:-[A-ZĐ]+)+|(?:TT|QĐ|NQ|PL)-[A-ZĐ]+(?![a-zà-ỹ])|(?:TT|QĐ|NQ)-[A-ZĐ]+)/gu;
const whole = /\/(?:QH\d{2}|UBTVQH\d{2}|NĐ-CP|NQ-CP|QĐ-TTg|TTLT-.+|(?:TT|QĐ|NQ|PL)-[A-ZĐ]{2,})$/u;

/** Number-signs of the legal documents named, each once; `doubtful` are cut short or wrong in the source. */
export function numberSigns(text: string): { found: string[]; doubtful: string[] } {
  const all = [...new Set([...text.matchAll(numberSign)].map((one) => one[0]))];
  return { found: all.filter((sign) => whole.test(sign)), doubtful: all.filter((sign) => !whole.test(sign)) };
}
