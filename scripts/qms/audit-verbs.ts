import { isNotFound } from '#app/http/errors.ts';
import { officeOf } from '#app/http/office.server.ts';
import { type PlannedChecklist, plannedChecklist } from '#app/modules/audits/checklist-making.server.ts';
import { checklistPaper } from '#app/modules/audits/checklist-paper.ts';
import type { ChecklistRead } from '#app/modules/audits/checklist-reading.server.ts';
import { newChecklistPath } from '#app/modules/audits/paths.ts';
import { isEdition } from '#app/modules/standards/edition.ts';
import { checklistSheet } from '#app/pdf/sheets/checklist-sheet.ts';
import { type Call, NotDone, WrongUsage } from './call.ts';
import { type Office, savePdf } from './office.ts';

/** The questions of a checklist made today; stores nothing. */
export async function checklist(office: Office, call: Call) {
  const { db, reader, day } = office;
  const { documents, unit, edition, seed } = call;
  if (documents.length === 0 && unit === null) {
    throw new WrongUsage('Say what is audited: --document <code>… or --unit <key>.');
  }
  if (edition !== null && !isEdition(edition)) throw new WrongUsage('--edition must be 2008, 2015 or 2026.');
  const request = {
    documents,
    unit,
    ...(edition === null ? {} : { edition }),
    ...(seed === null ? {} : { seed }),
  };
  const planned = await plannedChecklist(db, reader, request, day).catch((error) => {
    if (isNotFound(error)) throw new NotDone(`There is no unit “${unit}”; see: qms units.`);
    throw error;
  });
  if (call.pdf !== null) await savePlanned(office, planned, call.pdf);
  const issues = new Map(planned.documents.map((one) => [one.revisionId, `${one.issue}.${one.amendment}`]));
  return {
    edition: planned.edition,
    seed: planned.seed,
    items: planned.items.map((item) => ({
      id: item.key,
      clause: item.clause,
      question: item.questionVi,
      document: item.documentCode,
      revision: item.revisionId === null ? null : (issues.get(item.revisionId) ?? null),
      step: item.stepKey,
      sample: item.sampleVi,
    })),
  };
}

/** BM-02-04 to take along, blank. */
async function savePlanned(office: Office, planned: PlannedChecklist, file: string): Promise<void> {
  const agency = await officeOf(office.db, office.agencyId, office.day);
  const { edition, seed, documents, items } = planned;
  const stepTitles = new Map(
    documents.flatMap((one) => one.steps.map((step) => [`${one.revisionId} ${step.key}`, step.title])),
  );
  const units = new Map(
    (await office.db.selectFrom('unit').select(['id', 'name_vi', 'name_en']).execute()).map((unit) => [
      unit.id,
      unit,
    ]),
  );
  const checklist: ChecklistRead = {
    id: '',
    number: '',
    title: documents.map((one) => one.code).join(', '),
    edition,
    seed,
    createdAt: `${office.day}T00:00:00.000Z`,
    audit: null,
    documents: documents.map(({ id, code }) => ({ id, code })),
    rows: items.map((item, at) => ({
      ...item,
      id: item.key,
      sort: at + 1,
      clauseTitleVi: '',
      clauseTitleEn: '',
      stepTitle: stepTitles.get(`${item.revisionId} ${item.stepKey}`) ?? null,
      unitVi: units.get(item.unitId ?? '')?.name_vi ?? null,
      unitEn: units.get(item.unitId ?? '')?.name_en ?? null,
      answer: null,
      nonconformity: null,
    })),
  };
  const paper = checklistPaper(checklist, {
    locale: 'vi',
    agency: agency?.vi ?? '',
    statusUrl: `${office.origin}${newChecklistPath}`,
    blank: true,
  });
  await savePdf(office, checklistSheet(paper), file);
}
