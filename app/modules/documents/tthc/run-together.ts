/**
 * Tables of the portal whose cells were run together. What has one reading is split; the rest stays whole. Every
 * stretch of the text is a piece, so that nothing gets lost unnoticed: joined, the pieces are the text.
 */
export interface Piece {
  /** `head`: words of the portal's own page. `left`: what reached no field. */
  kind: 'head' | 'item' | 'left';
  text: string;
}

export interface Way {
  channel: string;
  /** As written, e.g. `15 Ngày làm việc`; null where it cannot be told from the fee. */
  time: string | null;
  /** As written, e.g. `Miễn phí` or `8,000 VNĐ`; null where it cannot be told from what follows. */
  fee: string | null;
  /** What follows, or the whole cell. */
  rest: string;
}

const wayHead = /^Hình thức nộp\s*Thời gian\s*Phí, lệ phí\s*Mô tả/;
const channels = /(Trực tiếp|Trực tuyến|Dịch vụ bưu chính)/;
const timeFirst = /^(\d+(?:[.,]\d+)?\s*(?:Ngày làm việc|Giờ làm việc|Ngày|Giờ|Tháng|Phút))(.*)$/s;
const feeFirst =
  /^(Miễn phí|Không có thông tin|\d{1,3}(?:[.,]\d{3})*\s*(?:VNĐ|Việt Nam Đồng|Đồng)(?!\p{L}))(.*)$/su;

function pieceOf(kind: Piece['kind'], text: string): Piece[] {
  return text === '' ? [] : [{ kind, text }];
}

/** Channels of submission with their time and fee; `ways` is null when there is no such table. */
export function takeApartWays(text: string): { ways: Way[] | null; pieces: Piece[] } {
  const head = wayHead.exec(text)?.[0];
  if (head === undefined) return { ways: null, pieces: pieceOf('left', text) };
  const [before = '', ...parts] = text.slice(head.length).split(channels);
  const pieces: Piece[] = [{ kind: 'head', text: head }, ...pieceOf('left', before)];
  const ways: Way[] = [];
  for (let at = 0; at < parts.length; at += 2) {
    const [channel = '', cell = ''] = [parts[at], parts[at + 1]];
    ways.push(wayOf(channel, cell.trim()));
    pieces.push({ kind: 'item', text: channel + cell });
  }
  return { ways, pieces };
}

function wayOf(channel: string, cell: string): Way {
  const timed = timeFirst.exec(cell);
  if (!timed) return { channel, time: null, fee: null, rest: cell };
  const after = (timed[2] ?? '').trim();
  const paid = feeFirst.exec(after);
  const time = timed[1] ?? null;
  return paid
    ? { channel, time, fee: paid[1] ?? null, rest: (paid[2] ?? '').trim() }
    : { channel, time, fee: null, rest: after };
}

export function splitWays(text: string): Way[] | null {
  return takeApartWays(text).ways;
}

export interface DossierPaper {
  name: string;
  original: number;
  copies: number;
}

/** One table of papers, for one case of the procedure; `papers` is null where the table stays whole. */
export interface DossierTable {
  /** The case as the portal heads it; empty where there is only one. */
  title: string;
  papers: DossierPaper[] | null;
  text: string;
}

const paperHead = /Tên giấy tờ\s*Mẫu đơn, tờ khai\s*Số lượng/g;
const quantity = /(\d) bản chính(?:,\s*(\d) bản sao)?|(?<!bản chính,\s?)(\d) bản sao(?=$|[-+*•\p{Lu}])/gu;

/** Papers by case, with their numbers. Between two tables stands the title of the second. */
export function takeApartPapers(text: string): { tables: DossierTable[]; pieces: Piece[] } {
  const heads = [...text.matchAll(paperHead)];
  if (heads.length === 0) return { tables: [], pieces: pieceOf('left', text) };
  const tables: DossierTable[] = [];
  const pieces: Piece[] = [];
  let title = text.slice(0, heads[0]?.index ?? 0);
  for (const [at, head] of heads.entries()) {
    pieces.push(...pieceOf(/\p{L}/u.test(title) ? 'item' : 'head', title), { kind: 'head', text: head[0] });
    const table = text.slice(head.index + head[0].length, heads[at + 1]?.index ?? text.length);
    const read = papersIn(table);
    const named = /\p{L}/u.test(title) ? title.replace(/\s+/g, ' ').trim() : '';
    const rest = read ? table.slice(read.until) : '';
    tables.push({ title: named, papers: read?.papers ?? null, text: table });
    pieces.push(...pieceOf(read ? 'item' : 'left', read ? table.slice(0, read.until) : table));
    title = rest;
  }
  pieces.push(...pieceOf(title.trim() === '' ? 'head' : 'left', title));
  return { tables, pieces };
}

/** Null when a number cannot be told from the end of a name. */
function papersIn(table: string): { papers: DossierPaper[]; until: number } | null {
  const papers: DossierPaper[] = [];
  let from = 0;
  for (const found of table.matchAll(quantity)) {
    const name = table.slice(from, found.index);
    if (/\d[.,]?$|\/$/.test(name)) return null;
    // A number inside a sentence ("nộp 02 bản chính tờ khai") is no cell.
    if (/\s$/.test(name)) continue;
    papers.push({
      name: name.trim(),
      original: Number(found[1] ?? 0),
      copies: Number(found[2] ?? found[3] ?? 0),
    });
    from = found.index + found[0].length;
  }
  return papers.length > 0 && papers.every((paper) => paper.name !== '') ? { papers, until: from } : null;
}

/** All papers of all cases; null when one table could not be split. */
export function splitPapers(text: string): DossierPaper[] | null {
  const { tables } = takeApartPapers(text);
  const papers = tables.flatMap((table) => table.papers ?? []);
  return tables.length > 0 && tables.every((table) => table.papers !== null) ? papers : null;
}

export interface ProcedureResult {
  name: string;
  code: string;
}

const resultCell = /^(.+?)Mã: (KQ\.[A-Z0-9]+\.\d{6})Từ khóaKhông có thông tinMô tảKhông có thông tin/s;
const portalTail = /^Chọn cơ quan thực hiện.*Nộp hồ sơ$/s;

/** Results with their codes, as far as each has no keyword and no description of its own. */
export function takeApartResults(text: string): { results: ProcedureResult[]; pieces: Piece[] } {
  const results: ProcedureResult[] = [];
  const pieces: Piece[] = [];
  let rest = text;
  for (let found = resultCell.exec(rest); found; found = resultCell.exec(rest)) {
    const name = (found[1] ?? '').trim();
    if (name.includes('Từ khóa')) break;
    results.push({ name, code: found[2] ?? '' });
    pieces.push({ kind: 'item', text: found[0] });
    rest = rest.slice(found[0].length);
  }
  const isPage = portalTail.test(rest.trim()) || rest.trim() === '' || rest.trim() === 'Không có thông tin';
  pieces.push(...pieceOf(isPage ? 'head' : 'left', rest));
  return { results, pieces };
}

/** What reached no field, without mere marks. */
export function leftOf(pieces: readonly Piece[]): string[] {
  return pieces
    .filter((piece) => piece.kind === 'left' && /[\p{L}\d]/u.test(piece.text))
    .map((piece) => piece.text.trim());
}

const numberSign =
  /\d{1,4}\/\d{4}\/(?:QH\d{2}|UBTVQH\d{2}|NĐ-C(?:P(?![a-zà-ỹ]))?|NQ-CP|QĐ-TTg|TTLT(?:-[A-ZĐ]+)+|(?:TT|QĐ|NQ|PL)-[A-ZĐ]+(?![a-zà-ỹ])|(?:TT|QĐ|NQ)-[A-ZĐ]+)/gu;
const whole = /\/(?:QH\d{2}|UBTVQH\d{2}|NĐ-CP|NQ-CP|QĐ-TTg|TTLT-.+|(?:TT|QĐ|NQ|PL)-[A-ZĐ]{2,})$/u;

/** Number-signs of the legal documents named, each once; `doubtful` are cut short or wrong in the source. */
export function numberSigns(text: string): { found: string[]; doubtful: string[] } {
  const all = [...new Set([...text.matchAll(numberSign)].map((one) => one[0]))];
  return { found: all.filter((sign) => whole.test(sign)), doubtful: all.filter((sign) => !whole.test(sign)) };
}
