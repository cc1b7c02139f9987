import type { Db } from '#db/schema.ts';
import { amendmentsNow, legalBasesNow } from '../legal/bases-now.server.ts';
import { forceRecordOf } from '../revision-facts.server.ts';
import { type Change, changeOfProcedure, changesOfBasis } from './change.ts';
import { type NotAffected, named, type WatchedDocument } from './dependent.ts';

/** Every change of law and of the portal's procedures that is known, past and to come. */
export async function knownChanges(db: Db, agencyId: string): Promise<Change[]> {
  const bases = await db
    .selectFrom(legalBasesNow(db, agencyId).as('basis'))
    .select(['key', 'status', 'in_force_from', 'in_force_until', 'replaced_by', 'recorded_at'])
    .execute();
  const amendments = await amendmentsNow(db, agencyId).execute();
  const firstDays = new Map(bases.map((basis) => [basis.key, basis.in_force_from]));
  const ofLaw = bases.flatMap((basis) =>
    changesOfBasis(
      basis,
      amendments.filter((one) => one.key === basis.key),
      (key) => firstDays.get(key) ?? null,
    ),
  );
  const ofPortal = await db
    .selectFrom('administrative_procedure_change as change')
    .innerJoin('administrative_procedure as procedure', 'procedure.id', 'change.procedure_id')
    .select(['change.id', 'procedure.code', 'change.recorded_at'])
    .where('change.agency_id', '=', agencyId)
    .execute();
  return [...ofLaw, ...ofPortal.map(changeOfProcedure)];
}

/** The documents that ever named one of the things that change, with their releases. */
export async function watchedDocuments(
  db: Db,
  agencyId: string,
  changes: readonly Change[],
): Promise<WatchedDocument[]> {
  if (changes.length === 0) return [];
  const signs = await numberSigns(db, agencyId, changes);
  const keysOf = (subject: Change['subject']) => [
    ...new Set(changes.filter((change) => change.subject === subject).flatMap(keysAsked)),
  ];
  const rows = await db
    .selectFrom('mention')
    .innerJoin('revision', 'revision.id', 'mention.revision_id')
    .select(['revision.document_id', 'mention.revision_id', 'mention.kind', 'mention.key'])
    .distinct()
    .where('mention.agency_id', '=', agencyId)
    .where((eb) =>
      eb.or([
        eb.and([
          eb('mention.kind', '=', 'legal-basis'),
          eb('mention.key', 'in', ['', ...keysOf('legal-basis')]),
        ]),
        eb.and([eb('mention.kind', '=', 'number-sign'), eb('mention.key', 'in', ['', ...signs.keys()])]),
        eb.and([eb('mention.kind', '=', 'tthc'), eb('mention.key', 'in', ['', ...keysOf('tthc')])]),
      ]),
    )
    .execute();
  const namesOf = new Map<string, Map<string, Set<string>>>();
  for (const row of rows) {
    const document = namesOf.get(row.document_id) ?? new Map<string, Set<string>>();
    const names = document.get(row.revision_id) ?? new Set<string>();
    if (row.kind === 'tthc') names.add(named('tthc', row.key));
    else names.add(named('legal-basis', row.kind === 'number-sign' ? (signs.get(row.key) ?? '') : row.key));
    document.set(row.revision_id, names);
    namesOf.set(row.document_id, document);
  }
  const watched: WatchedDocument[] = [];
  for (const [id, names] of namesOf) watched.push({ id, names, force: await forceRecordOf(db, id) });
  return watched;
}

function keysAsked(change: Change): string[] {
  return change.by === null ? [change.key] : [change.key, change.by];
}

/** Keys of the changing laws by their number and sign, for texts that only write the sign. */
async function numberSigns(db: Db, agencyId: string, changes: readonly Change[]) {
  const keys = changes.filter((change) => change.subject === 'legal-basis').flatMap(keysAsked);
  if (keys.length === 0) return new Map<string, string>();
  const rows = await db
    .selectFrom(legalBasesNow(db, agencyId).as('basis'))
    .select(['key', 'number_sign'])
    .where('key', 'in', keys)
    .execute();
  return new Map(rows.map((row) => [row.number_sign, row.key]));
}

/** Changes that somebody found without effect on a document. */
export async function decisionsNotAffected(db: Db, agencyId: string): Promise<NotAffected[]> {
  const rows = await db
    .selectFrom('currency_fact')
    .select(['document_id', 'subject', 'subject_key', 'change_id'])
    .where('agency_id', '=', agencyId)
    .where('kind', '=', 'not-affected')
    .execute();
  return rows.map((row) => ({
    documentId: row.document_id,
    subject: row.subject === 'tthc' ? 'tthc' : 'legal-basis',
    key: row.subject_key,
    changeId: row.change_id,
  }));
}
