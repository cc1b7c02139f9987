import { afterAll, beforeAll, expect, test } from 'vitest';
import { verifyJournal } from '#app/modules/journal/verification.server.ts';
import { procedureText } from '#tests/modules/documents/procedure-text.ts';
import { openJourney, type Person } from './journey-people.ts';

let ward: Awaited<ReturnType<typeof openJourney>>;
beforeAll(async () => {
  ward = await openJourney();
}, 300_000);
afterAll(() => ward?.close());

const today = '2026-11-21';
const code = 'QT-TP-19';
const text = procedureText({ code, title: 'Cấp bản sao trích lục từ sổ gốc', form: '' });

/** In force on its day, whoever has read it, and nobody is asked a question. */
const readAtLeisure = {
  ...{ whenAcknowledged: '', question1: '', choices1: '', right1: '' },
  ...{ question2: '', choices2: '', right2: '' },
};

/** From a title to a text in force. @returns the document. */
async function comesIntoForce(people: Record<'linh' | 'khanh' | 'quang' | 'thao', Person>): Promise<string> {
  const { linh, khanh, quang, thao } = people;
  const form = await linh.does('/documents/new', {
    title: 'Cấp bản sao trích lục',
    kind: 'procedure',
    template: '',
    from: '',
  });
  const revision = form.replace('/form', '');
  await linh.does(`${revision}/edit`, { source: text, changeSummary: 'Lần đầu', legalGround: '' });
  await linh.does(`${revision}/submission`);
  const shown = await khanh.page(`${revision}/review`);
  const seenHash =
    /name="seenHash"[^>]*value="([0-9a-f]{64})"|value="([0-9a-f]{64})"[^>]*name="seenHash"/.exec(shown);
  const hash = seenHash?.[1] ?? seenHash?.[2] ?? '';
  const signed = { seenHash: hash, agreed: 'yes' };
  await linh.isRefused(`${revision}/review`, signed);
  await thao.isRefused(`${revision}/approval`, signed);
  await quang.isRefused(`${revision}/approval`, signed, 409);
  await khanh.does(`${revision}/review`);
  await khanh.isRefused(`${revision}/approval`, signed, 409);
  await quang.does(`${revision}/approval`);
  await linh.isRefused('/documents/releases/new', {});
  const id = revision.split('/').at(-1) ?? '';
  await thao.does(`/documents/releases/new?revision=${id}`, {
    revision: id,
    decisionNumber: '130/QĐ-UBND',
    signedOn: today,
    inForceFrom: today,
    inForceUntil: '',
    signer: '',
    ...readAtLeisure,
  });
  const { document_id } = await ward.db
    .selectFrom('revision')
    .select('document_id')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return document_id;
}

/** The auditor asks from the text and finds a row at fault. @returns the nonconformity's address. */
async function isFoundAtFault(hieu: Person, mai: Person, documentId: string): Promise<string> {
  await mai.isRefused('/checklists/new', { documents: documentId, title: 'Phiếu' });
  const checklist = await hieu.does('/checklists/new', {
    title: 'Phiếu hỏi: trích lục',
    audit: '',
    documents: documentId,
    unit: '',
    seed: '7',
  });
  const page = await hieu.page(checklist);
  expect(page).toContain(code);
  const item = await ward.db
    .selectFrom('checklist_item')
    .select('id')
    .where('checklist_id', '=', checklist.split('/').at(-1) ?? '')
    .orderBy('sort')
    .executeTakeFirstOrThrow();
  const answer = {
    item: item.id,
    operation: 'op-20261121-0001',
    answer: 'minor',
    evidence: 'Hồ sơ 000.01.H45-261120-0007',
    note: 'Hồ sơ không có giấy tiếp nhận',
    unit: await ward.unitId('ttpvhcc'),
    personInCharge: '',
  };
  await mai.isRefused(checklist, answer);
  const sent = await hieu.post(checklist, new URLSearchParams(answer));
  expect(sent.status, await sent.text()).toBe(303);
  const opened = /\/nonconformities\/[a-z0-9]{20}/.exec(await hieu.page(checklist))?.[0];
  if (!opened) throw new Error('The row at fault leads to no nonconformity.');
  return opened;
}

/** What an officer reports waits until somebody of the unit accepts it. */
async function isReportedAndAccepted(mai: Person, ha: Person, quang: Person): Promise<void> {
  const at = await mai.does('/nonconformities/new', {
    source: 'self-report',
    detectedOn: today,
    unit: await ward.unitId('ttpvhcc'),
    statement: 'Hai hồ sơ trả chậm một ngày',
    requirement: 'Trả đúng hẹn',
    evidence: 'Sổ theo dõi, dòng 12 và 15',
    grade: 'minor',
    document: '',
    clause: '',
    personInCharge: '',
  });
  const accepted = { grade: 'minor', personInCharge: ha.officerId, opinion: 'Đúng như báo cáo' };
  await mai.isRefused(`${at}/acceptance`, accepted, 409);
  await quang.isRefused(`${at}/acceptance`, accepted, 409);
  await ha.does(`${at}/acceptance`, accepted);
}

/** From correction to evidence, each stage by whom it belongs to. What an auditor found is open from the start. */
async function isMended(
  people: Record<'khanh' | 'mai' | 'quang' | 'thao', Person>,
  at: string,
): Promise<void> {
  const { khanh, mai, quang, thao } = people;
  await khanh.isRefused(`${at}/plan`, { what1: 'x', owner1: mai.officerId, due1: '2026-12-05' }, 409);
  await mai.isRefused(
    `${at}/correction`,
    { what: 'x', doneBy: mai.officerId, doneOn: today, consequences: 'x' },
    409,
  );
  await khanh.does(`${at}/correction`, {
    what: 'Lập và trao giấy tiếp nhận cho người dân',
    doneBy: khanh.officerId,
    doneOn: today,
    consequences: 'Người dân chưa có giấy hẹn; đã gọi điện và xin lỗi.',
  });
  await khanh.does(`${at}/cause`, {
    needed: 'yes',
    reason: 'Có thể lặp lại ở hồ sơ khác',
    method: 'five-whys',
    why1: 'Vì sao không có giấy tiếp nhận?',
    answer1: 'Mẫu in trên máy quầy 2 đã cũ',
    proof1: 'Ảnh chụp màn hình',
    rootCause: 'Không ai được giao cập nhật mẫu in trên máy ở quầy',
    similarCases: 'Đã xem quầy 1 và 3: không có.',
    blameConfirmed: '',
    categories: 'method',
  });
  const plan: Record<string, string> = {
    what1: 'Giao một người cập nhật mẫu in khi mẫu thay đổi',
    owner1: mai.officerId,
    due1: '2026-12-05',
    revises1: '',
  };
  for (const n of [2, 3, 4, 5, 6])
    for (const name of ['what', 'owner', 'due', 'revises']) plan[`${name}${n}`] = '';
  await khanh.does(`${at}/plan`, plan);
  await mai.isRefused(`${at}/plan-approval`, { approved: 'yes', opinion: '' });
  await quang.does(`${at}/plan-approval`, { approved: 'yes', opinion: '' });
  const evidence = /\/nonconformities\/\w+\/actions\/\w+\/evidence/.exec(await mai.page(at))?.[0] ?? '';
  await thao.isRefused(`${at}/closure`, { risks: 'Không' }, 409);
  await mai.does(evidence, { evidence: 'Bảng phân công số 21 ngày 20/11', doneOn: today });
  await mai.isRefused(`${at}/verification`, {});
  ward.clock.set('2026-12-21T02:00:00.000Z');
}

test('a text becomes a duty, a question, a fault, a mended cause and a paper, each by whom it belongs to, without any script', async () => {
  const people = {
    linh: await ward.person('linh'),
    khanh: await ward.person('khanh'),
    quang: await ward.person('quang'),
    thao: await ward.person('thao'),
    mai: await ward.person('mai'),
    hieu: await ward.person('hieu'),
    ha: await ward.person('ha'),
  };
  const documentId = await comesIntoForce(people);
  expect(await people.mai.page('/my-work')).toContain(code);
  expect(await people.khanh.page(`/documents/${documentId}`)).toContain(code);

  const at = await isFoundAtFault(people.hieu, people.mai, documentId);
  await isReportedAndAccepted(people.mai, people.ha, people.quang);
  await isMended(people, at);

  // A month has passed: sessions have ended, and everyone signs in again.
  const [hieu, thao, ha] = [await again('hieu'), await again('thao'), await again('ha')];
  await hieu.does(`${at}/verification`, {
    criterion: 'Một tháng không hồ sơ nào thiếu giấy tiếp nhận',
    findings: 'Xem 20 hồ sơ: đủ',
    effective: 'yes',
    effectiveOn: '2026-12-21',
  });
  await ha.isRefused(`${at}/cancellation`, { reason: 'Thử' });
  await thao.does(`${at}/closure`, { risks: 'Không phát sinh rủi ro mới' });
  const paper = await thao.get(`${at}/car.pdf`);
  expect(paper.headers.get('content-type')).toBe('application/pdf');
  expect(
    Buffer.from(await paper.arrayBuffer())
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-');
  const { faults } = await verifyJournal(ward.db, { heads: [], readFile: async () => null });
  expect(faults.filter((fault) => fault.kind !== 'file-missing')).toEqual([]);
}, 240_000);

async function again(key: string): Promise<Person> {
  return ward.person(key);
}
