import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTextPress, type TextPress } from '#app/mdx/text-press.ts';
import { readAdministrativeProcedure } from '#app/modules/documents/tthc/administrative-procedure.ts';
import { draftFromProcedure, limitOf } from '#app/modules/documents/tthc/draft-from-procedure.ts';
import { draftWords } from '#app/modules/documents/tthc/drafting.server.ts';
import { fieldsOf } from '#app/modules/documents/tthc/portal-record.ts';

let press: TextPress;
beforeAll(() => {
  press = createTextPress();
});
afterAll(() => press.close());

function draftOf(source: unknown, keys: Record<string, string> = {}): string {
  const read = readAdministrativeProcedure(source, 'vi');
  if (!read) throw new Error('not read');
  const bases = read.legalBases.map((sign) => ({ sign, key: keys[sign] ?? null }));
  return draftFromProcedure({ read, bases, fields: fieldsOf(source) }, draftWords);
}

const sample = {
  ma_thu_tuc: '1.999991',
  ten_thu_tuc: 'Đăng ký "sổ việc" <mẫu> {thử}',
  cap_thuc_hien: 'Cấp xã',
  linh_vuc: 'Hộ tịch',
  cach_thuc_thuc_hien:
    'Hình thức nộpThời gianPhí, lệ phíMô tảTrực tiếp3 Ngày làm việcMiễn phíTrực tuyến2 Ngày8,000 VNĐ(một bản)',
  thanh_phan_ho_so:
    '--Tên giấy tờMẫu đơn, tờ khaiSố lượng- Tờ khai "A"1 bản chính- Thẻ căn cước0 bản chính,1 bản sao',
  can_cu_phap_ly: 'Nghị định 123/2015/NĐ-CP123/2015/NĐ-CPLuật lạ 77/2001/QH10',
  trinh_tu_thuc_hien: 'Bước 1: nộp hồ sơ {trực tiếp}\nimport x from "y"\n- ý một <script>',
  ket_qua_xu_ly: 'Giấy báoMã: KQ.G15.000032Từ khóaKhông có thông tinMô tảKhông có thông tin',
};

test('a draft carries title, code, laws, papers, limits, fee and result of the portal', async () => {
  const source = draftOf(sample, { '123/2015/NĐ-CP': 'nd-123-2015' });
  const { compiled, findings } = await press.check(source, { file: 'x', locale: 'vi' });
  expect(findings.filter((one) => one.severity === 'error')).toEqual([]);
  expect(compiled?.frontMatter).toMatchObject({ title: { vi: sample.ten_thu_tuc }, tthc: ['1.999991'] });
  expect(compiled?.legalBases.map((one) => one.key)).toEqual(['nd-123-2015']);
  expect(compiled?.papers.map(({ name, original, copies }) => [name, original, copies])).toEqual([
    ['Tờ khai "A"', '1', null],
    ['Thẻ căn cước', null, '1'],
  ]);
  expect(compiled?.cases.map((one) => one.limit.written)).toEqual(['3wd', '2d']);
  expect(compiled?.steps.at(-1)?.result).toBe('Giấy báo');
  for (const words of ['77/2001/QH10', '8,000 VNĐ', 'nộp hồ sơ {trực tiếp}', '<script>'])
    expect(compiled?.text).toContain(words);
});

test('a time becomes a limit only where its unit has one', () => {
  expect(limitOf('15 Ngày làm việc')).toBe('15wd');
  expect(limitOf('7 Ngày')).toBe('7d');
  expect(limitOf('4 Giờ làm việc')).toBe('4h');
  expect(limitOf('02 Giờ')).toBe('2h');
  for (const none of ['30 Phút', '2 Tháng', '0 Ngày', '1', '1,5 Ngày']) expect(limitOf(none)).toBeNull();
});

const folder = process.env.QMS_REAL_DATA ? join(process.env.QMS_REAL_DATA, 'tthc') : null;

describe.skipIf(folder === null)('drafts of real procedures (needs QMS_REAL_DATA)', () => {
  test('the guard lets every one of them in, with its code and each paper that was split', async () => {
    const counts = { drafts: 0, own: 0, papers: 0, limits: 0 };
    for (const name of readdirSync(folder ?? '')) {
      const source: unknown = JSON.parse(readFileSync(join(folder ?? '', name), 'utf8'));
      const read = readAdministrativeProcedure(source, 'vi');
      const { compiled, findings } = await press.check(draftOf(source), { file: name, locale: 'vi' });
      expect(compiled, `${name}: ${findings[0]?.message}`).not.toBeNull();
      expect(compiled?.frontMatter.tthc).toEqual([read?.code]);
      const papers = read?.dossier.flatMap((table) => table.papers ?? []) ?? [];
      expect(compiled?.papers).toHaveLength(papers.length);
      counts.drafts += 1;
      counts.own += read?.line === 'own' ? 1 : 0;
      counts.papers += papers.length;
      counts.limits += compiled?.cases.some((one) => one.limit.unit !== 'none') ? 1 : 0;
    }
    expect(counts).toEqual({ drafts: 392, own: 138, papers: 2251, limits: 255 });
  }, 300_000);
});
