import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { compileDocument } from '#app/mdx/compile.ts';
import { guard } from '#app/mdx/guard.ts';
import { checkSet } from '#app/modules/documents/import/check-set.ts';
import { draftFrom } from '#app/modules/documents/import/draft.ts';
import type { ImportedProcedure } from '#app/modules/documents/import/imported-procedure.ts';
import { imported } from './sample-set.ts';

/** Runs over real signed procedures where a folder of them is at hand; they are never part of the project. */
const folder = process.env.QMS_REAL_DATA ? join(process.env.QMS_REAL_DATA, 'procedures-docx') : '';
const atHand = folder !== '' && existsSync(folder);

describe.skipIf(!atHand)('36 real procedures (needs QMS_REAL_DATA)', () => {
  let procedures: ImportedProcedure[] = [];
  let took = 0;
  beforeAll(async () => {
    const files = readdirSync(folder).map((file) => ({ file, bytes: readFileSync(join(folder, file)) }));
    // Processor time, so that a busy machine does not fail the test.
    const started = process.cpuUsage();
    procedures = await Promise.all(files.map(({ file, bytes }) => imported(bytes, file)));
    const used = process.cpuUsage(started);
    took = (used.user + used.system) / 1000;
  });
  const rules = (rule: string) =>
    procedures.filter((procedure) => procedure.findings.some((finding) => finding.rule === rule)).length;

  it('each gives its code, title, issue, day and seven sections', () => {
    expect(procedures).toHaveLength(36);
    for (const procedure of procedures) {
      expect(procedure.code, procedure.file).toMatch(/^QT \d\d\/C[XT]-HCTP$/);
      expect(procedure.title.length, procedure.file).toBeGreaterThan(8);
      expect(procedure.issue, procedure.file).toBe(1);
      expect(procedure.issuedOn, procedure.file).toMatch(/^2025-07-0\d$/);
      expect(
        procedure.sections.map((section) => section.id),
        procedure.file,
      ).toHaveLength(7);
      expect(
        procedure.sections.some((section) => section.id === 'khac'),
        procedure.file,
      ).toBe(false);
    }
  });

  it('each gives its steps with times and roles, its records, bases and abbreviations', () => {
    for (const procedure of procedures) {
      expect(procedure.steps.length, procedure.file).toBeGreaterThanOrEqual(3);
      expect(
        procedure.steps.every((step) => step.text !== '' && step.role !== ''),
        procedure.file,
      ).toBe(true);
      expect(procedure.timeColumns.length, procedure.file).toBeGreaterThanOrEqual(1);
      expect(procedure.timeColumns.length, procedure.file).toBeLessThanOrEqual(3);
      expect(procedure.records.length, procedure.file).toBeGreaterThanOrEqual(1);
      expect(
        procedure.records.every((record) => record.name && record.keeper && record.retention),
        procedure.file,
      ).toBe(true);
      expect(procedure.legalBases.length, procedure.file).toBeGreaterThanOrEqual(3);
      expect(procedure.abbreviations.length, procedure.file).toBeGreaterThanOrEqual(15);
    }
    expect(new Set(procedures.map((procedure) => procedure.timeColumns.length))).toEqual(new Set([1, 2, 3]));
  });

  it('nothing is left unread', () => {
    for (const procedure of procedures) expect(procedure.unread, procedure.file).toEqual([]);
  });

  it('the measured defects are found', () => {
    const set = checkSet(procedures);
    const shared = set.filter((finding) => finding.rule === 'import.set.code-shared');
    expect(shared).toHaveLength(5);
    expect(new Set(shared.flatMap((finding) => finding.files)).size).toBe(11);
    expect(
      set.filter((finding) => finding.rule.startsWith('import.set.record')).length,
    ).toBeGreaterThanOrEqual(15);
    expect(rules('import.unit.abolished')).toBe(9);
    expect(rules('import.abbreviation.unused')).toBe(36);
    expect(rules('import.contents.differs')).toBeGreaterThanOrEqual(10);
    expect(rules('import.footer.differs')).toBeGreaterThanOrEqual(18);
    expect(rules('import.header.other')).toBeGreaterThanOrEqual(3);
    expect(rules('import.steps.time-lump')).toBeGreaterThanOrEqual(12);
    expect(rules('import.steps.time-sum')).toBe(1);
    expect(rules('import.step.role-unknown')).toBeGreaterThanOrEqual(10);
  });

  it('the guard accepts every draft and its steps compile', () => {
    for (const procedure of procedures) {
      const judged = guard(draftFrom(procedure), procedure.file, 'vi');
      expect(judged.findings, procedure.file).toEqual([]);
      if (judged.guarded !== null)
        expect(compileDocument(judged.guarded).steps, procedure.file).toHaveLength(procedure.steps.length);
    }
  });

  it('does it in a few seconds on a small machine', () => expect(took).toBeLessThan(4000));
});
