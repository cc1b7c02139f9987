import { expect, test } from 'vitest';
import { byDocument, type Duty, inReadingOrder } from '#app/modules/responsibilities/duty.ts';

const through = {
  kind: 'appointment',
  positionId: 'p',
  positionNameVi: 'Văn thư',
  positionNameEn: 'Clerk',
} as const;

function duty(
  code: string | null,
  stepOrder: number,
  letter: Duty['letter'],
  changes: Partial<Duty> = {},
): Duty {
  return {
    dutyId: `${code} ${stepOrder} ${letter}`,
    documentId: code ?? 'none',
    revisionId: 'r',
    code,
    titleVi: 'Quy trình',
    titleEn: null,
    field: null,
    stepKey: `buoc-${stepOrder}`,
    stepOrder,
    stepTitle: 'Bước',
    letter,
    roleKey: 'van-thu',
    times: [],
    forms: [],
    result: null,
    through,
    ...changes,
  };
}

test('a step in which one person has several parts is read once, the doing before the deciding', () => {
  const [document] = byDocument([duty('QT-01', 1, 'D'), duty('QT-01', 1, 'R'), duty('QT-01', 2, 'I')]);
  expect(document?.steps.map((step) => step.letters)).toEqual([['R', 'D'], ['I']]);
});

test('the same step by an own position and by a delegation is read as two, each with its way', () => {
  const delegated = {
    kind: 'delegation',
    delegationId: 'd',
    fromOfficerName: 'Trần Thị Sen',
    validUntil: '2026-03-31',
    positionId: 'q',
    positionNameVi: 'Chánh Văn phòng',
    positionNameEn: 'Head of Office',
  } as const;
  const [document] = byDocument([duty('QT-01', 1, 'R'), duty('QT-01', 1, 'A', { through: delegated })]);
  expect(document?.steps.map((step) => step.through.kind)).toEqual(['appointment', 'delegation']);
});

test('duties are read by code, then step, then part; a document without a code comes last', () => {
  const read = [
    duty(null, 1, 'R'),
    duty('QT-02', 1, 'A'),
    duty('QT-01', 2, 'R'),
    duty('QT-01', 1, 'I'),
    duty('QT-01', 1, 'A'),
  ];
  expect(read.sort(inReadingOrder).map((one) => `${one.code} ${one.stepOrder} ${one.letter}`)).toEqual([
    'QT-01 1 A',
    'QT-01 1 I',
    'QT-01 2 R',
    'QT-02 1 A',
    'null 1 R',
  ]);
});
