import { isNotFound } from '#app/http/errors.ts';
import { officeOf } from '#app/http/office.server.ts';
import { carPaper } from '#app/modules/nonconformities/car-paper.ts';
import { nonconformityPath } from '#app/modules/nonconformities/paths.ts';
import { getNonconformity, type NonconformityRead } from '#app/modules/nonconformities/reading.server.ts';
import { listNonconformities } from '#app/modules/nonconformities/register.server.ts';
import { correctiveActionSheet } from '#app/pdf/sheets/car-sheet.ts';
import { type Call, NotDone, WrongUsage } from './call.ts';
import { type Office, savePdf } from './office.ts';

/** The register, newest first. */
export async function list({ db, reader, day }: Office) {
  const { rows } = await listNonconformities(db, reader, { today: day, pageSize: 20_000 });
  return rows.map((row) => ({
    number: row.number,
    state: row.state,
    grade: row.grade,
    detectedOn: row.detectedOn,
    source: row.source,
    unit: row.unitVi,
    document: row.documentCode,
    clause: row.clause,
    statement: row.statement,
    personInCharge: row.personInCharge,
    due: row.due,
    daysOverdue: row.daysOverdue,
    recurring: row.recurrenceOf !== null,
    closedOn: row.closedOn,
  }));
}

export async function show(office: Office, call: Call) {
  const number = call.words[2];
  if (!number) throw new WrongUsage('Say which one: nonconformity show <number>.');
  const read = await getNonconformity(office.db, office.reader, number, office.now).catch((error) => {
    if (isNotFound(error)) {
      throw new NotDone(`There is no nonconformity “${number}”; see: qms nonconformity list.`);
    }
    throw error;
  });
  if (call.pdf !== null) await saveCar(office, read, call.pdf);
  return recordOf(read);
}

async function saveCar(office: Office, read: NonconformityRead, file: string): Promise<void> {
  const agency = await officeOf(office.db, office.agencyId, office.day);
  const paper = carPaper(read, {
    locale: 'vi',
    stamp: read.timeline.at(-1)?.at ?? read.row.created_at,
    agency: agency?.vi ?? '',
    statusUrl: `${office.origin}${nonconformityPath(read.row.id)}`,
  });
  await savePdf(office, correctiveActionSheet(paper), file);
}

function recordOf({
  row,
  facts,
  entries,
  actions,
  names,
  unit,
  document,
  source,
  ...rest
}: NonconformityRead) {
  const who = (id: string) => names[id] ?? null;
  return {
    number: row.number,
    state: row.state,
    grade: row.grade,
    source: { kind: row.source_kind, id: row.source_id, checklist: source?.number ?? null },
    detectedOn: row.detected_on,
    detectedBy: who(row.detected_by),
    unit: unit.vi,
    document: document?.code ?? null,
    step: row.step_key,
    clause: row.clause,
    edition: row.edition,
    requirement: row.requirement,
    statement: row.statement,
    evidence: row.evidence,
    personInCharge: who(row.person_in_charge_id),
    recurring: row.recurrence_of !== null,
    correction: facts.correction && { ...facts.correction, doneBy: who(facts.correction.doneBy) },
    consequences: facts.consequences,
    cause: facts.cause,
    actions: actions.map((action) => ({
      what: action.what,
      owner: who(action.ownerId),
      dueOn: action.dueOn,
      evidence: action.evidence.map(({ evidence, doneOn, enteredBy }) => ({
        evidence,
        doneOn,
        by: who(enteredBy),
      })),
    })),
    due: rest.due,
    daysOverdue: rest.daysOverdue,
    history: rest.timeline,
    entries: entries.length,
  };
}
