/** A unit or level that no longer exists; each office may hand in a list of its own. */
export interface AbolishedUnit {
  /** As people write it; compared without case, marks and dashes, as whole words. */
  names: readonly string[];
  /** The first day on which it no longer existed. */
  since: string;
  /** Who does the work now. */
  now: string;
}

/**
 * The two-level reform: no district level from 1 July 2025 (Luật 72/2025/QH15), commune offices by NĐ 150/2025;
 * district police ended on 1 March 2025.
 */
export const abolishedUnits: readonly AbolishedUnit[] = [
  {
    names: ['Văn phòng - Thống kê', 'Văn phòng Thống kê', 'VP-TK'],
    since: '2025-07-01',
    now: 'Văn phòng HĐND và UBND',
  },
  {
    names: [
      'UBND cấp huyện',
      'UBND huyện',
      'UBND quận',
      'UBND thị xã',
      'Ủy ban nhân dân cấp huyện',
      'Ủy ban nhân dân huyện',
      'Ủy ban nhân dân quận',
      'Ủy ban nhân dân thị xã',
      'Chủ tịch UBND huyện',
      'HĐND cấp huyện',
      'Hội đồng nhân dân cấp huyện',
    ],
    since: '2025-07-01',
    now: 'UBND cấp xã hoặc UBND cấp tỉnh',
  },
  { names: ['Phòng Tư pháp'], since: '2025-07-01', now: 'Văn phòng HĐND và UBND cấp xã' },
  {
    names: [
      'Phòng Nội vụ',
      'Phòng Lao động - Thương binh và Xã hội',
      'Phòng LĐTBXH',
      'Phòng LĐ-TB&XH',
      'Phòng Giáo dục và Đào tạo',
      'Phòng Văn hóa và Thông tin',
      'Phòng Y tế',
    ],
    since: '2025-07-01',
    now: 'Phòng Văn hóa – Xã hội cấp xã',
  },
  {
    names: [
      'Phòng Tài nguyên và Môi trường',
      'Phòng Tài chính - Kế hoạch',
      'Phòng Kinh tế và Hạ tầng',
      'Phòng Quản lý đô thị',
      'Phòng Nông nghiệp và Phát triển nông thôn',
    ],
    since: '2025-07-01',
    now: 'Phòng Kinh tế, Hạ tầng và Đô thị cấp xã',
  },
  {
    names: [
      'Chi nhánh Văn phòng đăng ký đất đai cấp huyện',
      'Bảo hiểm xã hội huyện',
      'Chi cục Thuế cấp huyện',
    ],
    since: '2025-07-01',
    now: 'cơ quan theo khu vực',
  },
  {
    names: ['Công an huyện', 'Công an quận', 'Công an cấp huyện', 'Công an thị xã'],
    since: '2025-03-01',
    now: 'Công an cấp xã hoặc Công an cấp tỉnh',
  },
];
