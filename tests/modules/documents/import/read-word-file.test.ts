import { describe, expect, it } from 'vitest';
import { readWordFile } from '#app/modules/documents/import/read-word-file.server.ts';
import {
  isRefusal,
  paragraphsOf,
  printed,
  type WordDocument,
} from '#app/modules/documents/import/word-document.ts';
import { wordFile, zip } from './word-file.ts';

async function refusalOf(bytes: Buffer): Promise<string> {
  const result = await readWordFile(bytes, 'tep.docx');
  if (!isRefusal(result)) throw new Error('was read');
  expect(result.file).toBe('tep.docx');
  expect(result.refused.message).not.toContain('import.');
  expect(result.refused.message.split('\n')).toHaveLength(1);
  return result.refused.rule;
}

async function read(bytes: Buffer): Promise<WordDocument> {
  const result = await readWordFile(bytes, 'tep.docx');
  if (isRefusal(result)) throw new Error(result.refused.message);
  return result;
}

describe('a file that cannot be read is refused with one clear line', () => {
  const part = (body: string) =>
    `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`;

  it('an empty file', async () => expect(await refusalOf(Buffer.alloc(0))).toBe('import.file.empty'));

  it('a text file with another name', async () =>
    expect(await refusalOf(Buffer.from('Quy trình đăng ký khai sinh'))).toBe('import.file.not-word'));

  it('a PDF with another name', async () =>
    expect(await refusalOf(Buffer.from('%PDF-1.7 …'))).toBe('import.file.not-word'));

  it('a zip that is no Word file', async () =>
    expect(await refusalOf(zip([['xl/workbook.xml', '<workbook/>']]))).toBe('import.file.not-word'));

  it('an old Word file and one locked by a password', async () => {
    const compound = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(2048)]);
    expect(await refusalOf(compound)).toBe('import.file.old-word');
    const locked = Buffer.concat([compound, Buffer.from('EncryptedPackage', 'utf16le')]);
    expect(await refusalOf(locked)).toBe('import.file.encrypted');
    expect(await refusalOf(zip([['word/document.xml', part('')]], 1))).toBe('import.file.encrypted');
  });

  it('a file cut off in the middle, or with a broken text part', async () => {
    const whole = wordFile({ blocks: [{ text: 'MỤC ĐÍCH' }] });
    expect(await refusalOf(whole.subarray(0, whole.length - 40))).toBe('import.file.broken');
    expect(await refusalOf(zip([['word/document.xml', '<w:document><w:body>']]))).toBe('import.file.broken');
  });

  it('a bomb is refused before it is unpacked', async () => {
    const bomb = zip([['word/document.xml', part(`<w:p>${' '.repeat(60 * 1024 * 1024)}</w:p>`)]]);
    expect(bomb.length).toBeLessThan(200 * 1024);
    const started = performance.now();
    expect(await refusalOf(bomb)).toBe('import.file.too-large');
    expect(performance.now() - started).toBeLessThan(1000);
  });

  it('more entries than any document has', async () => {
    const many = Array.from({ length: 2001 }, (_unused, at): [string, string] => [
      `word/media/${at}.bin`,
      '',
    ]);
    expect(await refusalOf(zip([['word/document.xml', part('<w:p/>')], ...many]))).toBe(
      'import.file.too-large',
    );
  });

  it('a document type with entities, and elements nested without end', async () => {
    const entities = `<!DOCTYPE w:document [<!ENTITY a "aaaa">]>${part('<w:p><w:r><w:t>&a;</w:t></w:r></w:p>')}`;
    expect(await refusalOf(zip([['word/document.xml', entities]]))).toBe('import.file.broken');
    const deep = part(`${'<w:sdt>'.repeat(5000)}${'</w:sdt>'.repeat(5000)}`);
    expect(await refusalOf(zip([['word/document.xml', deep]]))).toBe('import.file.broken');
  });

  it('a document without a word', async () =>
    expect(await refusalOf(wordFile({ blocks: [{ text: '' }] }))).toBe('import.file.no-text'));
});

describe('a Word document is read as it prints', () => {
  it('numbered paragraphs carry the number that Word prints', async () => {
    const document = await read(
      wordFile({
        blocks: [
          { text: 'Một', list: 1 },
          { text: 'Hai', list: 1 },
          { text: 'gạch', list: 99 },
          { text: 'Ba', list: 1 },
          { text: 'Khác', list: 2 },
        ],
      }),
    );
    expect(paragraphsOf(document.blocks).map(printed)).toEqual([
      '1. Một',
      '2. Hai',
      '- gạch',
      '3. Ba',
      '1. Khác',
    ]);
  });

  it('merged cells stand once and cover their places', async () => {
    const document = await read(
      wordFile({
        blocks: [
          {
            rows: [
              [
                { text: 'a', span: 2 },
                { text: 'b', merge: 'start' },
              ],
              ['c', 'd', { text: '', merge: 'continue' }],
            ],
          },
        ],
      }),
    );
    const [table] = document.blocks;
    if (table?.kind !== 'table') throw new Error('no table');
    expect(table.grid.map((row) => row.map((cell) => cell?.text))).toEqual([
      ['a', 'a', 'b'],
      ['c', 'd', 'b'],
    ]);
    expect(paragraphsOf(document.blocks).map((paragraph) => paragraph.text)).toEqual(['a', 'b', 'c', 'd']);
  });

  it('tracked deletions, hidden text and invisible characters are not there', async () => {
    const body =
      '<w:p><w:r><w:t>còn\u202e\u200b lại</w:t></w:r><w:del><w:r><w:delText>bỏ</w:delText></w:r></w:del><w:ins><w:r><w:t> thêm</w:t></w:r></w:ins>' +
      '<w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r></w:p>';
    const text = `<w:document xmlns:w="x"><w:body>${body}</w:body></w:document>`;
    const document = await read(zip([['word/document.xml', text]]));
    expect(paragraphsOf(document.blocks).map((paragraph) => paragraph.text)).toEqual(['còn lại thêm']);
  });

  it('running heads and feet are kept apart from the text', async () => {
    const document = await read(
      wordFile({
        blocks: [{ text: 'x' }],
        headers: ['Tên quy trình: A'],
        footers: ['Trang 1\nLần ban hành: 01'],
      }),
    );
    expect(document.headers.map((paragraph) => paragraph.text)).toEqual(['Tên quy trình: A']);
    expect(document.footers.map((paragraph) => paragraph.text)).toEqual(['Trang 1', 'Lần ban hành: 01']);
  });
});
