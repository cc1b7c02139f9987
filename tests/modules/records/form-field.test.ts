import { describe, expect, test } from 'vitest';
import {
  carriedOver,
  type FormField,
  isNumber,
  longestText,
  mistakesIn,
  mostRows,
  tidied,
  valuesOf,
} from '#app/modules/records/form-field.ts';

const field = (key: string, type: FormField['type'], more: Partial<FormField> = {}): FormField => ({
  key,
  label: key,
  type,
  required: false,
  options: [],
  columns: [],
  ...more,
});

const visit = [
  field('noi-dung', 'text', { required: true }),
  field('so', 'number'),
  field('ngay', 'date', { required: true }),
  field('loai', 'choice', { options: ['Định kỳ', 'Đột xuất'] }),
  field('thanh-phan', 'table', { required: true, columns: ['Họ và tên', 'Chức vụ'] }),
];

describe('what was typed into a form', () => {
  const typed = {
    'v:noi-dung': ['  Kiểm tra quầy  '],
    'v:ngay': ['2026-05-04'],
    'v:thanh-phan:0:0': ['Lê Minh Tâm'],
    'v:thanh-phan:0:1': [''],
    'v:thanh-phan:1:0': [' '],
    'v:thanh-phan:1:1': [''],
    'v:khong-co': ['lạ'],
  };

  test('is read field by field, rows without words left out and unknown names ignored', () => {
    expect(valuesOf(visit, typed)).toEqual({
      'noi-dung': 'Kiểm tra quầy',
      so: '',
      ngay: '2026-05-04',
      loai: '',
      'thanh-phan': [['Lê Minh Tâm', '']],
    });
  });

  test('gets a new row where one is asked for, and never more than fit', () => {
    expect(valuesOf(visit, typed, 'thanh-phan')['thanh-phan']).toEqual([
      ['Lê Minh Tâm', ''],
      ['', ''],
    ]);
    const full = Object.fromEntries(Array.from({ length: 90 }, (_, at) => [`v:thanh-phan:${at}:0`, ['x']]));
    expect(valuesOf(visit, full, 'thanh-phan')['thanh-phan']).toHaveLength(mostRows + 1);
    expect(mistakesIn(visit, valuesOf(visit, full), 'unfinished')).toEqual({
      'v:thanh-phan': ['records.mistake.too-many-rows'],
    });
  });
});

describe('an unfinished form', () => {
  test('may lack everything', () => {
    expect(mistakesIn(visit, {}, 'unfinished')).toEqual({});
  });

  test.each([
    ['so', 'mười hai', 'records.mistake.number'],
    ['ngay', '2026-02-31', 'errors.field.day'],
    ['loai', 'Khác', 'records.mistake.choice'],
    ['noi-dung', 'x'.repeat(longestText + 1), 'errors.field.too-long'],
  ])('is told what %s cannot be', (key, value, mistake) => {
    expect(mistakesIn(visit, { [key]: value }, 'unfinished')).toEqual({ [`v:${key}`]: [mistake] });
  });

  test('is told of a cell that is too long', () => {
    expect(mistakesIn(visit, { 'thanh-phan': [['x'.repeat(501), '']] }, 'unfinished')).toEqual({
      'v:thanh-phan': ['records.mistake.long-cell'],
    });
  });
});

describe('a form to be completed', () => {
  test('wants every required field and a row with words', () => {
    expect(mistakesIn(visit, { 'thanh-phan': [['', '']] }, 'whole')).toEqual({
      'v:noi-dung': ['errors.field.required'],
      'v:ngay': ['errors.field.required'],
      'v:thanh-phan': ['records.mistake.no-row'],
    });
  });

  test('is whole with them, the rest left empty', () => {
    const values = { 'noi-dung': 'Kiểm tra', ngay: '2026-05-04', 'thanh-phan': [['Tâm', '']] };
    expect(mistakesIn(visit, values, 'whole')).toEqual({});
    expect(tidied(visit, { ...values, la: 'x' })).toEqual({ ...values, so: '', loai: '' });
  });
});

test.each([
  ['1250', true],
  ['1.250', true],
  ['1.250,5', true],
  ['12,5', true],
  ['12.5', true],
  ['-3', true],
  ['1.25.0', false],
  ['12,', false],
  ['1e5', false],
  ['', false],
])('"%s" is a number: %s', (text, is) => {
  expect(isNumber(text)).toBe(is);
});

test('a form carried over keeps what has its place, and says what is lost and what is new', () => {
  const newer = [
    field('noi-dung', 'text'),
    field('ngay', 'text'),
    field('thanh-phan', 'table', { columns: ['Họ và tên', 'Chức vụ', 'Đơn vị'] }),
    field('ket-luan', 'text'),
  ];
  const values = { 'noi-dung': 'Kiểm tra', ngay: '2026-05-04', 'thanh-phan': [['Tâm', '']], so: '' };
  expect(carriedOver(visit, newer, values)).toEqual({
    values: { 'noi-dung': 'Kiểm tra', ngay: '2026-05-04', 'thanh-phan': [], 'ket-luan': '' },
    lost: ['thanh-phan'],
    added: ['thanh-phan', 'ket-luan'],
  });
});
