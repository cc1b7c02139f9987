import { readText } from '#app/mdx/read-text.ts';
import { readBody } from '#app/pdf/body.ts';
import type { BodyNames } from '#app/pdf/body-blocks.ts';
import type { Sheet } from '#app/pdf/sheet.ts';
import type { IsoDocument } from '#app/pdf/sheets/iso-sheet.ts';

/** A procedure of seven steps, made up for these tests. */
export const procedureText = `---
kind: procedure
---

<Section id="muc-dich" title="Mục đích">

Để mỗi trẻ em được đăng ký **đúng hạn**; xem [cổng dịch vụ công](https://dichvucong.example/khai-sinh).

</Section>

<Section id="pham-vi" title="Phạm vi">

- Công chức tiếp nhận;
- công chức tư pháp – hộ tịch.

</Section>

<Section id="tai-lieu-vien-dan" title="Tài liệu viện dẫn">

- <LegalBasis ref="luat-60-2014" />.

</Section>

<Section id="dinh-nghia-viet-tat" title="Định nghĩa và viết tắt">

- <Abbreviation short="UBND" long="Ủy ban nhân dân" />
- <Abbreviation short="CSDL" long="Cơ sở dữ liệu" />

</Section>

<Section id="noi-dung" title="Nội dung quy trình">

### Thành phần hồ sơ

<Dossier>
  <Paper name="Tờ khai đăng ký khai sinh" kind="submit" original="1" />
  <Paper name="Căn cước của người đi đăng ký" kind="show" original="1" />
</Dossier>

### Trình tự

<Steps>
  <Case id="thuong" title="Không phải xác minh" limit="8h" />
  <Case id="xac-minh" title="Phải xác minh" limit="5wd" />
${[
  ['tiep-nhan', 'Tiếp nhận hồ sơ', 'tiep-nhan', '1h', ''],
  ['phan-cong', 'Phân công thụ lý', 'truong-don-vi', '0.5h', ''],
  ['tham-tra', 'Thẩm tra hồ sơ', 'tu-phap', '3h', 'next="du-thao tiep-nhan"'],
  ['du-thao', 'Dự thảo kết quả', 'tu-phap', '1h', ''],
  ['ky', 'Ký Giấy khai sinh', 'lanh-dao', '1h', 'decides="lanh-dao" next="dong-dau du-thao"'],
  ['dong-dau', 'Vào số, đóng dấu', 'van-thu', '1h', ''],
  ['tra', 'Trả kết quả', 'tiep-nhan', '0.5h', 'next="end"'],
]
  .map(
    ([id, title, role, time, more]) => `
  <Step id="${id}" title="${title}" responsible="${role}" accountable="truong-don-vi" form="BM-TP-01-01" result="Kết quả của bước" ${more}>
    <Time case="thuong" within="${time}" ${id === 'tra' ? 'counted="no"' : ''} /><Time case="xac-minh" within="4h" />

    Người làm bước này đối chiếu giấy tờ, ghi kết quả vào phần mềm rồi chuyển bước sau.
  </Step>`,
  )
  .join('\n')}
</Steps>

<Note kind="law">

Hồ sơ chậm phải có văn bản xin lỗi.

</Note>

</Section>

<Section id="bieu-mau" title="Biểu mẫu">

- <FormRef code="BM-TP-01-01" />
- Lệ phí: <Fee item="khai-sinh" />.

</Section>

<Section id="ho-so" title="Hồ sơ lưu trữ">

<Record id="ho-so" name="Hồ sơ đăng ký khai sinh" from="dossier" keeper="tu-phap" retention="permanent" />
<Record id="so" name="Sổ theo dõi" from="result" keeper="van-thu" retention="P5Y" />

</Section>
`;

const names: BodyNames = {
  roles: {
    'tiep-nhan': 'Công chức tiếp nhận và trả kết quả',
    'tu-phap': 'Công chức tư pháp – hộ tịch',
    'truong-don-vi': 'Chánh Văn phòng',
    'lanh-dao': 'Phó Chủ tịch UBND',
    'van-thu': 'Văn thư',
  },
  legalBases: { 'luat-60-2014': 'Luật Hộ tịch số 60/2014/QH13' },
  forms: { 'BM-TP-01-01': 'Phiếu tra cứu' },
  fees: { 'khai-sinh': '8.000 đồng/trường hợp' },
};

export function bodyOf(text: string) {
  const { tree } = readText(text);
  if (!tree) throw new Error('The text of the test could not be read.');
  return readBody(tree, { names, locale: 'vi' });
}

export function procedureInForce(more: Partial<IsoDocument> = {}): IsoDocument {
  return {
    locale: 'vi',
    stamp: '2026-01-05T02:00:00.000Z',
    agency: 'UBND phường An Bình Đông',
    parentAgency: 'Tỉnh Nam Giang',
    kind: 'Quy trình',
    title: 'Đăng ký khai sinh',
    code: 'QT-TP-01',
    issue: 2,
    amendment: 1,
    inForceFrom: '2026-02-01',
    state: 'in-force',
    statusUrl: 'https://iso.anbinhdong.example/t/7KQ2M4XB',
    signOffs: [
      {
        part: 'drafted',
        name: 'Người soạn thảo',
        position: 'Chuyên viên tư pháp – hộ tịch',
        at: '2026-01-05T02:00:00.000Z',
        meaning: 'Soạn thảo nội dung này',
        contentHash: '0123456789abcdef0123456789abcdef',
      },
    ],
    revisions: [
      {
        issue: 2,
        amendment: 1,
        summary: 'Chia thời gian từng bước',
        legalGround: '',
        inForceFrom: '2026-02-01',
      },
    ],
    body: bodyOf(procedureText),
    ...more,
  };
}

/** A sheet of nothing but these nodes. */
export function plainSheet(content: Sheet['content'], more: Partial<Sheet> = {}): Sheet {
  return {
    stamp: '2026-01-05T02:00:00.000Z',
    language: 'vi',
    title: 'Trang thử',
    author: 'UBND phường An Bình Đông',
    orientation: 'portrait',
    margins: [85, 60, 48, 60],
    look: { fontSize: 12, lineHeight: 1.15 },
    content,
    ...more,
  };
}
