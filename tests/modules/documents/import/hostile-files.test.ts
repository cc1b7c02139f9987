import { describe, expect, it } from 'vitest';
import { guard } from '#app/mdx/guard.ts';
import { draftFrom } from '#app/modules/documents/import/draft.ts';
import { importProcedure } from '#app/modules/documents/import/import-procedure.server.ts';
import { sampleFile, sampleText } from './sample-procedure.ts';
import { roles } from './sample-set.ts';
import { wordFile, zip } from './word-file.ts';

const runs = process.env.QMS_LONG === '1' ? 20_000 : 300;
const whole = sampleFile(
  sampleText({
    file: 'a.docx',
    code: 'QT-01',
    title: 'Đăng ký khai tử',
    subject: 'khai tử',
    result: 'Trích lục khai tử',
  }),
);

describe('files that mean harm', () => {
  it(
    `${runs} files with changed bytes are read or refused, never more`,
    async () => {
      let state = 7;
      const next = (below: number) => {
        state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
        return state % below;
      };
      for (let run = 0; run < runs; run += 1) {
        const bytes = Buffer.from(whole);
        for (let change = 0; change <= next(6); change += 1) bytes[next(bytes.length)] = next(256);
        const result = await importProcedure(
          run % 3 === 0 ? bytes.subarray(0, next(bytes.length)) : bytes,
          'a.docx',
          { roles },
        );
        expect(result.file).toBe('a.docx');
      }
    },
    15_000 + runs * 50,
  );

  it('strange but well-formed XML is read or refused, never more', async () => {
    const bodies = [
      '<w:tbl/>',
      '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr></w:tc></w:tr></w:tbl>',
      '<w:tbl><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p><w:r><w:t>x</w:t></w:r></w:p></w:tc></w:tr></w:tbl>',
      '<w:tbl><w:tr><w:trPr><w:gridBefore w:val="100000000"/></w:trPr><w:tc><w:p><w:r><w:t>x</w:t></w:r></w:p></w:tc></w:tr></w:tbl>',
      '<w:p><w:pPr><w:numPr><w:ilvl w:val="-5"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>x</w:t></w:r></w:p>',
      '<w:p><w:pPr><w:numPr><w:ilvl w:val="99999999999"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>x</w:t></w:r></w:p>',
    ];
    for (const body of bodies) {
      const text = `<w:document xmlns:w="x"><w:body>${body}</w:body></w:document>`;
      const numbering =
        '<w:numbering xmlns:w="x"><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="-5"><w:start w:val="1e9"/><w:numFmt w:val="lowerRoman"/><w:lvlText w:val="%1"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>';
      const result = await importProcedure(
        zip([
          ['word/document.xml', text],
          ['word/numbering.xml', numbering],
        ]),
        'a.docx',
        { roles },
      );
      expect(result.file).toBe('a.docx');
    }
  });

  it('long lines of one kind do not hold the readers up', async () => {
    const units = [
      'a',
      '1/',
      'ngày ',
      '((',
      'Nghị định số 1/2020/NĐ-CP; ',
      ': ',
      '1.1.',
      'phối hợp với ',
      '½ ',
      ' của Bộ',
      '- ',
      '[',
      'QĐ ',
    ];
    const lines = units.map((unit) => unit.repeat(Math.floor(19_000 / unit.length)));
    for (const line of lines) {
      // Processor time, so that a busy machine does not fail the test.
      const started = process.cpuUsage();
      const file = wordFile({
        blocks: [
          { text: `QUY TRÌNH ${line}`, bold: true },
          { text: '4. ĐỊNH NGHĨA', bold: true },
          { text: line },
          { text: '5. NỘI DUNG', bold: true },
          { text: `b. Thời hạn giải quyết: ${line}` },
          { text: 'e. Căn cứ pháp lý:' },
          { text: line },
          {
            rows: [
              ['TT', 'Nội dung công việc', 'Trách nhiệm', 'Thời gian'],
              ['1', line, line, line],
            ],
          },
        ],
        headers: [line],
        footers: [line],
      });
      const result = await importProcedure(file, 'a.docx', { roles });
      if ('steps' in result) draftFrom(result);
      const used = process.cpuUsage(started);
      expect((used.user + used.system) / 1000, line.slice(0, 12)).toBeLessThan(2500);
    }
  });

  it('text made to look like code stays text in the draft', async () => {
    const evil =
      'import x from "y"\n{alert(1)} <script src="//x"> </Section> `code` [a](javascript:x) ![b](c) | a | b |\n---\n# title\n&lt; &quot; \\{ ~~x~~ www.example.com';
    const text = sampleText({
      file: 'a.docx',
      code: 'QT-01" onload="x',
      title: `Đăng ký "khai tử" {x} <b>`,
      subject: 'khai tử',
      result: evil,
    });
    const attacked = {
      ...text,
      limit: evil,
      abbreviations: [['TT"HC', evil]] as [string, string][],
      steps: text.steps.map((step) => ({
        ...step,
        work: evil,
        role: `${evil} "`,
        times: [evil, '{1} ngày'],
      })),
      records: [[`Sổ ${evil} "{x}"`, evil, evil]] as [string, string, string][],
    };
    const result = await importProcedure(sampleFile(attacked), 'a.docx', { roles });
    if (!('steps' in result)) throw new Error('refused');
    const judged = guard(draftFrom(result), 'a.mdx', 'vi');
    expect(judged.findings).toEqual([]);
    expect(judged.guarded).not.toBeNull();
  });
});
