import { compileDocument } from '#app/mdx/compile.ts';
import { guard } from '#app/mdx/guard.ts';
import { copyTree } from '#app/mdx/text-tree.ts';
import { draftFrom } from '#app/modules/documents/import/draft.ts';
import type { ImportedProcedure } from '#app/modules/documents/import/imported-procedure.ts';
import { readBody } from '#app/pdf/body.ts';
import type { IsoDocument } from '#app/pdf/sheets/iso-sheet.ts';
import { drawWord } from '#app/pdf/word/draw-word.ts';
import { isoWord } from '#app/pdf/word/iso-word.ts';
import { legalBaseNames } from '../../../pdf/legal-base-names.ts';
import { imported, roles } from '../import/sample-set.ts';

export function compiledDraft(procedure: ImportedProcedure) {
  const { guarded, findings } = guard(draftFrom(procedure), procedure.file, 'vi');
  if (!guarded) throw new Error(`${procedure.file}: ${JSON.stringify(findings)}`);
  return { guarded, compiled: compileDocument(guarded) };
}

/** The paper of an imported draft, as the printing room makes it of a revision. */
export function draftOnPaper(procedure: ImportedProcedure): IsoDocument {
  const { guarded } = compiledDraft(procedure);
  const names = {
    roles: Object.fromEntries(roles.map((role) => [role.key, role.vi])),
    legalBases: legalBaseNames(procedure.legalBases),
    forms: {},
    fees: {},
  };
  return {
    locale: 'vi',
    stamp: '2026-01-05T02:00:00.000Z',
    agency: 'Ủy ban nhân dân phường An Bình Đông',
    kind: 'Quy trình',
    title: procedure.title,
    code: procedure.code,
    issue: procedure.issue ?? 1,
    amendment: 0,
    inForceFrom: null,
    issuedOn: procedure.issuedOn,
    state: 'draft',
    statusUrl: 'https://iso.anbinhdong.example/status/abc',
    signOffs: [],
    revisions: [{ issue: 1, amendment: 0, summary: 'Ban hành lần đầu', legalGround: '', inForceFrom: null }],
    body: readBody(copyTree(guarded.tree), { names, locale: 'vi' }),
  };
}

export async function exported(procedure: ImportedProcedure): Promise<ImportedProcedure> {
  const bytes = await drawWord(isoWord(draftOnPaper(procedure)));
  return imported(Buffer.from(bytes), procedure.file);
}

/** What must survive the way to Word and back, as text to compare. */
export function substance(procedure: ImportedProcedure) {
  const { compiled } = compiledDraft(procedure);
  return {
    code: procedure.code,
    title: procedure.title,
    issue: procedure.issue,
    sections: compiled.sections.map((section) => section.title),
    cases: compiled.cases.map((one) => `${one.title} ${told(one.limit)}`),
    steps: compiled.steps.map((step) => step.title),
    duties: compiled.steps.map((step) => step.duties.map((duty) => `${duty.letter} ${duty.role}`).join(' ')),
    times: compiled.steps.map((step) => step.times.map((time) => told(time.within)).join(' | ')),
    records: compiled.records.map((record) => `${record.name} · ${record.keeper} · ${record.retention}`),
  };
}

/** Eight hours and one working day are the same time. */
function told(time: { unit: string; value?: number }): string {
  return time.value === undefined ? time.unit : `${time.value} ${time.unit}`;
}
