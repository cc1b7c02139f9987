import { dayOf } from '#app/http/clock.ts';
import { NotFound, Refused } from '#app/http/errors.ts';
import { translate } from '#app/i18n/translate.ts';
import { record } from '#app/modules/journal/record.server.ts';
import { recordedBy } from '#app/modules/organization/recorded-by.ts';
import { indexLegalBasis } from '#app/modules/search/indexing.server.ts';
import type { Actor } from '#app/permissions/actor.ts';
import { authorize } from '#app/permissions/matrix.ts';
import { newId } from '#db/new-id.ts';
import type { Day, Instant, Trx } from '#db/schema.ts';
import { noteCurrency } from '../currency/currency.server.ts';
import { slug } from '../import/folded.ts';
import { legalBasesIn } from '../import/legal-bases.ts';
import { refuseFor } from '../revision-facts.server.ts';
import { amendmentsNow, legalBasesNow } from './bases-now.server.ts';
import type { BasisFacts } from './basis-form.ts';
import { refusalToRecordBasis } from './basis-rules.ts';

async function registerOf(trx: Trx, actor: Actor) {
  const rows = await trx
    .selectFrom(legalBasesNow(trx, actor.agencyId).as('basis'))
    .select(['id', 'key', 'number_sign', 'title', 'replaced_by as replacedBy'])
    .execute();
  return new Map(rows.map((row) => [row.key, row]));
}

/** The key a law gets in texts: `nd-123-2015`, as the import of Word files makes it. */
export function keyOfBasis(basis: Pick<BasisFacts, 'kind' | 'numberSign' | 'issuer' | 'signedOn'>): string {
  if (basis.kind === 'tieu-chuan') return slug(basis.numberSign, 60);
  const words = translate('vi', `documents.legal.kind.${basis.kind}`);
  const [year, month, date] = (basis.signedOn ?? '').split('-');
  const signed = basis.signedOn ? ` ngày ${date}/${month}/${year}` : '';
  const line = `${words} số ${basis.numberSign}${signed} của ${basis.issuer}`;
  return legalBasesIn(line)[0]?.key ?? slug(`${basis.kind} ${basis.numberSign}`, 60);
}

/** Enters a law the register does not have. */
export async function enterBasis(trx: Trx, actor: Actor, basis: BasisFacts, now: Instant): Promise<string> {
  authorize(actor, 'legal-basis.maintain');
  const known = await registerOf(trx, actor);
  const key = keyOfBasis(basis);
  if (key === '') throw new Refused('legal.refusal.no-key');
  const same = [...known.values()].some((one) => one.number_sign === basis.numberSign);
  if (known.has(key) || same) throw new Refused('legal.refusal.known');
  refuseFor(refusalToRecordBasis(key, basis, known));
  const id = newId();
  const { numberSign: number_sign, title } = basis;
  await trx
    .insertInto('legal_basis')
    .values({
      ...columnsOf(basis, dayOf(now)),
      ...{ id, agency_id: actor.agencyId, key, recorded_at: now },
    })
    .execute();
  await indexLegalBasis(trx, { id, agency_id: actor.agencyId, number_sign, title });
  await record(trx, actor, {
    action: 'legal-basis.recorded',
    object: { type: 'legal_basis', id },
    now,
    payload: { keys: [key] },
  });
  await noteCurrency(trx, actor, now);
  return key;
}

function columnsOf(basis: BasisFacts, today: Day) {
  return {
    kind: basis.kind,
    number_sign: basis.numberSign,
    issuer: basis.issuer,
    title: basis.title,
    signed_on: basis.signedOn,
    in_force_from: basis.inForceFrom,
    in_force_until: basis.inForceUntil,
    status: basis.status,
    replaced_by: basis.replacedBy,
    note: basis.note,
    checked_on: today,
  };
}

/** Adds what was looked up today as a new row; the rows before it stay. What changed asks documents to follow at once. */
export async function correctBasis(
  trx: Trx,
  actor: Actor,
  input: BasisFacts & { key: string; reason: string },
  now: Instant,
): Promise<void> {
  authorize(actor, 'legal-basis.maintain');
  const known = await registerOf(trx, actor);
  const before = known.get(input.key);
  if (!before) throw new NotFound();
  const { numberSign: number_sign, title } = input;
  const taken = [...known.values()].some((one) => one.id !== before.id && one.number_sign === number_sign);
  if (taken) throw new Refused('legal.refusal.known');
  refuseFor(refusalToRecordBasis(input.key, input, known));
  await trx
    .insertInto('legal_basis_version')
    .values({
      ...columnsOf(input, dayOf(now)),
      ...{ id: newId(), agency_id: actor.agencyId, legal_basis_id: before.id },
      checked_by: actor.officerId,
      reason: input.reason,
      recorded_at: now,
      recorded_by: recordedBy(actor),
    })
    .execute();
  if (before.number_sign !== number_sign || before.title !== title)
    await indexLegalBasis(trx, { id: before.id, agency_id: actor.agencyId, number_sign, title });
  await record(trx, actor, {
    action: 'legal-basis.corrected',
    object: { type: 'legal_basis', id: before.id },
    now,
    reason: input.reason,
  });
  await noteCurrency(trx, actor, now);
}

/** A part of the law changes on a day: everyone who stands on it looks at the text again. */
export async function amendBasis(
  trx: Trx,
  actor: Actor,
  input: { key: string; amendedBy: string | null; effectOn: Day; note: string },
  now: Instant,
): Promise<void> {
  authorize(actor, 'legal-basis.maintain');
  const known = await registerOf(trx, actor);
  const basis = known.get(input.key);
  if (!basis) throw new NotFound();
  if (input.amendedBy === input.key) throw new Refused('legal.refusal.amended-by-itself');
  if (input.amendedBy !== null && !known.has(input.amendedBy))
    throw new Refused('legal.refusal.unknown-basis');
  await insertAmendment(trx, actor, basis.id, { ...input, retracts: null }, now);
  await record(trx, actor, {
    action: 'legal-basis.amended',
    object: { type: 'legal_basis', id: basis.id },
    now,
    reason: input.note,
  });
  await noteCurrency(trx, actor, now);
}

export async function insertAmendment(
  trx: Trx,
  actor: Actor,
  basisId: string,
  row: { amendedBy: string | null; effectOn: Day; note: string; retracts: string | null },
  now: Instant,
): Promise<void> {
  await trx
    .insertInto('legal_basis_amendment')
    .values({
      id: newId(),
      agency_id: actor.agencyId,
      legal_basis_id: basisId,
      amended_by: row.amendedBy,
      effect_on: row.effectOn,
      note: row.note,
      retracts_id: row.retracts,
      recorded_at: now,
      recorded_by: recordedBy(actor),
    })
    .execute();
}

/** An amendment that was entered by mistake no longer counts; both rows stay to be read. */
export async function retractAmendment(
  trx: Trx,
  actor: Actor,
  input: { key: string; amendmentId: string; note: string },
  now: Instant,
): Promise<void> {
  authorize(actor, 'legal-basis.maintain');
  const amendment = await amendmentsNow(trx, actor.agencyId)
    .select('amendment.legal_basis_id')
    .where('amendment.id', '=', input.amendmentId)
    .where('legal_basis.key', '=', input.key)
    .executeTakeFirst();
  if (!amendment) throw new NotFound();
  const { amended_by: amendedBy, effect_on: effectOn, legal_basis_id } = amendment;
  const row = { amendedBy, effectOn, note: input.note, retracts: input.amendmentId };
  await insertAmendment(trx, actor, legal_basis_id, row, now);
  await record(trx, actor, {
    action: 'legal-basis.amendment-retracted',
    object: { type: 'legal_basis', id: legal_basis_id },
    now,
    reason: input.note,
  });
  await noteCurrency(trx, actor, now);
}
