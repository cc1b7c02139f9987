import type { NonconformityFacts, PlannedAction } from '#app/modules/nonconformities/nonconformity-facts.ts';

export const today = '2026-10-10';

/** A dossier returned late at the counter: Hoa handles it, Bình does one action, Minh checks, Lan approves. */
export function lateDossier(changes: Partial<NonconformityFacts> = {}): NonconformityFacts {
  return {
    state: 'draft',
    grade: 'minor',
    recurring: false,
    statement: 'Hồ sơ trả chậm hai ngày',
    requirement: 'QT-TP-01, bước trả kết quả',
    evidence: 'Phiếu kiểm soát của hồ sơ',
    personInCharge: 'hoa',
    correction: { what: 'Trả kết quả, xin lỗi bằng văn bản', doneBy: 'hoa', doneOn: '2026-10-05' },
    consequences: 'Người dân đã nhận thư xin lỗi',
    needForAction: { needed: true, reason: 'Đã chậm nhiều lần', decidedBy: 'lan' },
    cause: {
      method: 'five-whys',
      rootCause: 'Không ai được giao theo dõi hạn',
      similarCases: 'Đã tìm ở bốn đơn vị, không có',
    },
    actions: [],
    verification: null,
    effectiveness: null,
    ...changes,
  };
}

export function action(changes: Partial<PlannedAction> = {}): PlannedAction {
  return {
    what: 'Giao người theo dõi hạn',
    owner: 'binh',
    dueOn: '2026-10-20',
    evidenceBy: [],
    revises: null,
    ...changes,
  };
}

export const done = (changes: Partial<PlannedAction> = {}) => action({ evidenceBy: ['binh'], ...changes });
export const checkedBy = (by: string) => ({ by, findings: 'Ba mươi hồ sơ gần nhất đều đúng hạn' });
