const wayHead = 'Hình thức nộpThời gianPhí, lệ phíMô tả';
const paperHead = '--Tên giấy tờMẫu đơn, tờ khaiSố lượng';

type Told = [code: string, name: string, field: string, agency: string, days: number, law: string];

const commune = 'Ủy ban nhân dân cấp xã';

/** Made-up records in the shape of the national portal: short, and with the faults that such records have. */
const told: Told[] = [
  ['1.001193', 'Đăng ký khai sinh tại phường', 'Hộ tịch', commune, 1, '123/2015/NĐ-CP'],
  ['1.000656', 'Đăng ký khai tử tại phường', 'Hộ tịch', commune, 1, '123/2015/NĐ-CP'],
  ['1.000894', 'Đăng ký kết hôn tại phường', 'Hộ tịch', commune, 1, '123/2015/NĐ-CP'],
  ['1.004873', 'Xác nhận tình trạng hôn nhân', 'Hộ tịch', commune, 3, '123/2015/NĐ-CP'],
  ['2.000815', 'Chứng thực bản sao từ bản chính', 'Chứng thực', commune, 1, '23/2015/NĐ-CP'],
  ['2.000635', 'Cấp bản sao trích lục', 'Hộ tịch', commune, 1, '123/2015/NĐ-CP'],
  ['9.900001', 'Xác nhận hộ trồng hoa ven sông', 'Nông nghiệp', commune, 5, '63/2010/NĐ-CP'],
  ['9.900002', 'Đăng ký dùng nhà văn hóa khu phố', 'Văn hóa cơ sở', commune, 3, '63/2010/NĐ-CP'],
  ['9.900003', 'Xác nhận nơi đặt bảng tin khu phố', 'Văn hóa cơ sở', commune, 2, '63/2010/NĐ-CP'],
  ['9.900004', 'Khai báo lô hàng mẫu', 'Hải quan', 'Chi cục Hải quan khu vực', 1, '63/2010/NĐ-CP'],
  ['9.900005', 'Kê khai thuế mẫu', 'Thuế', 'Thuế cơ sở', 1, '63/2010/NĐ-CP'],
  ['9.900006', 'Đăng ký gian hàng ngày hội', 'Lĩnh vực chưa rõ', '', 4, '63/2010/NĐ-CP'],
  ['9.900007', 'Xác nhận đội thiện nguyện', 'Lĩnh vực chưa rõ', 'Hội mẫu của tỉnh', 4, '63/2010/NĐ-CP'],
];

function recordOf([code, name, field, agency, days, law]: Told) {
  // One of them has lost the unit of its time, as happens there.
  const time = code === '9.900003' ? '2' : `${days} Ngày làm việc`;
  const cells = ['Trực tiếp', 'Trực tuyến'].map((channel) => `${channel}${time}Miễn phí`);
  return {
    ...{ ma_thu_tuc: code, ten_thu_tuc: name, cap_thuc_hien: 'Cấp xã', linh_vuc: field },
    ...{ so_quyet_dinh: '01/QĐ-MAU', co_quan_thuc_hien: agency || 'Không có thông tin' },
    cach_thuc_thuc_hien: `${wayHead}${cells.join('')}`,
    thanh_phan_ho_so: `${paperHead}- Tờ khai theo mẫu1 bản chính- Giấy tờ liên quan0 bản chính,1 bản sao`,
    trinh_tu_thuc_hien: 'Bước 1: Nộp hồ sơ.\nBước 2: Giải quyết.\nBước 3: Nhận kết quả.',
    can_cu_phap_ly: `Nghị định số ${law}${law}`,
    ket_qua_xu_ly: 'Giấy xác nhậnMã: KQ.G99.000001Từ khóaKhông có thông tinMô tảKhông có thông tin',
  };
}

export function portalRecords() {
  return told.map(recordOf);
}

/** The same a season later: one of them takes longer and asks for one paper more. */
export function laterPortalRecords() {
  return portalRecords().map((record) =>
    record.ma_thu_tuc === '1.004873'
      ? {
          ...record,
          cach_thuc_thuc_hien: record.cach_thuc_thuc_hien.replaceAll('3 Ngày', '5 Ngày'),
          thanh_phan_ho_so: `${record.thanh_phan_ho_so}- Văn bản ủy quyền1 bản chính`,
        }
      : record,
  );
}
