import { afterAll, beforeAll, expect, test } from 'vitest';
import { confirmedFor } from '#app/modules/accounts/confirmation.ts';
import { hashPassword } from '#app/modules/accounts/password.server.ts';
import { homeAgency } from '#app/modules/accounts/session.server.ts';
import { peopleOfEachRole } from '#tests/harness/people-of-each-role.ts';
import { type OpenWard, openSampleWard, sampleToday } from '#tests/harness/sample-ward.ts';
import { startTestServer, type TestServer } from './test-server.ts';

const password = 'Sông Nhuệ mùa nước lên 27';
let sample: OpenWard;
let server: TestServer;
let cookie: Record<string, string>;
let revision: { id: string; source_sha256: string };

beforeAll(async () => {
  sample = await openSampleWard();
  const { ward, clock } = sample;
  const agencyId = await homeAgency(ward.db);
  const people = await peopleOfEachRole(ward.db, agencyId, sampleToday);
  const accountId = people.accounts.get('leader') ?? '';
  await ward.db
    .updateTable('account')
    .set({ password_hash: await hashPassword(password) })
    .where('id', '=', accountId)
    .execute();
  cookie = {
    ...(await people.cookieOf('leader')),
    Cookie: `${(await people.cookieOf('leader')).Cookie}; lang=vi`,
  };
  revision = await ward.db
    .selectFrom('revision')
    .select(['id', 'source_sha256'])
    .where('state', '=', 'in-review')
    .where('agency_id', '=', agencyId)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('signature')
            .select('signature.id')
            .whereRef('signature.revision_id', '=', 'revision.id')
            .where('step', '=', 'reviewed'),
        ),
      ),
    )
    .orderBy('id')
    .executeTakeFirstOrThrow();
  server = await startTestServer({ installation: ward, clock });
});
afterAll(async () => {
  await server.close();
  await sample.close();
});

async function sign(typed: Record<string, string>): Promise<{ status: number; page: string }> {
  const fields = { seenHash: revision.source_sha256, agreed: 'yes', ...typed };
  const headers = { 'Sec-Fetch-Site': 'same-origin', ...cookie };
  const answer = await server.post(`/revisions/${revision.id}/review`, fields, headers);
  return { status: answer.status, page: await answer.text() };
}

test('a signature a quarter of an hour after the last confirmation asks for the password, and takes no wrong one', async () => {
  const page = async () => (await server.get(`/revisions/${revision.id}/review`, cookie)).text();
  expect(await page()).not.toContain('name="password"');
  sample.clock.set(new Date(Date.parse(sampleToday) + (confirmedFor + 1) * 60_000).toISOString());
  expect(await page()).toContain('name="password"');

  const silent = await sign({});
  expect(silent.status).toBe(409);
  expect(silent.page).toContain('Hãy nhập mật khẩu để xác nhận chính bạn ký.');
  const wrong = await sign({ password: 'canary-8812 không phải' });
  expect(wrong.status).toBe(409);
  expect(wrong.page).toContain('Mật khẩu đang dùng không đúng.');
  expect(wrong.page).not.toContain('canary-8812');
  expect((await sign({ password })).status).toBe(303);
  const signed = await sample.ward.db
    .selectFrom('signature')
    .select('step')
    .where('revision_id', '=', revision.id)
    .where('step', '=', 'reviewed')
    .execute();
  expect(signed).toHaveLength(1);
});
