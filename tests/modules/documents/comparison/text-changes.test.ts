import { expect, test } from 'vitest';
import { changesBetween, wordsChanged } from '#app/modules/documents/comparison/text-changes.ts';

const before = [
  '<Section id="a" title="Mục đích">',
  '',
  'Trả kết quả trong hai ngày.',
  '',
  '</Section>',
  '<Step id="b" title="Tiếp nhận">',
  'Kiểm tra giấy tờ.',
  '</Step>',
].join('\n');

test('two equal texts differ in nothing, and blank lines do not count', () => {
  expect(changesBetween(before, before)).toEqual([]);
  expect(changesBetween(before, before.replace('\n\n', '\n\n\n'))).toEqual([]);
});

test('a changed sentence is told with its section and its words', () => {
  const [change, ...others] = changesBetween(before, before.replace('hai ngày', 'một ngày'));
  expect(others).toEqual([]);
  expect(change).toMatchObject({ place: 'Mục đích', line: 3 });
  expect(change?.words).toEqual([
    { text: 'Trả kết quả trong ', change: 'same' },
    { text: 'hai ', change: 'removed' },
    { text: 'một ', change: 'added' },
    { text: 'ngày.', change: 'same' },
  ]);
});

test('an added line belongs to the step it stands in', () => {
  const after = before.replace('Kiểm tra giấy tờ.', 'Kiểm tra giấy tờ.\nCấp giấy hẹn.');
  expect(changesBetween(before, after)).toEqual([
    { place: 'Tiếp nhận', line: 8, removed: [], added: ['Cấp giấy hẹn.'], words: null },
  ]);
});

test('every word of both lines is in the comparison', () => {
  const parts = wordsChanged('a b c', 'b c d');
  expect(
    parts
      .filter((one) => one.change !== 'added')
      .map((one) => one.text)
      .join(''),
  ).toBe('a b c');
  expect(
    parts
      .filter((one) => one.change !== 'removed')
      .map((one) => one.text)
      .join(''),
  ).toBe('b c d');
});
