import { describe, expect, it } from 'vitest';
import type { CompiledDocument, CompiledStep, DocumentKind, Letter } from '#app/mdx/compiled-document.ts';
import { blocksReview, checkDocument } from '#app/modules/documents/check/check-document.ts';
import type { Surroundings } from '#app/modules/documents/check/surroundings.ts';
import en from '#content/messages/check.en.json';
import vi from '#content/messages/check.vi.json';
import { cleanProcedure, cleanSurroundings, duties, within } from './clean-procedure.ts';

type Around = { -readonly [Key in keyof Surroundings]: Surroundings[Key] };
type Defect = (document: CompiledDocument, around: Around) => void;

function stepOf(document: CompiledDocument, id: string): CompiledStep {
  const found = document.steps.find((step) => step.id === id);
  if (!found) throw new Error(`no step ${id}`);
  return found;
}

function letters(document: CompiledDocument, id: string, given: Partial<Record<Letter, string>>) {
  stepOf(document, id).duties = duties(given);
}

function time(document: CompiledDocument, id: string, one: string, written: string) {
  for (const own of stepOf(document, id).times) if (own.case === one) own.within = within(written);
}

const rule = {
  id: 'C01',
  check: 'observe',
  severity: 'remind',
  text: 'Đúng giờ.',
  line: 90,
  column: 1,
} as const;
const field = {
  id: 'ho-ten',
  label: 'Họ và tên',
  type: 'text',
  required: true,
  options: [],
  columns: [],
  line: 90,
  column: 1,
} as const;

/** One defect each, and the one finding it must give: rule and the line it stands on. */
const defects: [string, string, number, Defect][] = [
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

  [
    'nobody responsible',
    'check.step.responsible-missing',
    42,
    (d) => letters(d, 'tham-tra', { A: 'chanh-van-phong', D: 'lanh-dao' }),
  ],
  [
    'two responsible',
    'check.step.responsible-doubled',
    42,
    (d) => letters(d, 'tham-tra', { R: 'tu-phap-ho-tich van-thu', A: 'chanh-van-phong', D: 'lanh-dao' }),
  ],
  [
    'nobody accountable',
    'check.step.accountable-missing',
    42,
    (d) => letters(d, 'tham-tra', { R: 'tu-phap-ho-tich', D: 'lanh-dao' }),
  ],
  [
    'two accountable',
    'check.step.accountable-doubled',
    42,
    (d) => letters(d, 'tham-tra', { R: 'tu-phap-ho-tich', A: 'chanh-van-phong lanh-dao', D: 'lanh-dao' }),
  ],
  [
    'nobody decides',
    'check.step.decides-missing',
    42,
    (d) => letters(d, 'tham-tra', { R: 'tu-phap-ho-tich', A: 'chanh-van-phong' }),
  ],
  [
    'an applicant doing the work of the office',
    'check.step.responsible-outside',
    42,
    (d) => letters(d, 'tham-tra', { R: 'nguoi-yeu-cau', A: 'chanh-van-phong', D: 'lanh-dao' }),
  ],
  [
    'another agency answering for a step',
    'check.step.accountable-outside',
    42,
    (d) => letters(d, 'tham-tra', { R: 'tu-phap-ho-tich', A: 'cong-an', D: 'lanh-dao' }),
  ],
  [
    'a role nobody knows',
    'check.role.unknown',
    42,
    (d) =>
      letters(d, 'tham-tra', {
        R: 'tu-phap-ho-tich',
        A: 'chanh-van-phong',
        D: 'lanh-dao',
        C: 'van-phong-thong-ke',
      }),
  ],
  [
    'a role without a position',
    'check.role.unmapped',
    42,
    (d) => letters(d, 'tham-tra', { R: 'dia-chinh', A: 'chanh-van-phong', D: 'dia-chinh' }),
  ],
  [
    'a vacant position, named once',
    'check.role.vacant',
    42,
    (d) => {
      letters(d, 'tham-tra', { R: 'ke-toan', A: 'chanh-van-phong', D: 'ke-toan' });
      letters(d, 'ghi-so', { R: 'ke-toan', A: 'chanh-van-phong', D: 'lanh-dao' });
    },
  ],

  [
    'a next step that does not exist',
    'check.step.next-unknown',
    42,
    (d) => {
      stepOf(d, 'tham-tra').next = ['ghi-so', 'xac-minh'];
    },
  ],
  [
    'a step nothing leads to',
    'check.step.unreachable',
    99,
    (d) => {
      stepOf(d, 'tra-ket-qua').next = ['end'];
      d.steps.push({ ...stepOf(d, 'tra-ket-qua'), id: 'gia-han', next: ['tiep-nhan'], line: 99 });
    },
  ],
  [
    'steps that only go round',
    'check.steps.endless',
    41,
    (d) => {
      stepOf(d, 'tra-ket-qua').next = ['tiep-nhan'];
    },
  ],

  [
    'a step without a time in one case',
    'check.time.missing',
    43,
    (d) => {
      stepOf(d, 'ghi-so').times.pop();
    },
  ],
  [
    'a time given twice',
    'check.time.doubled',
    99,
    (d) => {
      const step = stepOf(d, 'ghi-so');
      const [one] = step.times;
      if (one) step.times.push({ ...one, line: 99 });
    },
  ],
  [
    'a time for a case that is not there',
    'check.time.case-unknown',
    99,
    (d) => {
      stepOf(d, 'ghi-so').times.push({
        case: 'khan',
        within: within('1h'),
        counted: true,
        line: 99,
        column: 1,
      });
    },
  ],
  [
    'a first step inside the step before',
    'check.time.previous-of-none',
    41,
    (d) => {
      time(d, 'tiep-nhan', 'thuong', 'previous');
      time(d, 'tham-tra', 'thuong', '4h');
    },
  ],
  ['steps longer than the limit', 'check.time.sum-over', 30, (d) => time(d, 'ky', 'thuong', '1.5h')],
  ['steps shorter than the limit', 'check.time.sum-under', 31, (d) => time(d, 'ky', 'xac-minh', '4h')],
  [
    'a branch longer than the limit',
    'check.time.sum-over',
    30,
    (d) => {
      stepOf(d, 'tiep-nhan').next = ['tham-tra', 'ghi-so'];
      stepOf(d, 'tham-tra').next = ['ghi-so'];
      time(d, 'ghi-so', 'thuong', '3h');
    },
  ],
  [
    'one step beyond a limit in calendar days',
    'check.time.beyond-limit',
    42,
    (d) => {
      const [one] = d.cases;
      if (one) one.limit = { unit: 'calendar-days', value: 30, written: '30d' };
      time(d, 'tham-tra', 'thuong', '31d');
    },
  ],
  [
    'working days beyond a limit in calendar days',
    'check.time.beyond-limit',
    42,
    (d) => {
      const [one] = d.cases;
      if (one) one.limit = { unit: 'calendar-days', value: 3, written: '3d' };
      time(d, 'tham-tra', 'thuong', '4wd');
    },
  ],
  [
    'calendar days that no count of working days allows',
    'check.time.beyond-limit',
    42,
    (d) => time(d, 'tham-tra', 'thuong', '12d'),
  ],

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

function documentOfKind(kind: DocumentKind): CompiledDocument {
  const clean = cleanProcedure();
  return {
    ...clean,
    frontMatter: { ...clean.frontMatter, kind, code: 'XX-01' },
    sections: clean.sections.slice(0, 1),
    cases: [],
    steps: [],
    hasSteps: false,
    records: [],
    links: [],
  };
}

describe('the six-clears check', () => {
  it('finds nothing in a clean procedure', () => {
    expect(checkDocument(cleanProcedure(), cleanSurroundings())).toEqual([]);
  });

  it.each(defects)('finds %s and nothing else', (_name, expected, line, plant) => {
    const document = cleanProcedure();
    const around: Around = cleanSurroundings();
    plant(document, around);
    const findings = checkDocument(document, around);
    expect(findings.map((finding) => [finding.rule, finding.line])).toEqual([[expected, line]]);
    expect(findings[0]?.message).not.toMatch(/\{\w+\}/);
  });

  it('has a planted defect for every rule it can give, but the ones of other kinds and of tangles', () => {
    const planted = new Set(defects.map(([, expected]) => expected));
    const elsewhere = [
      'check.document.empty',
      'check.form.fields-missing',
      'check.rules.missing',
      'check.time.tangled',
    ];
    expect(
      Object.keys(vi)
        .filter((key) => !planted.has(key))
        .sort(),
    ).toEqual(elsewhere);
  });

  it('says the same in both languages, with the same placeholders', () => {
    const holes = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort();
    expect(Object.keys(en)).toEqual(Object.keys(vi));
    for (const [key, text] of Object.entries(vi)) {
      expect(holes(Object.entries(en).find(([other]) => other === key)?.[1] ?? '')).toEqual(holes(text));
    }
  });

  it('speaks the language of its reader', () => {
    const document = cleanProcedure();
    letters(document, 'tham-tra', { R: 'tu-phap-ho-tich', A: 'chanh-van-phong' });
    expect(checkDocument(document, cleanSurroundings(), 'vi')[0]?.message).toContain(
      'Bước “Thẩm tra” chưa ghi ai quyết định',
    );
    expect(checkDocument(document, cleanSurroundings(), 'en')[0]?.message).toContain(
      'does not say who decides',
    );
  });

  it('names sum, limit, difference and path where times do not add up', () => {
    const document = cleanProcedure();
    time(document, 'ky', 'thuong', '2.25h');
    expect(checkDocument(document, cleanSurroundings())[0]?.message).toContain(
      'các bước cộng lại 9.25 h, vượt thời hạn 8h (8 h) là 1.25 h (đường đi: tiep-nhan → tham-tra → ghi-so → ky → dong-dau → tra-ket-qua)',
    );
  });

  it('lists findings in the order of the text', () => {
    const document = cleanProcedure();
    letters(document, 'tham-tra', {});
    document.frontMatter.code = 'QT-TP-02';
    stepOf(document, 'ky').result = null;
    const lines = checkDocument(document, cleanSurroundings()).map((finding) => finding.line);
    expect(lines).toEqual([...lines].sort((one, other) => one - other));
  });

  it('lets errors stop the review and warnings not', () => {
    const document = cleanProcedure();
    document.frontMatter.review = 'P24M';
    expect(blocksReview(checkDocument(document, cleanSurroundings()))).toBe(false);
    document.frontMatter.code = 'QT-TP-02';
    expect(blocksReview(checkDocument(document, cleanSurroundings()))).toBe(true);
  });
});

describe('what the check allows', () => {
  function rulesFor(change: Defect): string[] {
    const document = cleanProcedure();
    const around: Around = cleanSurroundings();
    change(document, around);
    return checkDocument(document, around).map((finding) => finding.rule);
  }

  it('an applicant does what is the applicant’s own act', () => {
    expect(
      rulesFor((d) =>
        letters(d, 'tham-tra', { R: 'nguoi-yeu-cau', A: 'chanh-van-phong', D: 'nguoi-yeu-cau' }),
      ),
    ).toEqual([]);
  });

  it('another agency answers a question within its own power', () => {
    expect(
      rulesFor((d) => letters(d, 'tham-tra', { R: 'cong-an', A: 'chanh-van-phong', D: 'cong-an' })),
    ).toEqual([]);
  });

  it('a council of the office is responsible, accountable and decides without being a position', () => {
    expect(rulesFor((d) => letters(d, 'tham-tra', { R: 'hoi-dong', A: 'hoi-dong', D: 'hoi-dong' }))).toEqual(
      [],
    );
  });

  it('a retired or replaced step of the last release', () => {
    expect(
      rulesFor((d, a) => {
        a.previous = { steps: ['xac-minh', 'doi-chieu'], sections: ['phu-luc'] };
        d.retiredSteps = ['xac-minh', 'phu-luc'];
        stepOf(d, 'tham-tra').replaces = ['doi-chieu'];
      }),
    ).toEqual([]);
  });

  it('a return to an earlier step', () => {
    expect(
      rulesFor((d) => {
        stepOf(d, 'tham-tra').next = ['ghi-so', 'tiep-nhan'];
      }),
    ).toEqual([]);
  });

  it('a short way out beside the longest path', () => {
    expect(
      rulesFor((d) => {
        stepOf(d, 'tham-tra').next = ['ghi-so', 'end'];
      }),
    ).toEqual([]);
  });

  it('a step inside the time of the one before', () => {
    expect(
      rulesFor((d) => {
        time(d, 'dong-dau', 'thuong', 'previous');
        time(d, 'ky', 'thuong', '1.5h');
      }),
    ).toEqual([]);
  });

  it('a path with calendar days, which cannot be added to working hours', () => {
    expect(rulesFor((d) => time(d, 'tham-tra', 'xac-minh', '7d'))).toEqual([]);
  });

  it('any sum where a limit counts calendar days', () => {
    expect(
      rulesFor((d) => {
        const [one] = d.cases;
        if (one) one.limit = { unit: 'calendar-days', value: 30, written: '30d' };
      }),
    ).toEqual([]);
  });

  it('no limit with its reason', () => {
    expect(
      rulesFor((d) => {
        const [one] = d.cases;
        if (one) one.limit = { unit: 'none', written: 'none', reason: 'Không phải TTHC' };
      }),
    ).toEqual([]);
  });

  it('its own code as a form, and a link to a document by its code', () => {
    expect(
      rulesFor((d) => {
        d.forms = [{ key: 'qt-tp-01', line: 75, column: 1 }];
        d.links = [{ url: 'qt-ht-02#muc-dich', text: 'quy trình', line: 17, column: 1 }];
      }),
    ).toEqual([]);
  });

  it('no code in a draft', () => {
    expect(
      rulesFor((d) => {
        d.frontMatter.code = null;
      }),
    ).toEqual([]);
  });
});

describe('what each kind of document needs', () => {
  const around = (): Surroundings => ({ ...cleanSurroundings(), previous: null });
  const rulesOf = (document: CompiledDocument) =>
    checkDocument(document, around()).map((finding) => finding.rule);

  it.each([
    'policy',
    'objective',
    'manual',
    'regulation',
    'work-instruction',
    'job-description',
    'external',
  ] as const)('a %s needs neither steps nor the seven sections', (kind) =>
    expect(rulesOf(documentOfKind(kind))).toEqual([]),
  );

  it('a form needs a field', () => {
    expect(rulesOf(documentOfKind('form'))).toEqual(['check.form.fields-missing']);
    expect(rulesOf({ ...documentOfKind('form'), fields: [{ ...field, options: [], columns: [] }] })).toEqual(
      [],
    );
  });

  it('a culture document needs a rule', () => {
    expect(rulesOf(documentOfKind('culture-rule'))).toEqual(['check.rules.missing']);
    expect(rulesOf({ ...documentOfKind('culture-rule'), rules: [rule] })).toEqual([]);
  });

  it('an external document has no unit of ours', () => {
    const external = documentOfKind('external');
    external.frontMatter.unit = null;
    expect(rulesOf(external)).toEqual([]);
  });

  it('no document is empty', () => {
    const empty = { ...documentOfKind('manual'), sections: [], text: ' ', abbreviations: [] };
    expect(rulesOf(empty)).toEqual(['check.document.empty']);
  });

  it('steps of a work instruction name who is responsible and accountable, but need no result', () => {
    const instruction = documentOfKind('work-instruction');
    const [first] = cleanProcedure().steps;
    if (!first) throw new Error('no step');
    instruction.steps = [{ ...first, record: null, forms: [], result: null, times: [], duties: [] }];
    expect(rulesOf(instruction)).toEqual([
      'check.step.responsible-missing',
      'check.step.accountable-missing',
    ]);
  });

  it('a text without steps cannot retire a section, so a lost one only warns', () => {
    const findings = checkDocument(documentOfKind('manual'), {
      ...around(),
      previous: { steps: [], sections: ['cu'] },
    });
    expect(findings.map((finding) => [finding.rule, finding.severity])).toEqual([
      ['check.section.lost', 'warning'],
    ]);
  });
});
