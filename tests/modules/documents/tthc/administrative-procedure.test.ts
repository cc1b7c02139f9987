import { expect, test } from 'vitest';
import { readAdministrativeProcedure } from '#app/modules/documents/tthc/administrative-procedure.ts';
import { proposeLine } from '#app/modules/documents/tthc/line.ts';
import { numberSigns, splitPapers, splitWays } from '#app/modules/documents/tthc/run-together.ts';

const wayHead = 'Hình thức nộpThời gianPhí, lệ phíMô tả';
const paperHead = 'Tên giấy tờMẫu đơn, tờ khaiSố lượng';

test('customs, tax, police and social insurance are another line; what the commune itself does is its own', () => {
  const line = (field: string, agencies = '', level = 'Cấp xã') => proposeLine(field, agencies, level).line;
  expect(line('Hải quan', 'Chi cục Hải quan khu vực')).toBe('other');
  expect(line('Thuế')).toBe('other');
  expect(line('Đăng ký, quản lý cư trú', 'Công an cấp Xã')).toBe('other');
  expect(line('Thực hiện chính sách BHXH', 'Bảo hiểm xã hội cấp Tỉnh')).toBe('other');
  expect(line('Hộ tịch')).toBe('own');
  expect(line('Chứng thực', 'Tổ chức hành nghề công chứng')).toBe('own');
  expect(line('Lĩnh vực lạ', 'Uỷ ban Nhân dân cấp xã, phường, thị trấn')).toBe('own');
  expect(line('Lĩnh vực lạ', 'Chủ tịch UBND cấp xã')).toBe('own');
});

test('what the record does not tell is left to a person, with the reason', () => {
  expect(proposeLine('Lĩnh vực lạ', '', 'Cấp xã')).toEqual({ line: 'undecided', reason: 'unknown' });
  expect(proposeLine('Đường bộ', 'Sở Xây dựng', 'Cấp tỉnh, Cấp xã')).toEqual({
    line: 'undecided',
    reason: 'no-commune',
  });
  expect(proposeLine('Khiếu nại, tố cáo', 'Công an cấp Xã', 'Cấp xã')).toEqual({
    line: 'undecided',
    reason: 'conflict',
  });
  expect(proposeLine('Hộ tịch', '', 'Cấp tỉnh').line).toBe('undecided');
});

test('times are split from fees only where their unit ends them', () => {
  expect(
    splitWays(`${wayHead}Trực tiếp15 Ngày làm việcKhông có thông tinTrực tuyến2 Giờ20 VNĐ(một bản)`),
  ).toEqual([
    { channel: 'Trực tiếp', time: '15 Ngày làm việc', fee: 'Không có thông tin', rest: '' },
    { channel: 'Trực tuyến', time: '2 Giờ', fee: '20 VNĐ', rest: '(một bản)' },
  ]);
  expect(splitWays(`${wayHead}Trực tuyến120,000 VNĐ(theo biểu phí)`)).toEqual([
    { channel: 'Trực tuyến', time: null, fee: null, rest: '120,000 VNĐ(theo biểu phí)' },
  ]);
  expect(splitWays('Nộp tại quầy')).toBeNull();
});

test('papers are split at their numbers, and not at all where a number may belong to the name', () => {
  expect(
    splitPapers(`${paperHead}- Tờ khai đăng ký1 bản chính- Giấy tờ tùy thân0 bản chính,1 bản sao`),
  ).toEqual([
    { name: '- Tờ khai đăng ký', original: 1, copies: 0 },
    { name: '- Giấy tờ tùy thân', original: 0, copies: 1 },
  ]);
  expect(splitPapers(`${paperHead}Dự án theo Mẫu số 03.1 bản chính`)).toBeNull();
  expect(splitPapers('Không có')).toBeNull();
});

test('number-signs are told apart though they run together, and cut ones are doubtful', () => {
  expect(numberSigns('Luật 54/2014/QH1354/2014/QH13Thông tư 92/2015/TT-BTC92/2015/TT-BTCLuật').found).toEqual(
    ['54/2014/QH13', '92/2015/TT-BTC'],
  );
  expect(numberSigns('Nghị định 118/2025/NĐ-C').doubtful).toEqual(['118/2025/NĐ-C']);
});

test('a record keeps its code, name, field and level as written, with what could not be read', () => {
  const read = readAdministrativeProcedure(
    {
      ma_thu_tuc: '1.999991',
      ten_thu_tuc: 'Đăng ký sổ việc mẫu',
      cap_thuc_hien: 'Cấp xã',
      linh_vuc: 'Hộ tịch',
      co_quan_thuc_hien: 'Không có thông tin',
      cach_thuc_thuc_hien: `${wayHead}Trực tiếp1Miễn phí`,
      thanh_phan_ho_so: `${paperHead}Tờ khai1 bản chính`,
      can_cu_phap_ly: 'Nghị định 123/2015/NĐ-CP123/2015/NĐ-CP',
      trinh_tu_thuc_hien: 'Nộp tại UBND cấp huyện.',
      ket_qua_xu_ly: 'Giấy báoMã: KQ.G15.000032Từ khóaKhông có thông tinMô tảKhông có thông tin',
    },
    'vi',
  );
  expect(read).toMatchObject({
    code: '1.999991',
    level: 'Cấp xã',
    line: 'own',
    legalBases: ['123/2015/NĐ-CP'],
  });
  expect(read?.findings.map((finding) => finding.rule)).toEqual(['tthc.times', 'tthc.district']);
  expect(readAdministrativeProcedure({ ma_thu_tuc: 7 }, 'vi')).toBeNull();
  expect(readAdministrativeProcedure('x', 'vi')).toBeNull();
  expect(readAdministrativeProcedure({ ma_thu_tuc: 'abc', ten_thu_tuc: 'x' }, 'vi')?.findings[0]?.rule).toBe(
    'tthc.code',
  );
});
