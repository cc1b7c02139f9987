import type { Locale } from '#app/i18n/locale.ts';
import type { Actor } from '#app/permissions/actor.ts';
import { authorize, may } from '#app/permissions/matrix.ts';
import type { Day, Db } from '#db/schema.ts';
import { tasksOn } from '../currency/tasks.server.ts';
import { inForceOn } from '../in-force-query.server.ts';
import { isForPublic } from '../reading/reading.server.ts';
import { citedName } from '../reading/served-page.ts';
import { listLegalBases } from './legal-register.server.ts';

/** The register of legal bases, each with the documents in force that stand on it; expired ones in use come first. */
export async function legalRegister(
  db: Db,
  actor: Actor,
  filter: { words: string; status?: string | undefined; key: string },
  locale: Locale,
  day: Day,
) {
  authorize(actor, 'legal-basis.read');
  const staff = may(actor, 'document.read');
  const users = await db
    .selectFrom(inForceOn(db, actor.agencyId, day).as('current'))
    .innerJoin('mention', 'mention.revision_id', 'current.revision_id')
    .innerJoin('document', 'document.id', 'current.document_id')
    .innerJoin('revision', 'revision.id', 'current.revision_id')
    .select(['document.id', 'document.code', 'mention.key'])
    .select(['revision.is_public', 'revision.confidentiality'])
    .where('mention.kind', '=', 'legal-basis')
    .orderBy('document.code')
    .execute();
  const usersOf = new Map<string, { id: string; code: string | null }[]>();
  for (const { id, code, key, ...facts } of users) {
    if (!staff && !isForPublic(facts)) continue;
    const list = usersOf.get(key) ?? [];
    if (!list.some((one) => one.id === id)) list.push({ id, code });
    usersOf.set(key, list);
  }
  const entries = await listLegalBases(db, actor, { words: filter.words, status: filter.status }, day);
  const tasks = staff ? await tasksOn(db, actor.agencyId, day) : [];
  const names = new Map(entries.map((one) => [one.key, citedName(one.kind, one.number_sign, locale)]));
  return entries
    .filter((one) => filter.key === '' || one.key === filter.key)
    .map((one) => ({
      ...{ key: one.key, title: one.title, issuer: one.issuer, note: one.note, status: one.status },
      name: names.get(one.key) ?? one.number_sign,
      inForceFrom: one.in_force_from,
      inForceUntil: one.in_force_until,
      replacedBy: one.replaced_by ? (names.get(one.replaced_by) ?? one.replaced_by) : null,
      usedBy: usersOf.get(one.key) ?? [],
      openTasks: tasks.filter((task) => task.change.key === one.key).length,
    }))
    .sort(
      (a, b) =>
        Number(isStale(b)) - Number(isStale(a)) ||
        b.openTasks - a.openTasks ||
        a.name.localeCompare(b.name, 'vi'),
    );
}

function isStale(row: { status: string; usedBy: unknown[] }): boolean {
  return row.status === 'expired' && row.usedBy.length > 0;
}
