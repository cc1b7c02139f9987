/** What a person finds who opens the archive without the program. */
export const readMe = `RÕ VIỆC – TOÀN BỘ HỒ SƠ CỦA CƠ QUAN

documents/   văn bản nguồn (MDX) của mọi lần ban hành, sửa đổi; mỗi tài liệu một thư mục theo mã hiệu
copies/      bản PDF của các tài liệu đang hiệu lực
files/       tệp đính kèm, tên là mã băm SHA-256; data/file.jsonl cho biết tên và nơi thuộc về
data/        mọi bảng dữ liệu, mỗi dòng một bản ghi JSON: tổ chức, vai trò, ban hành, chữ ký, xác nhận đã đọc,
             căn cứ pháp lý, phí, đánh giá, sự không phù hợp, nhật ký
heads.jsonl  dấu chốt đã ký của nhật ký
manifest.json  danh sách các tệp kèm kích thước và mã băm SHA-256; thông tin từng tài liệu theo tên trường của
             Nghị định 30/2020/NĐ-CP, Phụ lục VI

Đưa vào một hệ thống trống: npm run -s qms -- import everything <tệp zip>

The whole record of the office: texts, rows, files, printed copies of what is in force, and a manifest with the
SHA-256 of each entry. Bring it into an empty system with: npm run -s qms -- import everything <zip>
`;
