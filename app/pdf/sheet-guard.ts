/** What may stand in a sheet. Everything else is refused, so that no tree can name a file or an address to read. */

const looks = [
  'bold italics fontSize color background lineHeight characterSpacing alignment decoration noWrap',
  'margin width pageBreak relativePosition unbreakable headlineLevel',
  'colSpan rowSpan fillColor border link leadingIndent tocItem tocMargin columnGap layout start foreground fit',
]
  .join(' ')
  .split(' ');
const kinds = ['text', 'stack', 'columns', 'table', 'ul', 'ol', 'canvas', 'qr', 'image', 'toc'];
const permitted = new Set([...looks, ...kinds]);
const shapes = new Set(['line', 'rect', 'polyline']);
const deepest = 80;

/** True for the links that may be printed; none of them is ever fetched. */
export function isPrintableLink(url: string): boolean {
  if (/[\p{Cc}\s\\]/u.test(url)) return false;
  return /^(https?:\/\/[^/]|mailto:|tel:)/i.test(url);
}

function reasonInText(text: unknown, path: string, depth: number): string | null {
  if (typeof text === 'string') return null;
  if (!Array.isArray(text)) return `${path}: text must be words`;
  return firstReason(text, (part, i) =>
    typeof part === 'string' ? null : reasonInNode(part, `${path}[${i}]`, depth + 1),
  );
}

function firstReason<T>(list: Iterable<T>, judge: (item: T, index: number) => string | null): string | null {
  let index = 0;
  for (const item of list) {
    const reason = judge(item, index++);
    if (reason) return reason;
  }
  return null;
}

function isImage(bytes: unknown): boolean {
  if (!(bytes instanceof Uint8Array)) return false;
  return (bytes[0] === 0x89 && bytes[1] === 0x50) || (bytes[0] === 0xff && bytes[1] === 0xd8);
}

function reasonInTable(table: unknown, path: string, depth: number): string | null {
  if (!isRecord(table) || !Array.isArray(table.body)) return `${path}: not a table`;
  return firstReason(table.body, (row, r) =>
    Array.isArray(row)
      ? firstReason(row, (cell, c) => reasonInNode(cell, `${path}.${r}.${c}`, depth + 1))
      : `${path}.${r}: not a row`,
  );
}

/** Why this node may not be drawn, or null. Works on data of unknown origin: nothing is assumed. */
function reasonInNode(node: unknown, path: string, depth: number): string | null {
  if (depth > deepest) return `${path}: nested too deep`;
  if (!isRecord(node)) return `${path}: not a node`;
  const foreign = Object.keys(node).find((key) => !permitted.has(key));
  if (foreign) return `${path}: "${foreign}" is not allowed`;
  if ('link' in node && (typeof node.link !== 'string' || !isPrintableLink(node.link)))
    return `${path}: this link is not allowed`;
  if ('layout' in node && typeof node.layout !== 'string') return `${path}: layout must be a name`;
  if ('image' in node && !isImage(node.image)) return `${path}: an image must be PNG or JPEG bytes`;
  if ('qr' in node && (typeof node.qr !== 'string' || node.qr.length > 300 || typeof node.fit !== 'number'))
    return `${path}: not a QR code`;
  if ('text' in node) return reasonInText(node.text, path, depth);
  if ('table' in node) return reasonInTable(node.table, path, depth);
  if ('canvas' in node) {
    if (!Array.isArray(node.canvas)) return `${path}: not a drawing`;
    return firstReason(node.canvas, (shape: unknown) =>
      isRecord(shape) && typeof shape.type === 'string' && shapes.has(shape.type)
        ? null
        : `${path}: unknown shape`,
    );
  }
  for (const key of ['stack', 'columns', 'ul', 'ol'] as const) {
    const children = node[key];
    if (children === undefined) continue;
    if (!Array.isArray(children)) return `${path}: ${key} must be a list`;
    return firstReason(children, (child, i) => reasonInNode(child, `${path}.${key}${i}`, depth + 1));
  }
  if ('toc' in node && isRecord(node.toc) && node.toc.title)
    return reasonInNode(node.toc.title, path, depth + 1);
  return null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return (
    typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Uint8Array)
  );
}

const sheetKeys = new Set(
  'stamp language title author subject orientation margins look header footer watermark content'.split(' '),
);

/** Why a sheet may not be drawn, or null. */
export function refusalToDraw(sheet: unknown): string | null {
  if (!isRecord(sheet)) return 'not a sheet';
  const foreign = Object.keys(sheet).find((key) => !sheetKeys.has(key));
  if (foreign) return `"${foreign}" is not allowed on a sheet`;
  if (!Array.isArray(sheet.content)) return 'a sheet without content';
  const bands = [sheet.header, sheet.footer].flatMap((band) =>
    isRecord(band) ? [band.first, band.every].filter((node) => node !== null && node !== undefined) : [],
  );
  return firstReason([...sheet.content, ...bands], (node, i) => reasonInNode(node, `node ${i + 1}`, 0));
}
