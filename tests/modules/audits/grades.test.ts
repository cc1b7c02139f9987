import { describe, expect, it } from 'vitest';
import { answers, grades, isGrade, opensNonconformity, refusalToAnswer } from '#app/modules/audits/grades.ts';

describe('grades', () => {
  it('minor and major open a nonconformity, the others do not', () => {
    expect(answers.filter(opensNonconformity)).toEqual(['minor', 'major']);
  });

  it('not audited and not applicable are no grades', () => {
    expect(answers.filter((answer) => !isGrade(answer))).toEqual(['not-audited', 'not-applicable']);
    expect(answers.filter(isGrade)).toEqual([...grades]);
  });

  it.each(grades)('%s rests on evidence', (grade) => {
    expect(refusalToAnswer(grade, ' ', 'Ghi chú')?.code).toBe('audits.refusal.no-evidence');
    expect(refusalToAnswer(grade, 'Sổ hộ tịch tháng 9', 'Thiếu chữ ký')).toBeNull();
  });

  it('a fault says what is wrong, a row left out says why', () => {
    for (const fault of ['minor', 'major'] as const)
      expect(refusalToAnswer(fault, 'Sổ', '')?.code).toBe('audits.refusal.no-statement');
    for (const fine of ['conform', 'improvement'] as const)
      expect(refusalToAnswer(fine, 'Sổ', '')).toBeNull();
    for (const left of ['not-audited', 'not-applicable'] as const) {
      expect(refusalToAnswer(left, '', '')?.code).toBe('audits.refusal.no-reason-left-out');
      expect(refusalToAnswer(left, '', 'Chưa phát sinh hồ sơ')).toBeNull();
    }
  });
});
