/** A whole small procedure that passes the six-clears check in the model ward. */
export function procedureText(
  given: {
    code?: string;
    title?: string;
    purpose?: string;
    form?: string;
    steps?: string;
    public?: string;
  } = {},
): string {
  const form = given.form === undefined ? 'BM-TP-09-01' : given.form;
  const forms = form === '' ? 'Không có.' : `- <FormRef code="${form}" />`;
  return `---
code: ${given.code ?? 'QT-TP-09'}
kind: procedure
title: { vi: "${given.title ?? 'Cấp bản sao trích lục hộ tịch'}", en: "Civil-status extract" }
unit: van-phong
field: ho-tich
clauses: { "2015": ["8.5.1"] }
confidentiality: public
public: ${given.public ?? 'yes'}
review: P12M
language: vi
---

<Section id="muc-dich" title="Mục đích">

${given.purpose ?? 'Cấp bản sao trích lục đúng hạn, đúng sổ gốc.'}

</Section>

<Section id="pham-vi" title="Phạm vi">

Áp dụng tại bộ phận một cửa và Văn phòng.

</Section>

<Section id="tai-lieu-vien-dan" title="Tài liệu viện dẫn">

Văn bản về hộ tịch đang có hiệu lực.

</Section>

<Section id="dinh-nghia-viet-tat" title="Định nghĩa và viết tắt">

Không có từ viết tắt.

</Section>

<Section id="noi-dung" title="Nội dung quy trình">

<Dossier>
  <Paper name="Giấy tờ tùy thân" kind="show" original="1" />
</Dossier>

<Steps>
  <Case id="thuong" title="Thông thường" limit="8h" />

  <Step id="tiep-nhan" title="Tiếp nhận yêu cầu" responsible="tiep-nhan" accountable="giam-doc-ttpvhcc" decides="tiep-nhan"${form === '' ? '' : ` form="${form}"`} result="Giấy tiếp nhận" record="ho-so">
    <Time case="thuong" within="2h" />

    Kiểm tra giấy tờ xuất trình.
  </Step>

  <Step id="trich-luc" title="Trích lục từ sổ gốc" responsible="tu-phap-ho-tich" accountable="chanh-van-phong" decides="tu-phap-ho-tich" result="Bản sao trích lục chờ ký">
    <Time case="thuong" within="4h" />

    Đối chiếu sổ gốc và in bản sao.
  </Step>
${given.steps ?? ''}
  <Step id="ky" title="Ký và trả bản sao" responsible="lanh-dao" accountable="chu-tich" decides="lanh-dao" result="Bản sao đã ký" next="end">
    <Time case="thuong" within="2h" />

    Ký bản sao.
  </Step>
</Steps>

</Section>

<Section id="bieu-mau" title="Biểu mẫu">

${forms}

</Section>

<Section id="ho-so" title="Hồ sơ lưu trữ">

<Record id="ho-so" name="Hồ sơ yêu cầu trích lục" from="dossier" keeper="tu-phap-ho-tich" retention="P5Y" />

</Section>
`;
}

export function formText(code = 'BM-TP-09-01'): string {
  return `---
code: ${code}
kind: form
title: { vi: "Phiếu yêu cầu trích lục", en: "Request for an extract" }
unit: van-phong
field: ho-tich
clauses: { "2015": ["8.5.2"] }
confidentiality: internal
public: no
review: P12M
language: vi
---

<Section id="muc-dich" title="Mục đích và cách dùng">

Người yêu cầu ghi khi nộp.

</Section>

<Section id="noi-dung" title="Các mục cần ghi">

<Field id="ho-ten" label="Họ và tên" type="text" required="yes" />

</Section>
`;
}
