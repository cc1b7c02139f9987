import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { importStory } from '#app/modules/documents/import/import-command.server.ts';
import { importFiles, importResult } from '#app/modules/documents/import/importing.server.ts';
import { closePress, Desk } from '../desk.ts';
import { sampleFile, sampleText } from './sample-procedure.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await Desk.open();
});
afterEach(async () => {
  await desk.journalIsSound();
  await desk.close();
});
afterAll(closePress);

const now = '2026-03-02T02:00:00.000Z';
const sample = {
  file: 'khai-tu.docx',
  title: 'Đăng ký khai tử',
  code: 'QT-DT-01',
  subject: 'khai tử',
  result: 'Trích lục khai tử',
};

function importing(files: { name: string; bytes: Buffer }[], actor = desk.people.hoa) {
  return importFiles(desk, actor, files, now, 'vi');
}

test('a Word procedure becomes a draft with its findings, its file and its legal bases in the register', async () => {
  const bytes = sampleFile(sampleText(sample));
  const [outcome] = await importing([{ name: 'khai-tu.docx', bytes }]);
  expect(outcome).toMatchObject({ kind: 'drafted', file: 'khai-tu.docx' });
  if (outcome?.kind !== 'drafted') return;
  const revision = await desk.revision(outcome.revisionId);
  expect(revision).toMatchObject({ state: 'draft', title_vi: 'Đăng ký khai tử', kind: 'procedure' });
  const story = importStory(revision.origin);
  expect(story?.file).toBe('khai-tu.docx');
  expect(story?.procedure.code).toBe('QT-DT-01');
  const bases = await desk.db.selectFrom('legal_basis').select(['key', 'status']).execute();
  expect(bases.map((basis) => basis.key).sort()).toEqual(
    [...new Set(story?.procedure.legalBases.map((basis) => basis.key))].sort(),
  );
  expect(bases.every((basis) => basis.status === 'unknown')).toBe(true);
  const authors = await desk.db.selectFrom('revision_author').select('officer_id').execute();
  expect(authors).toEqual([{ officer_id: desk.people.hoa.officerId }]);
});

test('the same file twice gives one draft, a broken file gives one sentence and nothing else', async () => {
  const bytes = sampleFile(sampleText(sample));
  const outcomes = await importing([
    { name: 'mot.docx', bytes },
    { name: 'hai.docx', bytes },
    { name: 'ba.docx', bytes: Buffer.from('không phải Word') },
  ]);
  expect(outcomes.map((outcome) => outcome.kind)).toEqual(['drafted', 'known', 'refused']);
  expect(await desk.db.selectFrom('document').select('id').execute()).toHaveLength(1);
});

test('what only shows between documents is told with the result', async () => {
  const outcomes = await importing([
    { name: 'mot.docx', bytes: sampleFile(sampleText(sample)) },
    { name: 'hai.docx', bytes: sampleFile(sampleText({ ...sample, title: 'Đăng ký kết hôn' })) },
  ]);
  const ids = outcomes.flatMap((one) => (one.kind === 'refused' ? [] : [one.revisionId]));
  const result = await importResult(desk.db, desk.people.hoa, ids, 'vi');
  expect(result.drafts.map((draft) => draft.title)).toEqual(['Đăng ký khai tử', 'Đăng ký kết hôn']);
  expect(result.set.map((finding) => finding.rule)).toContain('import.set.code-shared');
});

test('only the quality officer imports', async () => {
  const bytes = sampleFile(sampleText(sample));
  await expect(importing([{ name: 'a.docx', bytes }], desk.people.tam)).rejects.toThrow('forbidden');
});
