/** The invented people of the invented ward. Keys are short and stable; tests, demonstration and pictures share them. */
export interface SamplePerson {
  key: string;
  name: string;
  /** Position keys of the model office. */
  positions: string[];
  /** Roles of the account. */
  roles: string[];
}

export const sampleAgency = {
  key: 'an-binh-dong',
  nameVi: 'Ủy ban nhân dân phường An Bình Đông',
  nameEn: 'People’s Committee of An Bình Đông Ward',
  province: {
    key: 'nam-giang',
    nameVi: 'Ủy ban nhân dân tỉnh Nam Giang',
    nameEn: 'People’s Committee of Nam Giang Province',
  },
} as const;

export const samplePeople: readonly SamplePerson[] = [
  { key: 'quang', name: 'Đỗ Minh Quang', positions: ['chu-tich'], roles: ['leader', 'officer'] },
  { key: 'hoa', name: 'Trần Thị Ngọc Hòa', positions: ['pho-chu-tich-van-xa'], roles: ['leader', 'officer'] },
  { key: 'phuc', name: 'Lê Đình Phúc', positions: ['pho-chu-tich-kinh-te'], roles: ['leader', 'officer'] },
  {
    key: 'thao',
    name: 'Nguyễn Phương Thảo',
    positions: ['pho-chanh-van-phong'],
    roles: ['quality-officer', 'officer'],
  },
  { key: 'khanh', name: 'Phạm Gia Khánh', positions: ['chanh-van-phong'], roles: ['unit-head', 'officer'] },
  { key: 'linh', name: 'Vũ Thùy Linh', positions: ['cv-tu-phap-ho-tich'], roles: ['officer'] },
  { key: 'dat', name: 'Hoàng Tiến Đạt', positions: ['cv-tu-phap-ho-tich'], roles: ['officer'] },
  { key: 'uyen', name: 'Bùi Tố Uyên', positions: ['cv-tong-hop'], roles: ['officer'] },
  { key: 'nam', name: 'Đặng Hoài Nam', positions: ['cv-tong-hop'], roles: ['officer'] },
  { key: 'yen', name: 'Ngô Hải Yến', positions: ['cv-tiep-cong-dan'], roles: ['officer'] },
  { key: 'loan', name: 'Lý Bích Loan', positions: ['van-thu-luu-tru'], roles: ['officer'] },
  { key: 'son', name: 'Mai Thanh Sơn', positions: ['ke-toan'], roles: ['officer'] },
  { key: 'bach', name: 'Tạ Xuân Bách', positions: ['cong-nghe-thong-tin'], roles: ['admin', 'officer'] },
  {
    key: 'vinh',
    name: 'Dương Quốc Vinh',
    positions: ['truong-phong-kthtdt'],
    roles: ['unit-head', 'officer'],
  },
  {
    key: 'trang',
    name: 'Đinh Thu Trang',
    positions: ['pho-truong-phong-kthtdt'],
    roles: ['unit-head', 'officer'],
  },
  {
    key: 'hieu',
    name: 'Cao Trung Hiếu',
    positions: ['cv-tai-chinh-ke-hoach'],
    roles: ['auditor', 'officer'],
  },
  { key: 'diep', name: 'Lương Ngọc Diệp', positions: ['cv-dang-ky-kinh-doanh'], roles: ['officer'] },
  { key: 'kien', name: 'Trịnh Trung Kiên', positions: ['cv-dia-chinh-moi-truong'], roles: ['officer'] },
  { key: 'my', name: 'Hồ Trà My', positions: ['cv-dia-chinh-moi-truong'], roles: ['officer'] },
  { key: 'tung', name: 'Phan Sơn Tùng', positions: ['cv-xay-dung-do-thi'], roles: ['officer'] },
  { key: 'ngan', name: 'Võ Kim Ngân', positions: ['truong-phong-vhxh'], roles: ['unit-head', 'officer'] },
  { key: 'hai', name: 'Đoàn Minh Hải', positions: ['pho-truong-phong-vhxh'], roles: ['auditor', 'officer'] },
  { key: 'chau', name: 'Nguyễn Bảo Châu', positions: ['cv-noi-vu-cchc'], roles: ['auditor', 'officer'] },
  { key: 'long', name: 'Trần Hoàng Long', positions: ['cv-van-hoa-thong-tin'], roles: ['officer'] },
  { key: 'nhung', name: 'Lâm Hồng Nhung', positions: ['cv-bao-tro-xa-hoi'], roles: ['officer'] },
  { key: 'duc', name: 'Chu Anh Đức', positions: ['cv-bao-tro-xa-hoi'], roles: ['officer'] },
  { key: 'ha', name: 'Phùng Thanh Hà', positions: ['giam-doc-ttpvhcc'], roles: ['unit-head', 'officer'] },
  {
    key: 'thinh',
    name: 'Quách Đức Thịnh',
    positions: ['pho-giam-doc-ttpvhcc'],
    roles: ['auditor', 'officer'],
  },
  { key: 'mai', name: 'Tống Xuân Mai', positions: ['cong-chuc-tiep-nhan'], roles: ['officer'] },
  { key: 'tam', name: 'Hà Minh Tâm', positions: ['cong-chuc-tiep-nhan'], roles: ['officer'] },
  { key: 'an', name: 'Lưu Khánh An', positions: ['cong-chuc-tiep-nhan'], roles: ['officer'] },
];
