import { expect, test } from 'vitest';
import { citedName, fillPage, formsLinked, unlinkForms } from '#app/modules/documents/reading/served-page.ts';

const names = {
  fees: { 'ban-sao': 'Phí bản sao: 8.000 đồng/bản' },
  legalBases: {
    'nd-1': { name: 'Nghị định số 1/2020/NĐ-CP', title: '', status: 'in-force' },
    'nd-2': { name: 'Nghị định số 2/2020 <script>', title: '', status: 'expired' },
  },
};

test('markers of the press are filled from rows, and what a person typed stays as it is', () => {
  const html =
    '<p>Thu <span class="fee" data-fee="ban-sao">ban-sao</span> theo <span class="legal-basis" data-legal="nd-1">nd-1</span>. data-fee="ban-sao"</p>';
  expect(fillPage(html, names, 'vi')).toBe(
    '<p>Thu <span class="fee">Phí bản sao: 8.000 đồng/bản</span> theo <span class="legal-basis"><cite>Nghị định số 1/2020/NĐ-CP</cite></span>. data-fee="ban-sao"</p>',
  );
});

test('an expired law says so, and words of the office are escaped', () => {
  const filled = fillPage('<span class="legal-basis" data-legal="nd-2">nd-2</span>', names, 'vi');
  expect(filled).toContain('(hết hiệu lực)');
  expect(filled).not.toContain('<script>');
});

test('a key the office does not know is shown as the text has it', () => {
  const html = '<span class="fee" data-fee="constructor">constructor</span>';
  expect(fillPage(html, names, 'vi')).toBe(html);
});

test('forms a reader may not open lose their link and keep their code', () => {
  const html = '<a class="form-ref" href="/documents/by-code/A">A</a> <a class="form-ref" href="/x">B</a>';
  expect(formsLinked(html)).toEqual(['A', 'B']);
  expect(unlinkForms(html, new Set(['B']))).toBe(
    '<span class="form-ref">A</span> <a class="form-ref" href="/x">B</a>',
  );
});

test('a law is cited by its kind and number, a standard by its sign', () => {
  expect(citedName('nghi-dinh', '123/2015/NĐ-CP', 'vi')).toBe('Nghị định số 123/2015/NĐ-CP');
  expect(citedName('tieu-chuan', 'TCVN ISO 9001:2015', 'vi')).toBe('TCVN ISO 9001:2015');
  expect(citedName('hiến chương', '12/X', 'vi')).toBe('12/X');
});
