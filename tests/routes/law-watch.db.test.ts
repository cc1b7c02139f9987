import { afterAll, beforeAll, expect, test } from 'vitest';
import { readRecordFiles } from '#app/modules/documents/tthc/record-files.server.ts';
import { recordAdministrativeProcedures } from '#app/modules/documents/tthc/recording.server.ts';
import { inTransaction } from '#db/unit-of-work.ts';
import { portalRecords } from '../../scripts/sample/portal-records.ts';
import { procedureText } from '../modules/documents/procedure-text.ts';
import { WebDesk } from './web-desk.ts';

let web: WebDesk;
const now = '2026-07-02T02:00:00.000Z';
beforeAll(async () => {
  web = await WebDesk.open(now);
});
afterAll(() => web?.close());

const law = {
  ...{ kind: 'nghi-dinh', issuer: 'Chính phủ', title: 'Nghị định mẫu', signedOn: '', inForceUntil: '' },
  ...{ status: 'in-force', replacedBy: '', note: '' },
};

test('a law is entered and replaced on screen, its text is marked, and the head of the unit finds it not affected', async () => {
  const desk = web.desk.desk;
  const { hoa, kien, tam, mai } = desk.people;
  const enter = (numberSign: string, inForceFrom: string) =>
    web.post(hoa, '/legal-bases/new', { ...law, numberSign, inForceFrom });
  expect(await enter('5/2015/NĐ-CP', '2015-01-01')).toMatchObject({
    status: 303,
    to: '/legal-bases/of/nd-5-2015',
  });
  expect((await enter('5/2015/NĐ-CP', '2015-01-01')).html).toContain('đã có trong sổ');
  expect((await enter('6/2026/NĐ-CP', '2026-07-01')).to).toBe('/legal-bases/of/nd-6-2026');
  expect((await enter('7/2026/NĐ-CP', '2026-02-31')).status).toBe(400);

  const text = procedureText({ code: 'QT-TP-31', form: '' }).replace(
    'Văn bản về hộ tịch đang có hiệu lực.',
    '<LegalBasis ref="nd-5-2015" />',
  );
  const before = '2026-03-02T02:00:00.000Z';
  const { documentId, revisionId } = await desk.approved(text, before);
  await desk.release([revisionId], {}, before);
  expect(await web.read(tam, `/documents/${documentId}`)).not.toContain('Căn cứ đã thay đổi');

  const change = { ...law, numberSign: '5/2015/NĐ-CP', inForceFrom: '2015-01-01', reason: 'Công báo' };
  const replaced = await web.post(hoa, '/legal-bases/of/nd-5-2015/change', {
    ...change,
    inForceUntil: '2026-06-30',
    replacedBy: 'nd-6-2026',
  });
  expect(replaced).toMatchObject({ status: 303, to: '/legal-bases/of/nd-5-2015' });
  expect(await web.read(tam, `/documents/${documentId}`)).toContain('Căn cứ đã thay đổi');
  expect(await web.read(tam, '/legal-bases/of/nd-5-2015')).toContain('QT-TP-31');
  expect(await web.read(kien, '/my-work')).toContain('5/2015/NĐ-CP đã thay đổi');
  web.clock.set('2026-10-02T02:00:00.000Z');
  expect(await web.read(mai, '/my-work')).toContain('quá hạn cập nhật (Phạm Văn Kiên)');

  const [, taskPath = ''] = /href="(\/currency\/[0-9a-f]{24})"/.exec(await web.read(kien, '/currency')) ?? [];
  expect(await web.read(kien, taskPath)).toContain('01/10/2026');
  expect((await web.post(tam, taskPath, { reason: 'x' })).status).toBe(403);
  expect((await web.post(kien, taskPath, { reason: ' ' })).status).toBe(400);
  expect(await web.post(kien, taskPath, { reason: 'Điều viện dẫn giữ nguyên' })).toMatchObject({
    status: 303,
    to: '/currency',
  });
  expect((await web.get(kien, taskPath)).status).toBe(404);
  expect(await web.read(tam, `/documents/${documentId}`)).not.toContain('Căn cứ đã thay đổi');
});

test('a fee and a procedure of the portal are kept on screen', async () => {
  const desk = web.desk.desk;
  const { hoa, tam } = desk.people;
  const fee = { nameVi: 'Phí mẫu', nameEn: 'Sample fee', unit: 'đồng/bản', validFrom: '2026-01-01' };
  const created = await web.post(hoa, '/fees/new', { ...fee, item: 'phi-mau', amount: '8.000' });
  expect(created).toMatchObject({ status: 303, to: '/fees/of/phi-mau' });
  expect(await web.read(tam, '/fees')).toContain('8.000');
  expect((await web.post(hoa, '/fees/of/phi-mau', { ...fee, amount: 'tám nghìn' })).status).toBe(400);

  const files = [{ name: 'x.json', bytes: Buffer.from(JSON.stringify(portalRecords())) }];
  const { records } = await readRecordFiles(files, 'vi');
  await inTransaction(desk.db, (trx) => recordAdministrativeProcedures(trx, hoa, records, now));
  expect(await web.read(tam, '/administrative-procedures?line=undecided')).toContain('9.900006');
  const decided = { code: '9.900006', line: 'own', reason: 'Phường giải quyết' };
  expect(await web.post(hoa, '/administrative-procedures/line', decided)).toMatchObject({
    status: 303,
    to: '/administrative-procedures/of/9.900006',
  });
  expect(await web.read(tam, '/administrative-procedures/of/9.900006')).toContain('Phường giải quyết');
  expect(await web.read(tam, '/administrative-procedures/coverage')).toContain('9.900006');
  const drafted = await web.post(tam, '/administrative-procedures/of/9.900006/draft', {});
  expect(drafted.status).toBe(303);
  expect(await web.read(tam, drafted.to)).toContain('9.900006');
});
