import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import type { Actor } from '#app/permissions/actor.ts';
import { closePress } from '../modules/documents/desk.ts';
import { WebDesk } from './web-desk.ts';

let web: WebDesk;
beforeEach(async () => {
  web = await WebDesk.open('2026-06-10T02:00:00.000Z');
});
afterEach(() => web.close());
afterAll(closePress);

/** The value a page offers in a hidden field of the card that holds the row. */
function hiddenIn(html: string, name: string, after: string): string {
  const card = html.slice(html.indexOf(after));
  const found = new RegExp(`name="${name}" value="([^"]+)"`).exec(card)?.[1];
  if (!found) throw new Error(`no ${name} after ${after}`);
  return found;
}

function pathIn(html: string, pattern: RegExp): string {
  const found = pattern.exec(html)?.[0];
  if (!found) throw new Error(`no ${pattern}`);
  return found;
}

test('an auditor grades a row minor on the phone, and different people bring its nonconformity to its end, each what they may', {
  timeout: 120_000,
}, async () => {
  const { hoa, mai, binh, ngoc, tam, kien } = web.desk.people;
  const { phuc, son } = web.desk;
  const send = async (who: Actor, path: string, fields: Record<string, string>) => {
    const { status, to, html } = await web.post(who, path, fields);
    if (status !== 303)
      throw new Error(`${path}: ${status} ${/role="alert".*?<\/div>/s.exec(html)?.[0] ?? ''}`);
    return to;
  };
  const audit = await send(hoa, '/audits/new', {
    kind: 'internal-audit',
    title: 'Đánh giá Trung tâm',
    objective: 'Xem việc tiếp nhận',
    scope: '',
    edition: '2015',
    units: web.desk.unit('ttpvhcc'),
    periodFrom: '2026-03-10',
    periodUntil: '2026-06-09',
    plannedOn: '2026-06-10',
  });
  expect(
    (await web.post(hoa, `${audit}/auditors/new`, { officer: binh.officerId, part: 'lead' })).status,
  ).toBe(409);
  await send(hoa, `${audit}/auditors/new`, { officer: phuc.officerId, part: 'lead' });
  const checklist = await send(phuc, '/checklists/new', {
    audit: audit.split('/').at(-1) ?? '',
    documents: web.desk.procedure.documentId,
    edition: '2015',
    seed: '7',
  });
  expect((await web.get(ngoc, checklist)).status).toBe(403);
  await send(hoa, `${audit}/announcement`, { note: '' });
  await send(phuc, `${audit}/start`, { note: '' });

  const page = await web.read(phuc, checklist);
  const items = [...page.matchAll(/name="item" value="([^"]+)"/g)].map((match) => match[1] ?? '');
  const late = page.indexOf('Thời gian quy định cho bước');
  const at = items.findIndex((item) => page.indexOf(`id="row-${item}"`) > late) - 1;
  const item = items[at] ?? '';
  const fault = {
    item,
    operation: hiddenIn(page, 'operation', `id="row-${item}"`),
    answer: 'minor',
    evidence: 'Hồ sơ 000.01.H45-260602-0007: giao 8 giờ, nhận 15 giờ',
    note: 'Tiếp nhận mất bảy giờ thay vì hai giờ',
  };
  expect((await web.post(son, checklist, fault)).html).toContain('Chỉ thành viên đoàn đánh giá');
  const refused = await web.post(phuc, checklist, { ...fault, note: '' });
  expect([
    refused.status,
    refused.html.includes('Hãy mô tả điểm không phù hợp.'),
    refused.html.includes('giao 8 giờ'),
  ]).toEqual([409, true, true]);
  const next = await send(phuc, checklist, fault);
  expect(next).toBe(`${checklist}#row-${items[at + 1]}`);
  expect(await send(phuc, checklist, fault)).toBe(next);
  const register = await web.read(ngoc, '/nonconformities');
  const one = pathIn(register, /\/nonconformities\/[0-9a-z]{20}/);
  expect([...register.matchAll(/KPH-2026-\d{3}/g)].map((match) => match[0])).toEqual(
    expect.arrayContaining(['KPH-2026-001']),
  );
  expect(register).not.toContain('KPH-2026-002');
  expect(await web.read(binh, '/my-work')).toContain(one);

  const stages: [Actor[], Actor, string, Record<string, string>][] = [
    [
      [tam, kien, ngoc],
      binh,
      'correction',
      {
        what: 'Giải quyết ngay và xin lỗi',
        doneBy: binh.officerId,
        doneOn: '2026-06-10',
        consequences: 'Một người dân phải chờ',
      },
    ],
    [
      [tam, ngoc],
      binh,
      'cause',
      {
        needed: 'yes',
        reason: 'Có thể lặp lại',
        method: 'five-whys',
        answer1: 'Không ai thay khi vắng',
        categories: 'method',
        rootCause: 'Quy trình chưa nêu người thay',
        similarCases: 'Không có',
      },
    ],
    [
      [tam, ngoc],
      binh,
      'plan',
      { what1: 'Phân công người thay', owner1: ngoc.officerId, due1: '2026-06-30' },
    ],
    [[hoa, binh], mai, 'plan-approval', { approved: 'yes' }],
  ];
  for (const [wrong, right, stage, fields] of stages) {
    for (const person of wrong) {
      const status = (await web.post(person, `${one}/${stage}`, fields)).status;
      expect([stage, person.name, [403, 409].includes(status)]).toEqual([stage, person.name, true]);
    }
    expect(await send(right, `${one}/${stage}`, fields)).toBe(one);
  }
  const evidence = pathIn(await web.read(ngoc, one), /\/nonconformities\/\w+\/actions\/\w+\/evidence/);
  const done = { evidence: 'Bảng phân công số 05', doneOn: '2026-06-10' };
  expect((await web.post(tam, evidence, done)).status).toBe(409);
  await send(ngoc, evidence, done);
  const check = {
    criterion: 'Một tuần không chậm',
    findings: 'Mười hồ sơ đúng hạn',
    effective: 'yes',
    effectiveOn: '2026-06-10',
  };
  expect((await web.post(binh, `${one}/verification`, check)).html).toContain(
    'không được tự kiểm tra xác nhận',
  );
  expect((await web.post(ngoc, `${one}/verification`, check)).status).toBe(403);
  expect((await web.post(hoa, `${one}/closure`, { risks: 'Không có' })).status).toBe(409);
  await send(son, `${one}/verification`, check);
  await send(hoa, `${one}/closure`, { risks: 'Không có' });
  expect(await web.read(mai, one)).toContain('Đã đóng: mọi hành động đã được kiểm tra xác nhận.');
  expect(await web.desk.desk.journalIsSound()).toBe(true);
});

test('papers and the register are files that open, and no cell of the register is a formula', {
  timeout: 120_000,
}, async () => {
  const { hoa, ngoc } = web.desk.people;
  const { phuc } = web.desk;
  const made = await web.desk.make();
  for (const path of [`/checklists/${made.id}/file.pdf`, `/checklists/${made.id}/file.pdf?blank=yes`]) {
    const answer = await web.get(phuc, path);
    expect([answer.status, answer.headers.get('Content-Type')]).toEqual([200, 'application/pdf']);
    expect(
      Buffer.from(await answer.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
  }
  const reported = await web.post(ngoc, '/nonconformities/new', {
    source: 'self-report',
    detectedOn: '2026-06-10',
    unit: web.desk.unit('ttpvhcc'),
    statement: '=HYPERLINK("http://example.com")',
    requirement: 'QT-TP-09',
    evidence: 'Sổ theo dõi',
    grade: 'minor',
  });
  const car = await web.get(hoa, `${reported.to}/car.pdf`);
  expect(
    Buffer.from(await car.arrayBuffer())
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-');
  const csv = await (await web.get(hoa, '/nonconformities/register.csv')).text();
  expect(csv).toContain(`"'=HYPERLINK(""http://example.com"")"`);
  expect((await web.get(web.desk.desk.story.citizen, '/nonconformities')).status).not.toBe(200);
});
