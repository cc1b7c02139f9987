import { expect, test } from 'vitest';
import {
  numberOf,
  placeOf,
  releaseDecision,
  titleOnPaper,
} from '#app/modules/documents/release/release-decision.ts';
import type { ReadRelease } from '#app/modules/documents/release/release-page.server.ts';
import { refusalOfSignatory, signatoriesFor } from '#app/modules/documents/release/signatory.ts';
import { wardRecords } from '../revision-desk.ts';

const before = '2026-10-09';
const during = '2026-10-12';

test('whoever has the authority of a kind signs, a delegate while the delegation runs', () => {
  const names = (day: string) =>
    signatoriesFor(wardRecords(), ['procedure'], day).map((one) => [one.officer, one.delegation]);
  expect(names(before)).toEqual([['lan', null]]);
  expect(names(during)).toEqual([
    ['lan', null],
    ['son', 'uq-01'],
  ]);
  expect(signatoriesFor(wardRecords(), ['policy'], during)).toEqual([]);
});

test('the signer of a decision has authority over every kind in it', () => {
  const [lan, son] = signatoriesFor(wardRecords(), ['procedure'], during);
  if (!lan || !son) throw new Error('two signatories');
  const refused = (who: typeof lan, kinds: Parameters<typeof signatoriesFor>[1], day = during) =>
    refusalOfSignatory(who, kinds, wardRecords(), day)?.code ?? null;
  expect(refused(lan, ['procedure', 'work-instruction'])).toBeNull();
  expect(refused(son, ['procedure'])).toBeNull();
  expect(refused(son, ['procedure', 'work-instruction'])).toBe('releases.refusal.signatory');
  expect(refused(son, ['procedure'], '2026-10-24')).toBe('releases.refusal.signatory');
});

test('a number is split from its symbol, a place from its office', () => {
  expect(numberOf('71/QĐ-UBND')).toEqual({ number: 71, symbol: 'QĐ-UBND' });
  expect(numberOf(' 5 / QĐ-UBND ')).toEqual({ number: 5, symbol: 'QĐ-UBND' });
  expect(numberOf('QĐ-UBND 71')).toEqual({ number: null, symbol: 'QĐ-UBND 71' });
  expect(placeOf('Ủy ban nhân dân phường An Bình Đông')).toBe('An Bình Đông');
  expect(placeOf('Sở Tư pháp')).toBe('Sở Tư pháp');
  expect(titleOnPaper('Phó Chủ tịch UBND (văn hóa – xã hội)')).toBe('Phó Chủ tịch');
  expect(titleOnPaper('Chánh Văn phòng')).toBe('Chánh Văn phòng');
});

const item: ReadRelease['items'][number] = {
  ...{ id: 'r1', documentId: 'd1', code: 'QT-TP-01', kind: 'procedure', number: 2, issue: 1, amendment: 1 },
  ...{ title_vi: 'Đăng ký khai sinh', title_en: null, legal_ground: 'Nghị định 118/2025/NĐ-CP' },
  ...{ in_force_from: '2026-10-15', in_force_until: null },
};
const release: ReadRelease = {
  ...{ id: 'x', kind: 'decided', decision_number: '71/QĐ-UBND', signed_on: '2026-10-12', signer: 'Sơn' },
  ...{ file_id: null, released_at: '2026-10-12T02:00:00.000Z', not_before: null },
  signing: { prefix: 'KT.', onBehalfOf: 'Chủ tịch UBND', position: 'Phó Chủ tịch UBND' },
  items: [item],
};
const office = { agency: 'Ủy ban nhân dân phường An Bình Đông' };

test('the decision names its one document, its grounds and the deputy who signs', () => {
  const paper = releaseDecision(release, office);
  expect(paper.subject).toBe('Về việc ban hành Quy trình “Đăng ký khai sinh”');
  expect(paper.grounds).toContain('Căn cứ Nghị định 118/2025/NĐ-CP');
  expect(paper.articles[1]?.text).toContain('kể từ ngày 15 tháng 10 năm 2026');
  expect(paper.articles[1]?.text).toContain('Các bản trước');
  expect(paper.signature).toEqual({
    prefix: 'KT.',
    onBehalfOf: 'Chủ tịch',
    position: 'Phó Chủ tịch',
    name: 'Sơn',
  });
  expect(paper.annex?.rows).toEqual([['1', 'QT-TP-01', 'Đăng ký khai sinh', 'Quy trình', '01/01']]);
});

test('many documents are listed in the annex; a release that waits for its readers says so', () => {
  const waiting = { in_force_from: null, in_force_until: null };
  const other = { ...item, id: 'r2', code: 'BM-01-01', number: 1, ...waiting };
  const paper = releaseDecision(
    { ...release, signing: null, not_before: '2026-10-15', items: [item, other] },
    office,
  );
  expect(paper.subject).toContain('2 tài liệu');
  expect(paper.articles[1]?.text).toContain('không sớm hơn ngày 15 tháng 10 năm 2026');
  expect(paper.signature).toEqual({ position: 'Chủ tịch', name: 'Sơn' });
  expect(paper.annex?.rows.map((row) => row[1])).toEqual(['QT-TP-01', 'BM-01-01']);
});
