import { crc32, deflateRawSync } from 'node:zlib';

/** A tiny writer of Word files for tests: enough of the format to hold what real procedures hold. */

export interface TestParagraph {
  text: string;
  bold?: boolean;
  /** Numbered by Word: the list it belongs to. */
  list?: number;
  pageBreak?: boolean;
}
export interface TestCell {
  text: string;
  span?: number;
  merge?: 'start' | 'continue';
  bold?: boolean;
  list?: number;
}
export type TestBlock = TestParagraph | { rows: (TestCell | string)[][] };

export interface TestFile {
  blocks: TestBlock[];
  headers?: string[];
  footers?: string[];
}

export function wordFile(file: TestFile): Buffer {
  const part = (tag: string, lines: readonly string[]) =>
    `${xmlHead}<w:${tag} ${namespace}>${lines.map((text) => paragraph({ text })).join('')}</w:${tag}>`;
  const body = file.blocks.map((block) => ('rows' in block ? table(block.rows) : paragraph(block))).join('');
  return zip([
    [
      '[Content_Types].xml',
      `${xmlHead}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    ],
    ['word/document.xml', `${xmlHead}<w:document ${namespace}><w:body>${body}</w:body></w:document>`],
    ['word/numbering.xml', numberingPart()],
    ...(file.headers ?? []).map((text, at): [string, string] => [
      `word/header${at + 1}.xml`,
      part('hdr', [text]),
    ]),
    ...(file.footers ?? []).map((text, at): [string, string] => [
      `word/footer${at + 1}.xml`,
      part('ftr', text.split('\n')),
    ]),
  ]);
}

const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const namespace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

function paragraph({ text, bold, list, pageBreak }: TestParagraph): string {
  const numbering =
    list === undefined ? '' : `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${list}"/></w:numPr>`;
  const lines = text.split('\n').map((line) => `<w:t xml:space="preserve">${escapeXml(line)}</w:t>`);
  const start = pageBreak ? '<w:r><w:br w:type="page"/></w:r>' : '';
  const run = text === '' ? '' : `<w:r><w:rPr>${bold ? '<w:b/>' : ''}</w:rPr>${lines.join('<w:br/>')}</w:r>`;
  return `<w:p><w:pPr>${numbering}</w:pPr>${start}${run}</w:p>`;
}

function table(rows: (TestCell | string)[][]): string {
  const cells = (row: (TestCell | string)[]) =>
    row
      .map((cell) => (typeof cell === 'string' ? { text: cell } : cell))
      .map((cell) => {
        const span = cell.span ? `<w:gridSpan w:val="${cell.span}"/>` : '';
        const merge = cell.merge ? `<w:vMerge${cell.merge === 'start' ? ' w:val="restart"' : ''}/>` : '';
        const inside = cell.text.split('\n').map((text) => paragraph({ ...cell, text }));
        return `<w:tc><w:tcPr>${span}${merge}</w:tcPr>${inside.join('')}</w:tc>`;
      })
      .join('');
  return `<w:tbl>${rows.map((row) => `<w:tr>${cells(row)}</w:tr>`).join('')}</w:tbl>`;
}

/** Twenty lists that count 1., 2., 3. and one (99) of dashes. */
function numberingPart(): string {
  const level = (format: string, text: string) =>
    `<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
  const counted = Array.from({ length: 20 }, (_unused, at) => at + 1);
  const abstract = counted.map(
    (id) => `<w:abstractNum w:abstractNumId="${id}">${level('decimal', '%1.')}</w:abstractNum>`,
  );
  const dashes = `<w:abstractNum w:abstractNumId="99">${level('bullet', '-')}</w:abstractNum>`;
  const nums = [...counted, 99].map(
    (id) => `<w:num w:numId="${id}"><w:abstractNumId w:val="${id}"/></w:num>`,
  );
  return `${xmlHead}<w:numbering ${namespace}>${abstract.join('')}${dashes}${nums.join('')}</w:numbering>`;
}

function escapeXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

/** A zip with a central directory; `flags` 1 marks the entries as encrypted. */
export function zip(entries: readonly (readonly [string, string | Buffer])[], flags = 0): Buffer {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of entries) {
    const data = Buffer.from(content);
    const packed = deflateRawSync(data);
    const fileName = Buffer.from(name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(flags, 2);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(data), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(data.length, 18);
    common.writeUInt16LE(fileName.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, fileName, packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    central.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, tail, fileName]));
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...locals, directory, Buffer.from('PK\x05\x06', 'latin1'), end]);
}
