import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { createAccount } from '#app/modules/accounts/account.server.ts';
import { recordDelegation } from '#app/modules/organization/delegation-recording.server.ts';
import { type Actor, systemOf } from '#app/permissions/actor.ts';
import { inTransaction } from '#db/unit-of-work.ts';
import { oneLine, readPdf } from '#tests/pdf/read-pdf.ts';
import { closePress } from '../modules/documents/desk.ts';
import { procedureText } from '../modules/documents/procedure-text.ts';
import { WebDesk } from './web-desk.ts';

let web: WebDesk;
const now = '2026-05-04T02:00:00.000Z';
beforeEach(async () => {
  web = await WebDesk.open(now);
});
afterEach(() => web.close());
afterAll(closePress);

async function send(who: Actor, path: string, fields: Record<string, string>): Promise<string> {
  const { status, to, html } = await web.post(who, path, fields);
  if (status !== 303)
    throw new Error(`${path}: ${status} ${/role="alert".*?<\/div>/s.exec(html)?.[0] ?? ''}`);
  return to;
}

async function pdfOf(who: Actor, path: string): Promise<string> {
  const answer = await web.get(who, path);
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf']);
  return oneLine(readPdf(Buffer.from(await answer.arrayBuffer())).text.join(' '));
}

async function openAccounts(): Promise<void> {
  const { hoa, tam } = web.desk.people;
  for (const [login, who, role] of [
    ['hoa', hoa, 'quality-officer'],
    ['tam', tam, 'officer'],
  ] as const) {
    const account = { login, displayName: who.name, officerId: who.officerId, roles: [role] };
    await inTransaction(web.desk.db, (trx) => createAccount(trx, systemOf(who.agencyId), account, now));
  }
}

async function chairIsAway(): Promise<void> {
  const { hoa, mai, kien } = web.desk.people;
  const delegation = {
    fromOfficerId: mai.officerId,
    toOfficerId: kien.officerId,
    roleKeys: [],
    approvalKinds: ['procedure' as const],
    validFrom: '2026-05-04',
    validUntil: '2026-05-20',
    conditions: '',
    decisionNumber: '40/QĐ-UBND',
  };
  await inTransaction(web.desk.db, (trx) => recordDelegation(trx, hoa, delegation, now));
}

test('a request leads to a draft that is commented, compared, approved by a delegate and released by a printed decision', {
  timeout: 120_000,
}, async () => {
  await openAccounts();
  await chairIsAway();
  const { hoa, tam, mai, kien, ngoc, binh } = web.desk.people;
  const { documentId } = web.desk.procedure;

  const request = await send(ngoc, '/documents/requests/new', {
    kind: 'amend',
    document: documentId,
    reason: 'Người dân phải chờ lâu',
    legalGround: 'Nghị định 118/2025/NĐ-CP',
    groundInForceFrom: '2025-07-01',
    contentAfter: 'Rút ngắn bước tiếp nhận',
  });
  expect((await web.post(ngoc, '/documents/requests/new', { kind: 'amend', reason: 'x' })).status).toBe(400);
  expect((await web.get(tam, `${request}/opinion`)).status).toBe(403);
  await send(binh, `${request}/opinion`, { part: 'unit-head', favours: 'yes', opinion: 'Nên làm' });
  await send(hoa, `${request}/opinion`, { part: 'quality-officer', favours: 'yes' });
  const decision = { agreed: 'yes', dueOn: '2026-06-30', drafter: tam.officerId };
  expect((await web.post(binh, `${request}/decision`, decision)).status).toBe(409);
  await send(kien, `${request}/decision`, decision);
  expect(await web.read(ngoc, request)).toContain('TUQ. Chủ tịch UBND, Chánh Văn phòng');
  expect(await web.read(tam, '/my-work')).toContain('PĐN-2026-001');
  const paper = await pdfOf(ngoc, `${request}/file.pdf`);
  for (const words of ['BM-01-01', 'PĐN-2026-001', 'Người dân phải chờ lâu', tam.name])
    expect(paper).toContain(words);

  const edit = await send(tam, `${request}/draft`, { newIssue: 'no' });
  const revision = edit.replace(/\/form$/, '');
  const revisionId = revision.split('/').at(-1) ?? '';
  await web.desk.desk.save(
    revisionId,
    procedureText({ purpose: 'Nhanh hơn.' })
      .replace('within="2h"', 'within="3h"')
      .replace('within="4h"', 'within="3h"'),
    now,
  );
  const shown = await web.read(kien, revision);
  expect(shown).toContain('Soạn thảo theo đề nghị PĐN-2026-001');
  expect(shown).toContain('Nghị định 118/2025/NĐ-CP');

  await send(ngoc, `${revision}/comments`, { section: 'muc-dich', comment: 'Nhanh hơn là bao lâu?' });
  expect(await web.read(tam, `${revision}/submission`)).toContain('Còn 1 góp ý chưa trả lời');
  const { version, source_sha256: seenHash } = await web.desk.desk.revision(revisionId);
  await send(tam, `${revision}/submission`, { version: String(version) });
  await send(hoa, `${revision}/review`, { seenHash, agreed: 'yes' });
  const approval = { seenHash, agreed: 'yes' };
  expect((await web.post(kien, `${revision}/approval`, approval)).html).toContain('góp ý chưa trả lời');
  const answer =
    /[^"]*\/comments\/[^"/]+\/answer/.exec(await web.read(tam, `${revision}/comments`))?.[0] ?? '';
  await send(tam, answer, { accepted: 'yes', answer: 'Ghi trong bước' });
  expect(await pdfOf(kien, `${revision}/comments/file.pdf`)).toContain('Ghi trong bước');
  await send(kien, `${revision}/approval`, approval);
  expect(await web.read(ngoc, revision)).toContain('TUQ. Chủ tịch UBND, Chánh Văn phòng');

  const comparison = await web.read(ngoc, `/documents/${documentId}/comparison`);
  expect(comparison).toContain('4 giờ làm việc → 3 giờ làm việc');
  expect((await web.get(ngoc, `/documents/${documentId}/comparison?from=khong-co`)).status).toBe(404);

  const offered = await web.read(hoa, `/documents/releases/new?revision=${revisionId}`);
  const signatory = new RegExp(`value="(${kien.officerId}\\|[^"]+)"`).exec(offered)?.[1] ?? '';
  const release = {
    revision: revisionId,
    decisionNumber: '71/QĐ-UBND',
    signedOn: '2026-05-04',
    inForceFrom: '2026-05-10',
    inForceUntil: '',
  };
  expect(
    (await web.post(hoa, '/documents/releases/new', { ...release, signatory: 'nobody|x|' })).status,
  ).toBe(409);
  expect((await web.post(hoa, '/documents/releases/new', release)).status).toBe(409);
  const decided = await send(hoa, '/documents/releases/new', { ...release, signatory });
  expect(await web.read(ngoc, decided)).toContain('TUQ. Chủ tịch UBND, Chánh Văn phòng');
  const printed = await pdfOf(mai, `${decided}/decision.pdf`);
  for (const words of [
    'Số: 71/QĐ-UBND',
    'TUQ. CHỦ TỊCH',
    'CHÁNH VĂN PHÒNG',
    kien.name,
    'QT-TP-09',
    'PHỤ LỤC',
  ])
    expect(printed).toContain(words);
  expect(await web.read(ngoc, request)).toContain('Đã thực hiện');
});
