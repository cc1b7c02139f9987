import { describe, expect, it } from 'vitest';
import type { CompiledDocument, DocumentKind } from '#app/mdx/compiled-document.ts';
import { checkDocument } from '#app/modules/documents/check/check-document.ts';
import type { Surroundings } from '#app/modules/documents/check/surroundings.ts';
import { cleanProcedure, cleanSurroundings } from './clean-procedure.ts';
import { type Around, type Defect, field, letters, rule, stepOf, time } from './planting.ts';

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
