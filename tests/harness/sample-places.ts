import { dayOf } from '#app/http/clock.ts';
import { invite } from '#app/modules/accounts/invitation.server.ts';
import { listCurrencyTasks } from '#app/modules/documents/currency/tasks.server.ts';
import { amendmentsNow } from '#app/modules/documents/legal/bases-now.server.ts';
import { readPaperReport } from '#app/modules/records/paper-report.server.ts';
import type { Actor } from '#app/permissions/actor.ts';
import { systemOf } from '#app/permissions/actor.ts';
import type { Db } from '#db/schema.ts';
import { inTransaction } from '#db/unit-of-work.ts';
import { sampleToday } from './sample-ward.ts';

type OwnedTable =
  | 'appointment'
  | 'delegation'
  | 'unit'
  | 'role_mapping'
  | 'authority'
  | 'audit'
  | 'checklist'
  | 'nonconformity'
  | 'corrective_action'
  | 'file'
  | 'change_request'
  | 'controlled_copy';

async function amendmentOf(db: Db, agencyId: string): Promise<string> {
  const row = await amendmentsNow(db, agencyId)
    .where('legal_basis.key', '=', 'nd-155-2026')
    .executeTakeFirst();
  return row?.id ?? 'none';
}

export type Places = (routeId: string) => Record<string, string>;

/** Things of the sample ward that stand for the parameters of the routes. */
export async function samplePlaces(db: Db, agencyId: string): Promise<Places> {
  const actor: Actor = systemOf(agencyId);
  const one = async (query: { executeTakeFirst(): Promise<{ id: string } | undefined> }) =>
    (await query.executeTakeFirst())?.id ?? 'none';
  const document = await db
    .selectFrom('document')
    .select('id')
    .where('agency_id', '=', agencyId)
    .where('code', '=', 'QT-TP-01')
    .executeTakeFirstOrThrow();
  const revisionIn = (state: string) =>
    one(
      db
        .selectFrom('revision')
        .select('id')
        .where('agency_id', '=', agencyId)
        .where('state', '=', state)
        .orderBy('created_at', 'desc')
        .orderBy('id'),
    );
  const released = await db
    .selectFrom('release_item')
    .select('revision_id')
    .where('document_id', '=', document.id)
    .orderBy('in_force_from', 'desc')
    .executeTakeFirstOrThrow();
  const first = (table: OwnedTable) =>
    one(db.selectFrom(table).select('id').where('agency_id', '=', agencyId).orderBy('id'));
  const officer = async (key: string) =>
    one(db.selectFrom('officer').select('id').where('key', '=', key).where('agency_id', '=', agencyId));
  const accountId = await one(
    db
      .selectFrom('account')
      .select('id')
      .where('login_folded', '=', 'loan')
      .where('agency_id', '=', agencyId),
  );
  const positionId = await one(
    db
      .selectFrom('position')
      .select('id')
      .where('key', '=', 'cv-tu-phap-ho-tich')
      .where('agency_id', '=', agencyId),
  );
  const draft = await revisionIn('draft');
  const inReview = await revisionIn('in-review');
  const approved = await revisionIn('approved');
  const action = await db
    .selectFrom('corrective_action')
    .select(['id', 'nonconformity_id'])
    .where('agency_id', '=', agencyId)
    .orderBy('id')
    .executeTakeFirst();
  const comment = await db
    .selectFrom('revision_comment')
    .select(['id', 'revision_id'])
    .where('agency_id', '=', agencyId)
    .orderBy('written_at')
    .executeTakeFirst();
  const agreedRequest = await one(
    db
      .selectFrom('change_request')
      .select('id')
      .where('agency_id', '=', agencyId)
      .where('state', '=', 'agreed'),
  );
  const decided = await one(
    db
      .selectFrom('release')
      .select('id')
      .where('agency_id', '=', agencyId)
      .where('kind', '=', 'decided')
      .orderBy('id'),
  );
  const recordType = await db
    .selectFrom('filled_record')
    .select(['type_document_id', 'type_key'])
    .where('agency_id', '=', agencyId)
    .where('type_key', 'is not', null)
    .executeTakeFirst();
  const form = await one(
    db.selectFrom('document').select('id').where('agency_id', '=', agencyId).where('code', '=', 'BM-08-03'),
  );
  const record = (code: string) =>
    one(
      db
        .selectFrom('filled_record')
        .select('id')
        .where('agency_id', '=', agencyId)
        .where('form_code', '=', code)
        .orderBy('completed_at', 'desc'),
    );
  const disposal = (number: number) =>
    one(
      db.selectFrom('disposal').select('id').where('agency_id', '=', agencyId).where('sequence', '=', number),
    );
  const token = await inTransaction(db, (trx) => invite(trx, actor, accountId, sampleToday));
  const everywhere: Record<string, string> = {
    documentId: document.id,
    revisionId: released.revision_id,
    code: 'QT-TP-01',
    token,
    accountId,
    positionId,
    officerId: await officer('linh'),
    unitId: await first('unit'),
    appointmentId: await first('appointment'),
    delegationId: await first('delegation'),
    mappingId: await first('role_mapping'),
    authorityId: await first('authority'),
    roleKey: 'tu-phap-ho-tich',
    auditId: await first('audit'),
    checklistId: await first('checklist'),
    nonconformityId: action?.nonconformity_id ?? (await first('nonconformity')),
    actionId: action?.id ?? 'none',
    fileId: await first('file'),
    requestId: await first('change_request'),
    commentId: comment?.id ?? 'none',
    releaseId: decided,
    basisKey: 'nd-155-2026',
    amendmentId: await amendmentOf(db, agencyId),
    taskId: (await listCurrencyTasks(db, actor, dayOf(sampleToday)))[0]?.id ?? 'none',
    feeItem: 'ban-sao-trich-luc',
    procedureCode: '1.004873',
    fillingId: await one(
      db.selectFrom('filling').select('id').where('agency_id', '=', agencyId).where('ended_at', 'is', null),
    ),
    recordId: await record('BM-08-03'),
    recordKey: recordType?.type_key ?? 'none',
    disposalId: await disposal(2),
    copyId: await first('controlled_copy'),
    proposalKey: (await readPaperReport(db, actor, dayOf(sampleToday))).proposals[0]?.key ?? 'none',
    file: 'BM-01-02.csv',
    '*': 'khong-co-trang-nay',
  };
  const elsewhere: Record<string, Record<string, string>> = {
    'routes/records/blank': { documentId: form },
    'routes/records/type': { documentId: recordType?.type_document_id ?? 'none' },
    'routes/records/disposal-minute-file': { disposalId: await disposal(1) },
    'routes/handbook/page': { '*': 'architecture' },
    'routes/documents/edit': { revisionId: draft },
    'routes/documents/form': { revisionId: draft },
    'routes/documents/own-saving': { revisionId: draft },
    'routes/documents/preview': { revisionId: draft },
    'routes/documents/submission': { revisionId: draft },
    'routes/documents/adoption': { revisionId: draft },
    'routes/documents/submission-withdrawal': { revisionId: inReview },
    'routes/documents/review': { revisionId: inReview },
    'routes/documents/return': { revisionId: inReview },
    'routes/documents/approval': { revisionId: inReview },
    'routes/documents/requests/draft': { requestId: agreedRequest },
    'routes/documents/comments/comments': { revisionId: comment?.revision_id ?? 'none' },
    'routes/documents/comments/file': { revisionId: comment?.revision_id ?? 'none' },
    'routes/documents/comments/answer': { revisionId: comment?.revision_id ?? 'none' },
    'routes/documents/release': { revisionId: approved },
  };
  return (routeId) => ({ ...everywhere, ...elsewhere[routeId] });
}
