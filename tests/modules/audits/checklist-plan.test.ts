import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AuditedDocument } from '#app/modules/audits/audited-text.ts';
import {
  type ChecklistSnapshot,
  clausesOfDocument,
  planChecklist,
} from '#app/modules/audits/checklist-plan.ts';
import { isSeed, samplePlan } from '#app/modules/audits/sampling.ts';
import { auditableClauses } from '#app/modules/standards/standard.ts';
import { theStandard } from '#app/modules/standards/standard-files.server.ts';

const standard = theStandard();

const birth: AuditedDocument = {
  id: 'doc1',
  code: 'QT-TP-01',
  titleVi: 'Đăng ký khai sinh',
  titleEn: 'Birth registration',
  revisionId: 'rev1',
  issue: 2,
  amendment: 0,
  unitId: 'van-phong',
  servesCitizens: true,
  clauses: [
    { edition: '2015', number: '8.5.1' },
    { edition: '2015', number: '8.2' },
  ],
  steps: [
    {
      key: 'tiep-nhan',
      title: 'Tiếp nhận hồ sơ',
      roles: [{ vi: 'Công chức tiếp nhận và trả kết quả', en: 'Receiving officer' }],
      unitId: 'ttpvhcc',
      times: [
        { caseTitle: 'Không phải xác minh', within: '1h' },
        { caseTitle: 'Phải xác minh', within: '0.5wd' },
      ],
      forms: [{ code: 'Mau-01', titleVi: 'Giấy tiếp nhận', titleEn: 'Receipt', issue: 1 }],
      records: [
        {
          id: 'ho-so',
          name: 'Hồ sơ khai sinh',
          keeper: { vi: 'Công chức tư pháp – hộ tịch', en: 'Justice officer' },
          retention: 'permanent',
        },
      ],
    },
    {
      key: 'ky',
      title: 'Ký Giấy khai sinh',
      roles: [{ vi: 'Lãnh đạo', en: 'Leader' }],
      unitId: null,
      times: [{ caseTitle: 'Không phải xác minh', within: 'previous' }],
      forms: [],
      records: [],
    },
  ],
  rules: [],
};

const snapshot: ChecklistSnapshot = { edition: '2015', seed: 7, documents: [birth], unit: null };

describe('a checklist planned from a procedure', () => {
  const items = planChecklist(standard, snapshot);

  it('asks each step whether the named role did it, in time, on the current form, and whether the record is kept', () => {
    expect(items.filter((item) => item.source === 'step').map((item) => [item.key, item.clause])).toEqual([
      ['QT-TP-01/tiep-nhan/who', '5.3'],
      ['QT-TP-01/tiep-nhan/time', '8.5.1'],
      ['QT-TP-01/tiep-nhan/form', '7.5.3.1'],
      ['QT-TP-01/tiep-nhan/record/ho-so', '7.5.3.2'],
      ['QT-TP-01/ky/who', '5.3'],
      ['QT-TP-01/ky/time', '8.5.1'],
    ]);
  });

  it('says who, how long, which form and which record in both languages', () => {
    const asked = (key: string) => items.find((item) => item.key === `QT-TP-01/tiep-nhan/${key}`);
    expect(asked('who')?.questionVi).toBe(
      'Bước “Tiếp nhận hồ sơ”: với từng hồ sơ đã lấy mẫu, ai đã thực hiện bước này, và vào ngày đó người ấy có giữ vai trò “Công chức tiếp nhận và trả kết quả” hoặc được ủy quyền không?',
    );
    expect(asked('time')?.questionVi).toContain(
      '1 giờ làm việc (Không phải xác minh); 0,5 ngày làm việc (Phải xác minh)',
    );
    expect(asked('form')?.questionEn).toContain('Mau-01 “Receipt” (issue 1)');
    expect(asked('record/ho-so')?.questionVi).toContain('bảo quản đúng thời hạn (vĩnh viễn)');
    for (const item of items) {
      for (const text of [
        item.questionVi,
        item.questionEn,
        item.evidenceVi,
        item.evidenceEn,
        item.sampleVi,
      ]) {
        expect(text, item.key).not.toMatch(/[{}]|audits\.|mdx\./);
        expect(text, item.key).not.toBe('');
      }
    }
  });

  it('asks the clauses that the procedure names, the lowest ones below a chapter, before the steps', () => {
    const clauses = [...new Set(items.filter((item) => item.source === 'clause').map((item) => item.clause))];
    expect(clauses).toEqual(['8.2.1', '8.2.2', '8.2.3.1', '8.2.3.2', '8.2.4', '8.5.1']);
    expect(items.findIndex((item) => item.source === 'step')).toBe(
      items.filter((item) => item.source === 'clause').length,
    );
  });

  it('sends a step to the unit whose positions do it, else to the owner of the procedure', () => {
    const unitOf = (key: string) => items.find((item) => item.key === `QT-TP-01/${key}`)?.unitId;
    expect([unitOf('tiep-nhan/who'), unitOf('ky/who')]).toEqual(['ttpvhcc', 'van-phong']);
  });

  it('draws one sample for all steps of the procedure and says how to draw it', () => {
    const samples = new Set(items.filter((item) => item.source === 'step').map((item) => item.sampleVi));
    expect(samples.size).toBe(1);
    const { start, gap } = samplePlan(7, 'QT-TP-01', 5, 12);
    expect([...samples][0]).toContain(
      `bắt đầu từ hồ sơ thứ ${start} trong sổ theo dõi, sau đó cứ ${gap} hồ sơ`,
    );
  });

  it('is the same again from the same seed, and another sample from another seed', () => {
    expect(planChecklist(standard, snapshot)).toEqual(items);
    const others = [1, 2, 3, 4].map(
      (seed) => planChecklist(standard, { ...snapshot, seed }).at(-1)?.sampleVi,
    );
    expect(new Set(others).size).toBeGreaterThan(1);
  });

  it('names every question by a key of its own', () => {
    expect(new Set(items.map((item) => item.key)).size).toBe(items.length);
  });
});

describe('other editions', () => {
  it('take the clauses of a procedure through the crosswalk when it names none in them', () => {
    expect(clausesOfDocument(standard, birth, '2008')).toEqual(['7.2.1', '7.2.2', '7.2.3', '7.5.1', '7.5.2']);
    const clauses = { ...birth, clauses: [{ edition: '2015' as const, number: '6.1.2' }] };
    expect(clausesOfDocument(standard, clauses, '2026')).toEqual(['6.1.2', '6.1.3']);
  });

  it.each(['2008', '2015', '2026'] as const)('ask steps of %s under clauses that exist there', (edition) => {
    const known = new Set(auditableClauses(standard, edition).map((clause) => clause.number));
    for (const item of planChecklist(standard, { ...snapshot, edition }))
      expect(known.has(item.clause), `${item.key} ${item.clause}`).toBe(true);
  });

  it('say in 2008 where a question was taken from', () => {
    const [first] = planChecklist(standard, { ...snapshot, edition: '2008' });
    expect(first?.questionVi).toMatch(/\(câu hỏi lấy từ điều 8\.2\.\d của bản 2015\)$/);
  });
});

describe('a checklist for a unit', () => {
  it('asks what every unit is asked, in words for its own people', () => {
    const items = planChecklist(standard, {
      ...snapshot,
      documents: [],
      unit: { id: 'u', kind: 'division', nameVi: 'Phòng' },
    });
    expect([...new Set(items.map((item) => item.clause))]).toEqual([
      '5.2.2',
      '5.3',
      '6.2.1',
      '7.2',
      '7.3',
      '7.5.3.1',
      '8.7.1',
      '9.1.1',
      '10.2.1',
    ]);
    expect(items.every((item) => item.unitId === 'u')).toBe(true);
  });

  it('asks leaders about context, leadership and management review too', () => {
    const items = planChecklist(standard, {
      ...snapshot,
      documents: [],
      unit: { id: 'u', kind: 'leadership', nameVi: 'Lãnh đạo' },
    });
    expect(items.map((item) => item.clause)).toEqual(expect.arrayContaining(['4.1', '5.1.1', '9.3.2']));
  });

  it('asks each rule of an office-culture document', () => {
    const culture: AuditedDocument = {
      ...birth,
      code: 'VHCS-01',
      steps: [],
      clauses: [],
      servesCitizens: false,
      rules: [{ key: 'C06', text: 'Chào người dân trước', check: 'observe' }],
    };
    const [item] = planChecklist(standard, { ...snapshot, documents: [culture] });
    expect(item).toMatchObject({ key: 'VHCS-01/C06', source: 'rule', clause: '7.3', stepKey: 'C06' });
    expect(item?.evidenceVi).toBe('Quan sát tại nơi làm việc');
  });
});

describe('a sample', () => {
  it('always starts within its first gap', () => {
    fc.assert(
      fc.property(fc.nat(), fc.string(), (seed, name) => {
        const { start, gap, count } = samplePlan(seed, name, 5, 12);
        expect(start >= 1 && start <= gap && gap >= 3 && gap <= 12 && count === 5).toBe(true);
      }),
    );
  });

  it('needs a whole number that both databases hold', () => {
    expect([0, 42, 2_147_483_647].every(isSeed)).toBe(true);
    expect([-1, 1.5, 2_147_483_648, Number.NaN].some(isSeed)).toBe(false);
  });
});
