import { field, type Planted, stepOf } from './planting.ts';

/** What a step brings forth and what the text points at. */
export const defectsOfReferences: Planted[] = [
  [
    'a step without title',
    'check.step.title-missing',
    42,
    (d) => {
      stepOf(d, 'tham-tra').title = ' ';
    },
  ],
  [
    'a step that does not say what is done',
    'check.step.work-missing',
    42,
    (d) => {
      stepOf(d, 'tham-tra').text = '';
    },
  ],
  [
    'a step without any product',
    'check.step.result-missing',
    42,
    (d) => {
      stepOf(d, 'tham-tra').result = null;
    },
  ],
  [
    'a step keeping an undeclared record',
    'check.record.unknown',
    42,
    (d) => {
      stepOf(d, 'tham-tra').record = 'so-khai-tu';
    },
  ],
  [
    'a record from a dossier there is not',
    'check.record.no-dossier',
    80,
    (d) => {
      d.papers = [];
    },
  ],
  [
    'a record from a result there is not',
    'check.record.no-result',
    82,
    (d) => {
      for (const step of d.steps) {
        step.result = null;
        step.forms = ['Mau-01'];
      }
    },
  ],
  [
    'a record made by no step',
    'check.record.no-step',
    81,
    (d) => {
      const one = d.records[1];
      if (one) one.from = { kind: 'step', step: 'khai-tu' };
    },
  ],
  [
    'a record kept by nobody',
    'check.record.keeper-missing',
    80,
    (d) => {
      const [one] = d.records;
      if (one) one.keeper = '';
    },
  ],
  [
    'a record kept by a unit that is no more',
    'check.record.keeper-unknown',
    80,
    (d) => {
      const [one] = d.records;
      if (one) one.keeper = 'Văn phòng – Thống kê';
    },
  ],
  [
    'a retention nobody knows',
    'check.record.retention-unknown',
    80,
    (d) => {
      const [one] = d.records;
      if (one) one.retention = 'unknown';
    },
  ],

  [
    'a law that is in no register',
    'check.legal.unknown',
    18,
    (d) => {
      d.legalBases = [{ key: 'nd-999-2015', line: 18, column: 1 }];
    },
  ],
  [
    'a law that has ended',
    'check.legal.expired',
    18,
    (d) => {
      d.legalBases = [{ key: 'nd-01-1990', line: 18, column: 1 }];
    },
  ],
  [
    'a law that was replaced',
    'check.legal.replaced',
    18,
    (d) => {
      d.legalBases = [{ key: 'nd-20-2021', line: 18, column: 1 }];
    },
  ],
  [
    'a law that does not apply yet',
    'check.legal.not-yet',
    18,
    (d) => {
      d.legalBases = [{ key: 'luat-03-2026', line: 18, column: 1 }];
    },
  ],
  [
    'a form without a revision in force',
    'check.form.not-in-force',
    75,
    (d) => {
      d.forms = [{ key: 'BM-09-09', line: 75, column: 1 }];
    },
  ],
  [
    'a step with a form without a revision in force',
    'check.form.of-step-not-in-force',
    44,
    (d) => {
      stepOf(d, 'ky').forms = ['BM-09-09'];
    },
  ],
  [
    'a link into nowhere',
    'check.link.dead',
    17,
    (d) => {
      d.links = [{ url: '/documents/QT-XX-99', text: 'quy trình', line: 17, column: 1 }];
    },
  ],
  [
    'a link to a step that is not there',
    'check.link.dead',
    17,
    (d) => {
      d.links = [{ url: '#xac-minh', text: 'xác minh', line: 17, column: 1 }];
    },
  ],

  [
    'an abbreviation nobody uses',
    'check.abbreviation.unused',
    21,
    (d) => {
      d.abbreviations.push({ short: 'CBTN', long: 'cán bộ tiếp nhận', line: 21, column: 1 });
    },
  ],
  [
    'an abbreviation nobody defines',
    'check.abbreviation.undefined',
    42,
    (d) => {
      stepOf(d, 'tham-tra').text = 'Chuyển TTPVHCC trả kết quả.';
    },
  ],
  [
    'an abbreviation defined twice',
    'check.abbreviation.doubled',
    21,
    (d) => {
      d.abbreviations.push({ short: 'UBND', long: 'Ủy ban nhân dân', line: 21, column: 1 });
    },
  ],
  [
    'a choice without options',
    'check.field.options-missing',
    90,
    (d) => {
      d.fields = [{ ...field, type: 'choice', options: [], columns: [] }];
    },
  ],
  [
    'a table without columns',
    'check.field.columns-missing',
    90,
    (d) => {
      d.fields = [{ ...field, type: 'table', options: [], columns: [] }];
    },
  ],
];
