import { describe, expect, it } from 'vitest';
import { clausesIn } from '#app/modules/standards/crosswalk.ts';
import { editions } from '#app/modules/standards/edition.ts';
import { clausesWithoutQuestion, questionsFor, questionsOf } from '#app/modules/standards/questions.ts';
import {
  auditableClauses,
  compareClauses,
  findClause,
  lowestClauses,
} from '#app/modules/standards/standard.ts';
import { theStandard } from '#app/modules/standards/standard-files.server.ts';

const standard = theStandard();

describe('the clauses', () => {
  it('of each edition are as many as the standard has at its lowest level', () => {
    expect(editions.map((edition) => auditableClauses(standard, edition).length)).toEqual([51, 65, 65]);
  });

  it.each(editions)(
    'of %s each have a parent of the same edition, and only the lowest are audited',
    (edition) => {
      const clauses = standard.clauses[edition];
      const numbers = new Set(clauses.map((clause) => clause.number));
      expect(numbers.size).toBe(clauses.length);
      for (const clause of clauses) {
        if (clause.parent !== null) expect(numbers.has(clause.parent), clause.number).toBe(true);
        const below = clauses.filter((other) => other.parent === clause.number);
        if (clause.auditable) expect(below, clause.number).toEqual([]);
      }
    },
  );

  it('named by a chapter stand for the lowest ones below it, in order', () => {
    expect(lowestClauses(standard, '2015', '8.5')).toEqual([
      '8.5.1',
      '8.5.2',
      '8.5.3',
      '8.5.4',
      '8.5.5',
      '8.5.6',
    ]);
    expect(lowestClauses(standard, '2015', '8.5.1')).toEqual(['8.5.1']);
    expect(lowestClauses(standard, '2015', '1')).toEqual([]);
    expect(['10.1', '8.10', '8.2', '8'].sort(compareClauses)).toEqual(['8', '8.2', '8.10', '10.1']);
  });

  it('of 2026 keep no 10.3 and part risks from opportunities', () => {
    expect(findClause(standard, '2026', '10.3')).toBeUndefined();
    expect(findClause(standard, '2026', '6.1.3')?.auditable).toBe(true);
  });
});

describe('the crosswalk', () => {
  it('starts and ends at clauses that exist', () => {
    for (const crossing of standard.crosswalk) {
      for (const end of [...crossing.to, ...(crossing.from ? [crossing.from] : [])]) {
        expect(findClause(standard, end.edition, end.number), `${end.edition} ${end.number}`).toBeDefined();
      }
    }
  });

  it('leads every lowest clause of 2008 and 2015 on to the next edition', () => {
    for (const clause of auditableClauses(standard, '2008'))
      expect(clausesIn(standard, '2008', clause.number, '2015'), clause.number).not.toEqual([]);
    for (const clause of auditableClauses(standard, '2015'))
      expect(clausesIn(standard, '2015', clause.number, '2026'), clause.number).not.toEqual([]);
  });

  it('follows a clause over two editions and back', () => {
    expect(clausesIn(standard, '2008', '8.3', '2026')).toEqual(['8.7.1', '8.7.2']);
    expect(clausesIn(standard, '2026', '8.7.1', '2008')).toEqual(['8.3']);
    expect(clausesIn(standard, '2015', '10.3', '2026')).toEqual(['10.1']);
    expect(clausesIn(standard, '2015', '4.1', '2008')).toEqual([]);
    expect(clausesIn(standard, '2015', '8.5.1', '2015')).toEqual(['8.5.1']);
  });
});

describe('the questions', () => {
  it.each(editions)('leave no lowest clause of %s unasked', (edition) => {
    expect(clausesWithoutQuestion(standard, edition)).toEqual([]);
  });

  it.each(editions)(
    'of %s are asked under clauses that exist, in both languages, each with evidence and a person to ask',
    (edition) => {
      for (const question of questionsOf(standard, edition)) {
        expect(findClause(standard, edition, question.clause)?.auditable, question.id).toBe(true);
        expect(question.vi.length > 20 && question.en.length > 20, question.id).toBe(true);
        expect(question.evidenceVi.length, question.id).toBeGreaterThan(0);
        expect(question.evidenceEn.length, question.id).toBe(question.evidenceVi.length);
        expect(question.roles.length, question.id).toBeGreaterThan(0);
      }
    },
  );

  it('of 2015 are its own bank, each once', () => {
    const questions = questionsOf(standard, '2015');
    expect(questions).toHaveLength(161);
    expect(new Set(questions.map((question) => question.id)).size).toBe(161);
    expect(questions.every((question) => question.carriedFrom === null)).toBe(true);
  });

  it('of a 2026 clause that did not change are those of 2015, marked as carried', () => {
    const asked = questionsFor(standard, '2026', '8.5.2');
    expect(asked.map((question) => question.id)).toEqual(
      questionsFor(standard, '2015', '8.5.2').map((question) => question.id),
    );
    expect(asked[0]?.carriedFrom).toEqual({ edition: '2015', clause: '8.5.2' });
  });

  it('of a 2026 clause that changed are those written for the change, and where there are none those of 2015 again', () => {
    expect(questionsFor(standard, '2026', '6.1.3').map((question) => question.id)).toEqual([
      'Q26-6.1.3-01',
      'Q26-6.1.3-02',
      'Q26-6.1.3-03',
    ]);
    for (const clause of ['6.1.1', '8.2.4', '9.3.3']) {
      const asked = questionsFor(standard, '2026', clause);
      expect(asked.length, clause).toBeGreaterThan(0);
      expect(
        asked.every((question) => question.carriedFrom?.edition === '2015'),
        clause,
      ).toBe(true);
    }
  });

  it('of 2008 come through the crosswalk and say from where', () => {
    for (const question of questionsOf(standard, '2008')) {
      expect(question.carriedFrom?.edition).toBe('2015');
    }
    expect(new Set(questionsFor(standard, '2008', '8.5.3').map((one) => one.carriedFrom?.clause))).toEqual(
      new Set(['6.1.1', '6.1.2']),
    );
  });
});
