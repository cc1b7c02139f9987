import { formatDay } from '#app/i18n/day-format.ts';
import { translate } from '#app/i18n/translate.ts';
import type { Day } from '#db/schema.ts';
import { namedInForce, type RegisterRoom } from './named-rows.server.ts';
import { issueOf } from './office-register.ts';
import { type RegisterFilter, wholeRegister } from './register.server.ts';

/** BM-01-02: every document of the office with what it is on the day. */
export async function documentRows(
  room: RegisterRoom,
  filter: Omit<RegisterFilter, 'on'>,
): Promise<string[][]> {
  const { db, actor, locale, day } = room;
  const rows = await wholeRegister(db, actor, { ...filter, on: day });
  const forms = new Map<string, Set<string>>();
  for (const { revision_id, key } of await namedInForce(db, actor.agencyId, 'form', day))
    forms.set(revision_id, (forms.get(revision_id) ?? new Set()).add(key));
  const facts = await revisionFacts(room);
  const dayText = (one: Day | null | undefined) => (one ? formatDay(locale, one) : '');
  return rows.map((row) => {
    const fact = facts.get(row.revisionId);
    const inForce = row.state === 'in-force';
    return [
      row.code ?? row.claimedCode ?? '',
      (locale === 'en' && row.titleEn) || row.titleVi,
      issueOf(row),
      dayText(fact?.signedOn),
      dayText(row.inForceFrom),
      (locale === 'en' ? row.unitEn : row.unitVi) ?? '',
      translate(locale, `documents.state.${row.state}`),
      [...(forms.get(row.revisionId) ?? [])].join('; '),
      inForce ? translate(locale, row.isPublic ? 'registers.public' : 'registers.internal') : '',
      dayText(row.nextReview),
    ];
  });
}

interface RevisionFact {
  signedOn: Day | null;
}

async function revisionFacts({ db, actor }: RegisterRoom): Promise<Map<string, RevisionFact>> {
  const rows = await db
    .selectFrom('revision')
    .leftJoin('release_item', 'release_item.revision_id', 'revision.id')
    .leftJoin('release', 'release.id', 'release_item.release_id')
    .select(['revision.id', 'release.signed_on'])
    .where('revision.agency_id', '=', actor.agencyId)
    .orderBy('release.released_at')
    .execute();
  return new Map(rows.map((row) => [row.id, { signedOn: row.signed_on }]));
}
