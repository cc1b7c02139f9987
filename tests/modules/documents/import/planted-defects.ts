import type { SampleLayout, SampleText } from './sample-procedure.ts';

/** One defect, planted once; `rule` is the only thing that may then be told. */
export interface PlantedDefect {
  rule: string;
  plant: (text: SampleText) => SampleText;
  layout?: (layout: SampleLayout) => SampleLayout;
}

const step = (text: SampleText, at: number, change: Partial<SampleText['steps'][number]>): SampleText => ({
  ...text,
  steps: text.steps.map((one, index) => (index === at ? { ...one, ...change } : one)),
});

export const plantedDefects: Record<string, PlantedDefect> = {
  'one lump time over all steps': {
    rule: 'import.steps.time-lump',
    plant: (text) => ({
      ...text,
      steps: text.steps.map((one) => ({ ...one, times: ['03 ngày làm việc', '08 ngày làm việc'] })),
    }),
    layout: (layout) => ({ ...layout, lump: true }),
  },
  'a time at the first step only': {
    rule: 'import.steps.time-lump',
    plant: (text) => ({
      ...text,
      steps: text.steps.map((one, at) => ({
        ...one,
        times: [one.times[0] ?? '', at === 0 ? '08 ngày làm việc' : ''],
      })),
    }),
  },
  'a step number given twice': {
    rule: 'import.step.number-duplicate',
    plant: (text) => step(text, 4, { number: '4' }),
    layout: (layout) => ({ ...layout, numbers: 'typed' }),
  },
  'a missing time': {
    rule: 'import.step.time-missing',
    plant: (text) => step(text, 2, { times: ['', '1 ngày'] }),
  },
  'a time nobody can read': {
    rule: 'import.step.time-unreadable',
    plant: (text) => step(text, 2, { times: ['Theo quy định', '1 ngày'] }),
  },
  'a missing role': { rule: 'import.step.role-missing', plant: (text) => step(text, 3, { role: '' }) },
  'a role the library does not know': {
    rule: 'import.step.role-unknown',
    plant: (text) => step(text, 3, { role: 'Tổ công tác liên ngành' }),
  },
  'two roles in one cell': {
    rule: 'import.step.role-several',
    plant: (text) => step(text, 3, { role: 'Văn thư, Kế toán' }),
  },
  'times that do not add up': {
    rule: 'import.steps.time-sum',
    plant: (text) => step(text, 1, { times: ['2 ngày', '05 ngày làm việc'] }),
  },
  'a unit abolished in 2025': {
    rule: 'import.unit.abolished',
    plant: (text) => step(text, 4, { work: 'Chuyển Văn phòng - Thống kê đóng dấu, trả kết quả' }),
  },
  'the district level': {
    rule: 'import.unit.abolished',
    plant: (text) => step(text, 2, { work: 'Trình Ủy ban nhân dân huyện xem xét' }),
  },
  'an abbreviation that is never used': {
    rule: 'import.abbreviation.unused',
    plant: (text) => ({ ...text, abbreviations: [...text.abbreviations, ['MHK', 'Mô hình khung']] }),
  },
  'an abbreviation that is never defined': {
    rule: 'import.abbreviation.undefined',
    plant: (text) => step(text, 1, { work: 'Thẩm tra hồ sơ, tra cứu CSDLHT, cập nhật CSDLHT' }),
  },
  'a contents list that runs two sections together': {
    rule: 'import.contents.differs',
    plant: (text) => ({
      ...text,
      contents: [
        '1. MỤC ĐÍCH',
        '2. PHẠM VI',
        '3. TÀI LIỆU VIỆN DẪN ĐỊNH NGHĨA/VIẾT TẮT',
        '4. NỘI DUNG',
        '5. BIỂU MẪU',
        '6. HỒ SƠ LƯU',
      ],
    }),
  },
  'a contents list without one section': {
    rule: 'import.contents.differs',
    plant: (text) => ({ ...text, contents: text.contents.filter((_line, at) => at !== 5) }),
  },
  'a running head of another procedure': {
    rule: 'import.header.other',
    plant: (text) => ({ ...text, head: 'Tên quy trình: Cấp giấy phép xây dựng' }),
  },
  'another issue at the foot': {
    rule: 'import.footer.differs',
    plant: (text) => ({ ...text, foot: text.foot.replace('hành: 01', 'hành: 02') }),
  },
  'another day at the foot': {
    rule: 'import.footer.differs',
    plant: (text) => ({ ...text, foot: text.foot.replace('15/9/2025', '03/7/2024') }),
  },
  'no code on the cover': { rule: 'import.cover.code-missing', plant: (text) => ({ ...text, code: '' }) },
  'a day of issue that does not exist': {
    rule: 'import.cover.date-missing',
    plant: (text) => ({ ...text, issuedOn: '31/02/2025', foot: 'Trang: 1/4' }),
  },
};
