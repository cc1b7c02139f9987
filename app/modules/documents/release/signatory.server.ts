import { type Day, dayOf } from '#app/http/clock.ts';
import { Refused } from '#app/http/errors.ts';
import type { DocumentKind } from '#app/mdx/compiled-document.ts';
import type { Actor } from '#app/permissions/actor.ts';
import { authorize } from '#app/permissions/matrix.ts';
import { newId } from '#db/new-id.ts';
import type { Db, Instant, Trx } from '#db/schema.ts';
import { refuseFor, signingRecords } from '../revision-facts.server.ts';
import { signingPlace } from '../signing/signing-place.server.ts';
import { positionLine } from '../signing/signing-words.ts';
import { refusalOfSignatory, type Signatory, signatoriesFor, signatoryKey } from './signatory.ts';

/** Who may sign a decision about these kinds today, as a page offers them. */
export async function offeredSignatories(db: Db, actor: Actor, kinds: readonly string[], now: Instant) {
  authorize(actor, 'revision.release');
  const day = dayOf(now);
  const records = await signingRecords(db, actor.agencyId, day);
  const offered = [];
  for (const signatory of signatoriesFor(records, [...new Set(kinds)] as DocumentKind[], day)) {
    const place = await signingPlace(db, actor.agencyId, signatory.officer, day, signatory);
    const line = [place.prefix, positionLine(place)].filter(Boolean).join(' ');
    const name = await nameOf(db, actor, signatory.officer);
    const label = [name, line].filter(Boolean).join(' – ');
    offered.push({ value: signatoryKey(signatory), label, lang: 'vi' as const });
  }
  return offered;
}

/** The signatory chosen on a page, with their name; refused when nobody signs so on the day. */
export async function chosenSignatory(
  db: Db,
  actor: Actor,
  key: string,
  revisionIds: readonly string[],
  day: Day,
): Promise<{ signatory: Signatory; name: string }> {
  authorize(actor, 'revision.release');
  const rows = await db
    .selectFrom('revision')
    .select('kind')
    .distinct()
    .where('agency_id', '=', actor.agencyId)
    .where('id', 'in', [...revisionIds])
    .execute();
  const kinds = rows.map((row) => row.kind as DocumentKind); // written from guarded front matter only
  const records = await signingRecords(db, actor.agencyId, day);
  const signatory = signatoriesFor(records, kinds, day).find((one) => signatoryKey(one) === key);
  if (!signatory) throw new Refused('releases.refusal.no-such-signatory', { day });
  refuseFor(refusalOfSignatory(signatory, kinds, records, day));
  return { signatory, name: await nameOf(db, actor, signatory.officer) };
}

/** Keeps how the decision is signed, with the release. */
export async function writeSigning(
  trx: Trx,
  actor: Actor,
  releaseId: string,
  signatory: Signatory,
  day: Day,
): Promise<void> {
  const place = await signingPlace(trx, actor.agencyId, signatory.officer, day, signatory);
  await trx
    .insertInto('release_signing')
    .values({
      id: newId(),
      agency_id: actor.agencyId,
      release_id: releaseId,
      officer_id: signatory.officer,
      prefix: place.prefix,
      on_behalf_of: place.onBehalfOf,
      position_name: place.position,
      delegation_id: place.delegationId,
    })
    .execute();
}

async function nameOf(db: Db, actor: Actor, officerId: string): Promise<string> {
  const officer = await db
    .selectFrom('officer')
    .select('name')
    .where('id', '=', officerId)
    .where('agency_id', '=', actor.agencyId)
    .executeTakeFirstOrThrow();
  return officer.name;
}
