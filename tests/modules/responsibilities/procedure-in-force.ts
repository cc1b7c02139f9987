import { record } from '#app/modules/journal/record.server.ts';
import { systemOf } from '#app/permissions/actor.ts';
import { newId } from '#db/new-id.ts';
import type { Db } from '#db/schema.ts';
import { inTransaction } from '#db/unit-of-work.ts';

export interface StepOfText {
  key: string;
  title: string;
  /** Letter and role, e.g. `['R', 'tiep-nhan']`. */
  duties: [string, string][];
}

interface ProcedureText {
  code: string;
  title: string;
  field: string | null;
  steps: StepOfText[];
  inForceFrom: string;
  releasedAt?: string;
  /** A later revision of a document put in force before. */
  documentId?: string;
}

const hash = '0'.repeat(64);

/** A procedure whose revision is in force from a day on, as drafting, approval and release leave it. */
export async function putInForce(db: Db, agencyId: string, text: ProcedureText) {
  const now = text.releasedAt ?? '2026-01-02T02:00:00.000Z';
  const documentId = text.documentId ?? newId();
  const revisionId = newId();
  const releaseId = newId();
  await inTransaction(db, async (trx) => {
    if (!text.documentId) {
      await trx
        .insertInto('document')
        .values({
          id: documentId,
          agency_id: agencyId,
          kind: 'procedure',
          code: text.code,
          code_folded: `${text.code} ${agencyId}`.toLowerCase(),
          claimed_code: null,
          unit_id: null,
          created_at: now,
          created_by: 'system',
        })
        .execute();
    }
    const earlier = await trx
      .selectFrom('revision')
      .select('id')
      .where('document_id', '=', documentId)
      .execute();
    await trx
      .insertInto('revision')
      .values({
        id: revisionId,
        agency_id: agencyId,
        document_id: documentId,
        number: earlier.length + 1,
        issue: earlier.length + 1,
        amendment: 0,
        language: 'vi',
        state: 'released',
        title_vi: text.title,
        title_en: null,
        kind: 'procedure',
        field: text.field,
        is_public: 1,
        confidentiality: 'public',
        review_interval: 'P12M',
        source: '',
        source_sha256: hash,
        page_sha256: null,
        change_summary: '',
        legal_ground: '',
        base_revision_id: null,
        version: 1,
        origin: '{}',
        findings: '[]',
        created_at: now,
        created_by: 'system',
        submitted_at: now,
        submitted_by: 'system',
      })
      .execute();
    for (const [at, step] of text.steps.entries()) {
      const stepId = newId();
      await trx
        .insertInto('step')
        .values({
          id: stepId,
          agency_id: agencyId,
          revision_id: revisionId,
          key: step.key,
          sort: at + 1,
          title: step.title,
          text: '',
          result: 'Phiếu',
          record: null,
          forms: '["Mau-01"]',
          next: '[]',
          times: '[{"case":"thuong","caseTitle":"Không phải xác minh","within":"1h","counted":true}]',
        })
        .execute();
      for (const [letter, roleKey] of step.duties) {
        await trx
          .insertInto('duty')
          .values({
            id: newId(),
            agency_id: agencyId,
            revision_id: revisionId,
            step_id: stepId,
            role_key: roleKey,
            letter,
          })
          .execute();
      }
    }
    await trx
      .insertInto('release')
      .values({
        id: releaseId,
        agency_id: agencyId,
        kind: 'decided',
        decision_number: '01/QĐ-UBND',
        signed_on: text.inForceFrom,
        signer: '',
        file_id: null,
        released_at: now,
        released_by: 'system',
      })
      .execute();
    await trx
      .insertInto('release_item')
      .values({
        id: newId(),
        agency_id: agencyId,
        release_id: releaseId,
        document_id: documentId,
        revision_id: revisionId,
        in_force_from: text.inForceFrom,
        in_force_until: null,
      })
      .execute();
    await record(trx, systemOf(agencyId), {
      action: 'revision.released',
      object: { type: 'revision', id: revisionId },
      now,
    });
  });
  return { documentId, revisionId };
}

export async function withdraw(db: Db, agencyId: string, documentId: string, from: string): Promise<void> {
  await inTransaction(db, async (trx) => {
    await trx
      .insertInto('withdrawal')
      .values({
        id: newId(),
        agency_id: agencyId,
        document_id: documentId,
        decision_number: '02/QĐ-UBND',
        reason: 'Bãi bỏ',
        effective_from: from,
        recorded_at: '2026-04-15T02:00:00.000Z',
        recorded_by: 'system',
      })
      .execute();
    await record(trx, systemOf(agencyId), {
      action: 'document.withdrawn',
      object: { type: 'document', id: documentId },
      now: '2026-04-15T02:00:00.000Z',
    });
  });
}
