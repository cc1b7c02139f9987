/** The head every sample needs; its last line is line 4, so a body begins on line 5. */
export const head = '---\nkind: procedure\ntitle: { vi: "Đăng ký khai sinh" }\n---\n';

export function textWith(body: string): string {
  return `${head}${body}\n`;
}

/** A procedure of the sample ward that uses every component. */
export const birthRegistration = `---
code: QT-TP-01
kind: procedure
title: { vi: "Đăng ký khai sinh", en: "Birth registration" }
unit: van-phong
field: ho-tich
clauses: { "2015": ["8.2.2", "8.5.1"], "2026": ["8.5.1"] }
tthc: ["1.001193"]
confidentiality: public
public: yes
review: P1Y
language: vi
---

<Section id="muc-dich" title="Mục đích">

Quy định *trình tự* **đăng ký khai sinh** cho trẻ em sinh ra tại phường An Bình Đông[^1], theo
<LegalBasis ref="nd-123-2015" /> và [quy định nội bộ](/documents/qt-ht-01). Lệ phí: <Fee item="khai-sinh" />.

[^1]: Trẻ em dưới 60 ngày tuổi; số ngày \\<= 60, mã \\{60}.

</Section>

<Section id="dinh-nghia-viet-tat" title="Định nghĩa và viết tắt">
<Abbreviation short="UBND" long="Ủy ban nhân dân" />
<Abbreviation short="TTPVHCC" long="Trung tâm Phục vụ hành chính công" />
</Section>

<Section id="noi-dung" title="Nội dung quy trình">

### 5.2 Thành phần hồ sơ

<Dossier>
  <Paper name="Tờ khai đăng ký khai sinh" original="1" copies="0" />
  <Paper name="Giấy tờ tùy thân" original="1" kind="show" />
</Dossier>

| Nội dung | Số lượng |
|:---------|---------:|
| Hồ sơ    |        1 |

1. Nộp trực tiếp
2. Nộp trực tuyến
   - qua Cổng dịch vụ công
   - [x] có chữ ký số

> Xem <FormRef code="BM-01-01" /> và https://dichvucong.gov.vn.

### 5.7 Trình tự

<Steps retired="buoc-cu">
  <Case id="thuong" title="Không phải xác minh" limit="8h" />
  <Case id="xac-minh" title="Phải xác minh" limit="5wd" />
  <Step id="tiep-nhan" title="Tiếp nhận hồ sơ" responsible="tiep-nhan" accountable="giam-doc-ttpvhcc" decides="tiep-nhan"
    consulted="tu-phap-ho-tich van-thu" informed="nguoi-yeu-cau" form="Mau-01 Mau-02" result="Giấy tiếp nhận hồ sơ"
    record="ho-so" next="tham-tra tra-ket-qua" replaces="nhan-ho-so">
    <Time case="thuong" within="0.5h" /> <Time case="xac-minh" within="4h" />
    Kiểm tra tính pháp lý và nội dung hồ sơ:

    - đủ thành phần
    - đúng mẫu

    <Note>Không yêu cầu giấy tờ ngoài quy định.</Note>
  </Step>
  <Step id="tham-tra" title="Thẩm tra" responsible="tu-phap-ho-tich" accountable="chanh-van-phong">
    <Time case="thuong" within="6h" />
    <Time case="xac-minh" within="4wd" />
    Thẩm tra hồ sơ, dự thảo Giấy khai sinh.
  </Step>
  <Step id="tra-ket-qua" title="Trả kết quả" responsible="tiep-nhan" accountable="giam-doc-ttpvhcc" next="end">
    <Time case="thuong" within="previous" counted="no" />
    <Time case="xac-minh" within="12d" />
    Trả Giấy khai sinh.
  </Step>
</Steps>

<Note kind="law">

Thời hạn theo <LegalBasis ref="luat-60-2014" />.

</Note>

\`\`\`json
{ "ma": "BM-01-01" }
\`\`\`

</Section>

<Section id="bieu-mau" title="Biểu mẫu">
<Field id="ho-ten" label="Họ, chữ đệm, tên" type="text" required="yes" />
<Field id="ket-qua" label="Kết quả kiểm tra" type="choice" options="Đạt | Không đạt" />
<Field id="chi-tiet" label="Chi tiết" type="table" columns="TT | Nội dung" />
</Section>

<Section id="ho-so" title="Hồ sơ lưu trữ">
<Record id="ho-so" name="Bộ hồ sơ đăng ký" from="dossier" keeper="Tư pháp – hộ tịch" retention="permanent" />
<Record id="phieu" name="Phiếu kiểm soát" from="step:tiep-nhan" keeper="Văn thư" retention="P5Y" />
<Record id="giay" name="Giấy khai sinh" from="result" keeper="Văn thư" retention="until:thay thế" />
</Section>

<Section id="van-hoa" title="Văn hóa chất lượng">
<Rule id="C06" check="observe" severity="remind">

Chào hỏi công dân trước khi nhận hồ sơ.

</Rule>
</Section>
`;

export const honestTexts: Readonly<Record<string, string>> = {
  'a procedure with every component': birthRegistration,
  'a head alone': head,
  'Windows line ends and a byte-order mark': `\ufeff${textWith('Đoạn văn.\n\nĐoạn hai.').replaceAll('\n', '\r\n')}`,
  'lists in lists, quotes and rules': textWith('- a\n  1. b\n     - c\n\n> d\n>\n> > e\n\n***\n\nf  \ng'),
  'tables with alignment': textWith('| a | b | c |\n|:-:|:--|--:|\n| 1 | 2 | 3 |'),
  'links of every kind': textWith(
    '[a](https://a.vn/b?c=1#d) [b](http://a.vn) [c](mailto:a@b.vn) [d](tel:+842812345) [e](/documents/1) [f](#muc-1) [g](van-ban/2) [h][1]\n\n[1]: https://a.vn "Tên"',
  ),
  'footnotes used twice': textWith('Một[^a] và hai[^a] và ba[^b].\n\n[^a]: Chú thích.\n[^b]: Khác.'),
  'escaped brackets of prose': textWith('tuổi \\< 15, số \\<= 5, mã \\{x\\}, `a < b {c}`'),
  'a smaller sign before a space': textWith('tuổi < 15'),
  'headings of all depths': textWith('# a\n\n## b\n\n### c\n\n###### d'),
  'deleted and coded words': textWith('~~bỏ~~ và `mã` và\n\n    thụt dòng\n\n```\nkhối\n```'),
  'inline components alone on a line': textWith(
    '<LegalBasis ref="nd-123-2015" />\n\n<Fee item="a" /> <FormRef code="BM-01-01" />\n\n- <FormRef code="Mau-01" />',
  ),
  'notes in a list and in a quote': textWith('- <Note>a</Note>\n\n> <Note kind="warning">b</Note>'),
  'components written on one line': textWith(
    '<Section id="a" title="A">Chữ <Fee item="x" /> và **đậm**.</Section>',
  ),
  'steps without cases': textWith('<Steps>\n<Step id="a" title="A">\nLàm.\n</Step>\n</Steps>'),
  'an English document': `---\nkind: regulation\nlanguage: en\ntitle: { vi: "Nội quy", en: "Rules" }\n---\n\n<Note>Be kind.</Note>\n\nText[^1].\n\n[^1]: Foot.\n`,
  'words that only look like programs': textWith(
    'Từ import đến export, constructor, __proto__, và $' + '\\{a}.',
  ),
};
