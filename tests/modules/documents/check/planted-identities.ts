import { field, type Planted, rule, stepOf } from './planting.ts';

/** Front matter, sections, cases and ids. */
export const defectsOfIdentity: Planted[] = [
  [
    'a code in an impossible shape',
    'check.code.malformed',
    1,
    (d) => {
      d.frontMatter.code = 'QT_*01';
    },
  ],
  [
    'a code of another document',
    'check.code.duplicate',
    1,
    (d) => {
      d.frontMatter.code = 'QT-TP-02';
    },
  ],
  [
    'a code of another document in other case and spacing',
    'check.code.duplicate',
    1,
    (d) => {
      d.frontMatter.code = 'qt03/cx';
    },
  ],
  [
    'a unit the agency does not have',
    'check.unit.unknown',
    1,
    (d) => {
      d.frontMatter.unit = 'van-phong-thong-ke';
    },
  ],
  [
    'no unit',
    'check.unit.missing',
    1,
    (d) => {
      d.frontMatter.unit = null;
    },
  ],
  [
    'a review interval that is none',
    'check.review.malformed',
    1,
    (d) => {
      d.frontMatter.review = '12 tháng';
    },
  ],
  [
    'an empty review interval',
    'check.review.malformed',
    1,
    (d) => {
      d.frontMatter.review = 'P0M';
    },
  ],
  [
    'a review interval beyond a year',
    'check.review.too-long',
    1,
    (d) => {
      d.frontMatter.review = 'P1Y1M';
    },
  ],

  [
    'a required section left out',
    'check.section.missing',
    1,
    (d, a) => {
      d.sections.splice(1, 1);
      a.previous = null;
    },
  ],
  [
    'two sections in the wrong order',
    'check.section.order',
    10,
    (d) => {
      d.sections.splice(0, 2, ...d.sections.slice(0, 2).reverse());
    },
  ],
  [
    'two sections with one id',
    'check.section.doubled',
    99,
    (d) => {
      const [one] = d.sections.slice(-1);
      if (one) d.sections.push({ ...one, line: 99 });
    },
  ],
  [
    'two cases with one id',
    'check.case.doubled',
    99,
    (d) => {
      const [one] = d.cases;
      if (one) d.cases.push({ ...one, line: 99 });
    },
  ],
  [
    'two records with one id',
    'check.record.doubled',
    99,
    (d) => {
      const [one] = d.records;
      if (one) d.records.push({ ...one, line: 99 });
    },
  ],
  [
    'two rules with one id',
    'check.rule.doubled',
    99,
    (d) => {
      d.rules = [{ ...rule }, { ...rule, line: 99 }];
    },
  ],
  [
    'two fields with one id',
    'check.field.doubled',
    99,
    (d) => {
      d.fields = [
        { ...field, options: [], columns: [] },
        { ...field, options: [], columns: [], line: 99 },
      ];
    },
  ],
  [
    'two steps with one id',
    'check.step.doubled',
    99,
    (d) => {
      const last = stepOf(d, 'tra-ket-qua');
      d.steps.push({ ...last, line: 99 });
    },
  ],
  [
    'a section of the last release gone',
    'check.section.lost',
    10,
    (_, a) => {
      a.previous = { steps: [], sections: ['phu-luc'] };
    },
  ],
  [
    'a step of the last release gone',
    'check.step.lost',
    41,
    (_, a) => {
      a.previous = { steps: ['xac-minh'], sections: [] };
    },
  ],
  [
    'a retired step still standing',
    'check.step.retired-present',
    44,
    (d) => {
      d.retiredSteps = ['ky'];
    },
  ],
  [
    'a step that replaces what never was',
    'check.step.replaces-unknown',
    44,
    (d) => {
      stepOf(d, 'ky').replaces = ['chua-tung-co'];
    },
  ],

  [
    'no steps in a procedure',
    'check.steps.missing',
    1,
    (d, a) => {
      Object.assign(d, { steps: [], hasSteps: false, cases: [], records: [], links: [] });
      a.previous = null;
    },
  ],
  [
    'no case and so no limit',
    'check.case.missing',
    41,
    (d) => {
      d.cases = [];
      for (const step of d.steps) step.times = [];
    },
  ],
  [
    'no limit and no reason',
    'check.limit.reason-missing',
    30,
    (d) => {
      const [one] = d.cases;
      if (one) one.limit = { unit: 'none', written: 'none', reason: ' ' };
    },
  ],
];
