import { describe, expect, it } from 'vitest';
import {
  editedProse,
  keepingOwnLines,
  shownLine,
  shownProse,
  writtenLine,
} from '#app/modules/documents/editor/prose.ts';

describe('words as a person reads and types them', () => {
  it('show what was escaped, and escape what is typed', () => {
    expect(shownLine('tuổi \\< 15 và \\{a}')).toBe('tuổi < 15 và {a}');
    expect(writtenLine('tuổi < 15 và {a}')).toBe('tuổi \\< 15 và \\{a\\}');
    expect(writtenLine('đã \\< thoát')).toBe('đã \\< thoát');
    expect(writtenLine('hai \\\\< gạch')).toBe('hai \\\\\\< gạch');
    expect(writtenLine('mã `<x>` giữ nguyên')).toBe('mã `<x>` giữ nguyên');
    expect(writtenLine('import là nhập')).toBe('&#105;mport là nhập');
  });

  it('name law, forms and fees in brackets', () => {
    const raw = '- <LegalBasis ref="nd-123-2015" />, <FormRef code="BM-01" /> và <Fee item="ban-sao" />';
    const shown = '- [[căn cứ: nd-123-2015]], [[biểu mẫu: BM-01]] và [[phí: ban-sao]]';
    expect(shownLine(raw)).toBe(shown);
    expect(writtenLine(shown)).toBe(raw);
  });

  it('are read quickly however odd they are', () => {
    const started = performance.now();
    for (const odd of [
      '\\'.repeat(100_000),
      '[[căn cứ:'.repeat(20_000),
      `[[căn cứ:${' '.repeat(200_000)}`,
      '` `` '.repeat(20_000),
    ])
      writtenLine(odd);
    expect(performance.now() - started).toBeLessThan(3_000);
    expect(writtenLine('[[không phải: gì cả]] và [[căn cứ:]]')).toBe('[[không phải: gì cả]] và [[căn cứ:]]');
  });

  it('keep the bytes of every line that was not touched', () => {
    const raw = '    Một \\_hai\\_  \n    <LegalBasis   ref="a" />\n\n    ba';
    expect(editedProse(raw, shownProse(raw))).toBe(raw);
    expect(editedProse(raw, `${shownProse(raw)}\nbốn < năm`)).toBe(`${raw}\n    bốn \\< năm`);
    expect(editedProse(raw, 'ba')).toBe('    ba');
  });

  it('of a stored source keep its own line ends and composition, whatever the browser sends', () => {
    const stored = 'Một\r\nHai é\r\nBa';
    expect(keepingOwnLines(stored, 'Một\nHai é\nBa')).toBe(stored);
    expect(keepingOwnLines(stored, 'Một\nHai é\nBốn\nBa')).toBe('Một\r\nHai é\r\nBốn\r\nBa');
  });
});
