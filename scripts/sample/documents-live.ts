import { dayOf } from '#app/http/clock.ts';
import {
  acknowledgeParts,
  shownHash,
} from '#app/modules/documents/acknowledgement/acknowledgement.server.ts';
import { readRevisions } from '#app/modules/documents/acknowledgement/read-revisions.server.ts';
import { waitingOn } from '#app/modules/documents/acknowledgement/waiting.server.ts';
import { createDocument, startRevision } from '#app/modules/documents/drafting/draft.server.ts';
import { saveDraft } from '#app/modules/documents/drafting/draft-saving.server.ts';
import { withdrawDocument } from '#app/modules/documents/release/withdrawal.server.ts';
import { returnRevision } from '#app/modules/documents/signing/approval.server.ts';
import { addFile, putFile } from '#app/modules/files/file-store.server.ts';
import { record } from '#app/modules/journal/record.server.ts';
import type { Telling } from './telling.ts';

/** Codes of the library by what happens to them; whatever is not named here is released with its group. */
const stays = {
  draft: ['HD-03'],
  inReview: ['HD-05'],
  returned: ['QT-KT-03'],
  approved: ['HD-04'],
  later: ['VHCS-01'],
  adopted: ['CSCL'],
};

async function codesOf(story: Telling, kinds: readonly string[]): Promise<string[]> {
  const rows = await story.db
    .selectFrom('document')
    .select('claimed_code')
    .where('agency_id', '=', story.agencyId)
    .where('kind', 'in', kinds)
    .orderBy('claimed_code')
    .execute();
  const apart = new Set(Object.values(stays).flat());
  return rows.flatMap((row) => (row.claimed_code && !apart.has(row.claimed_code) ? [row.claimed_code] : []));
}

/** Drafted by one, reviewed by another, approved by a third, released together by one decision. */
async function issueTogether(
  story: Telling,
  codes: readonly string[],
  people: { drafter: string; reviewer: string; approver: string },
  decision: { number: string; signedAgo: number; inForceAgo: number },
): Promise<void> {
  for (const code of codes) await story.submit(code, people.drafter);
  for (const code of codes) await story.review(code, people.reviewer);
  for (const code of codes) await story.approve(code, people.approver);
  story.goTo(decision.signedAgo, 15);
  await story.release(codes, 'thao', {
    kind: 'decided',
    decisionNumber: decision.number,
    signedOn: story.dayAgo(decision.signedAgo),
    signer: 'Đỗ Minh Quang',
    inForceFrom: story.dayAgo(decision.inForceAgo),
    inForceUntil: null,
    fileId: null,
  });
}

/** The quality policy was signed on paper before the system: it is adopted with the scan of its decision. */
async function adoptPolicy(story: Telling): Promise<void> {
  const scan = Buffer.from(
    '%PDF-1.4\n% Bản chụp Quyết định 08/QĐ-UBND về Chính sách chất lượng (mẫu)\n%%EOF\n',
    'utf8',
  );
  const hash = await putFile(story.house.data.files, scan);
  const documentId = await story.documentId('CSCL');
  const fileId = await story.by('thao', async (trx, actor, now) => {
    const id = await addFile(
      trx,
      actor,
      {
        sha256: hash,
        size: scan.length,
        mediaType: 'application/pdf',
        name: 'QD-08-QD-UBND.pdf',
        objectType: 'document',
        objectId: documentId,
      },
      now,
    );
    await record(trx, actor, { action: 'file.stored', object: { type: 'file', id }, now });
    return id;
  });
  await story.release(['CSCL'], 'thao', {
    kind: 'adopted',
    decisionNumber: '08/QĐ-UBND',
    signedOn: story.dayAgo(380),
    signer: 'Đỗ Minh Quang',
    inForceFrom: story.dayAgo(380),
    inForceUntil: null,
    fileId,
  });
}

export async function libraryIsIssued(story: Telling): Promise<void> {
  story.goTo(355);
  await adoptPolicy(story);
  story.goTo(350);
  const iso = { drafter: 'uyen', reviewer: 'thao', approver: 'quang' };
  const all = [...(await codesOf(story, ['form'])), ...(await codesOf(story, ['work-instruction']))];
  await issueTogether(story, all, iso, { number: '21/QĐ-UBND', signedAgo: 349, inForceAgo: 345 });
  story.goTo(348);
  const system = (await codesOf(story, ['procedure', 'manual', 'objective'])).filter(
    (code) => !/^QT-(TP|XH|KT|VP)/.test(code),
  );
  await issueTogether(story, system, iso, { number: '22/QĐ-UBND', signedAgo: 347, inForceAgo: 345 });
  story.goTo(330);
  const own = (await codesOf(story, ['procedure'])).filter((code) => /^QT-(TP|XH|KT|VP)/.test(code));
  await issueTogether(
    story,
    own,
    { drafter: 'linh', reviewer: 'khanh', approver: 'quang' },
    { number: '29/QĐ-UBND', signedAgo: 329, inForceAgo: 320 },
  );
}

export async function officersAcknowledge(
  story: Telling,
  codes: readonly string[],
  share: number,
): Promise<void> {
  for (const code of codes) {
    const revision = await story.newest(code);
    const reading = (await readRevisions(story.db, [revision.id])).get(revision.id);
    const question = { documentIds: [revision.document_id] };
    const waiting = (await waitingOn(story.db, story.agencyId, dayOf(story.now), question)).filter(
      (one) => one.revision.revisionId === revision.id,
    );
    if (!reading || waiting.length === 0) continue;
    const keys = await story.db
      .selectFrom('officer')
      .select(['id', 'key'])
      .where(
        'id',
        'in',
        waiting.map((one) => one.officerId),
      )
      .orderBy('key')
      .execute();
    const answers = await rightAnswers(story, revision.id);
    for (const { id, key } of keys.slice(0, Math.ceil(keys.length * share))) {
      const parts = waiting.find((one) => one.officerId === id)?.asked.parts ?? [];
      const shown = { revisionId: revision.id, parts, seenHash: shownHash(reading, parts) };
      await story.by(key, (trx, actor, now) => acknowledgeParts(trx, actor, { ...shown, answers }, now));
    }
  }
}

/** Everything in force but a few texts is read by all whose duties it touches. */
export async function everybodyReads(story: Telling, but: readonly string[]): Promise<void> {
  const waiting = await waitingOn(story.db, story.agencyId, dayOf(story.now));
  const codes = new Set(waiting.flatMap((one) => one.revision.code ?? []));
  for (const code of but) codes.delete(code);
  await officersAcknowledge(story, [...codes], 1);
}

async function rightAnswers(story: Telling, revisionId: string) {
  return story.db
    .selectFrom('release_question')
    .select(['id as questionId', 'right_choice as choice'])
    .where('revision_id', '=', revisionId)
    .execute();
}

/** Birth registration is amended: the old revision is superseded on the day the new one takes force. */
export async function birthRegistrationIsAmended(story: Telling): Promise<void> {
  story.goTo(150);
  const before = await story.newest('QT-TP-01');
  const reason = 'Tra cứu dữ liệu hôn nhân trước khi hỏi UBND cấp xã khác';
  const revisionId = await story.by('linh', (trx, actor, now) =>
    startRevision(
      trx,
      actor,
      {
        documentId: before.document_id,
        changeSummary: reason,
        legalGround: 'Nghị quyết 66.7/2025/NQ-CP',
        newIssue: false,
      },
      now,
    ),
  );
  const source = before.source.replace(
    /(<Section id="pham-vi"[^>]*>\s*)/,
    '$1Từ lần sửa đổi này, công chức tra cứu dữ liệu hôn nhân của cha, mẹ trước khi gửi yêu cầu xác minh.\n\n',
  );
  const read = await story.house.press.check(source, { file: 'QT-TP-01', locale: 'vi' });
  await story.by('linh', (trx, actor, now) =>
    saveDraft(
      trx,
      actor,
      {
        revisionId,
        version: 1,
        source,
        frontMatter: read.compiled?.frontMatter ?? null,
        compiled: read.compiled,
        changeSummary: reason,
        legalGround: 'Nghị quyết 66.7/2025/NQ-CP',
      },
      now,
    ),
  );
  await story.submit('QT-TP-01', 'linh');
  story.goTo(148);
  await story.review('QT-TP-01', 'khanh');
  await story.approve('QT-TP-01', 'quang');
  await story.release(['QT-TP-01'], 'thao', {
    kind: 'decided',
    decisionNumber: '71/QĐ-UBND',
    signedOn: story.dayAgo(148),
    signer: 'Đỗ Minh Quang',
    inForceFrom: story.dayAgo(145),
    inForceUntil: null,
    fileId: null,
  });
}

export async function instructionIsWithdrawn(story: Telling): Promise<void> {
  story.goTo(90);
  const documentId = await story.documentId('HD-06');
  await story.by('thao', (trx, actor, now) =>
    withdrawDocument(
      trx,
      actor,
      {
        documentId,
        decisionNumber: '88/QĐ-UBND',
        reason: 'Nội dung bàn giao đã đưa vào quy chế làm việc của Ủy ban nhân dân phường.',
        from: story.dayAgo(88),
      },
      now,
    ),
  );
}

/** What is on the desks today begins here: four texts go to review. */
export async function textsAreSubmitted(story: Telling): Promise<void> {
  story.goTo(14);
  await story.submit('HD-05', 'uyen');
  await story.submit('QT-KT-03', 'kien');
  await story.submit('HD-04', 'uyen');
  await story.submit('VHCS-01', 'chau');
}

/** One is approved, one returned, one stays in review. */
export async function textsAreSigned(story: Telling): Promise<void> {
  story.goTo(9);
  await story.review('HD-04', 'thao');
  await story.approve('HD-04', 'hoa');
  await story.review('VHCS-01', 'khanh');
  const returned = await story.newest('QT-KT-03');
  await story.by('vinh', (trx, actor, now) =>
    returnRevision(
      trx,
      actor,
      {
        revisionId: returned.id,
        comment: 'Cần nêu rõ ai gửi thông báo thụ lý cho cơ quan đăng ký đất đai và trong bao lâu.',
      },
      now,
    ),
  );
}

/** The culture rules are decided for a day to come, and somebody begins a text of their own. */
export async function cultureRulesAreDecided(story: Telling): Promise<void> {
  story.goTo(5);
  await story.approve('VHCS-01', 'quang');
  await story.release(['VHCS-01'], 'thao', {
    kind: 'decided',
    decisionNumber: '131/QĐ-UBND',
    signedOn: story.dayAgo(5),
    signer: 'Đỗ Minh Quang',
    inForceFrom: story.dayAgo(-10),
    inForceUntil: null,
    fileId: null,
  });
  await story.by('diep', (trx, actor, now) =>
    createDocument(
      trx,
      actor,
      {
        source: firstThoughts,
        frontMatter: null,
        fallback: { kind: 'work-instruction', title: 'Hướng dẫn tra cứu tên hộ kinh doanh' },
      },
      now,
    ),
  );
}

const firstThoughts = `---
kind: work-instruction
title: { vi: "Hướng dẫn tra cứu tên hộ kinh doanh" }
unit: kinh-te-ha-tang-do-thi
---

Ghi lại cách tra cứu tên trước khi nhận hồ sơ, kèm ảnh màn hình.
`;
