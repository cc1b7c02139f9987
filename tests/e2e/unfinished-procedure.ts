import { sampleFile, sampleText } from '#tests/modules/documents/import/sample-procedure.ts';

const title = 'Cấp bản sao trích lục từ sổ gốc';
export const wordCode = 'QT-TP-29';

/**
 * A procedure as it lies in an office's shared folder: nobody knows who the third step's team is nor how long it has,
 * and giving out the result is counted into the limit, which the law does not.
 */
export function unfinishedProcedure(): Buffer {
  const text = sampleText({
    file: 'trich-luc.docx',
    title,
    code: wordCode,
    subject: 'cấp bản sao trích lục',
    result: 'Bản sao trích lục',
  });
  return sampleFile({
    ...text,
    limit: '02 ngày làm việc.',
    timeHeads: ['(02 ngày làm việc)'],
    steps: [
      {
        number: '1',
        work: 'Tiếp nhận yêu cầu: Kiểm tra giấy tờ xuất trình.',
        role: 'Bộ phận một cửa',
        times: ['4 giờ'],
      },
      {
        number: '2',
        work: 'Tra sổ gốc, dự thảo bản sao',
        role: 'Công chức tư pháp - hộ tịch',
        times: ['1 ngày'],
      },
      { number: '3', work: 'Xem xét, ký bản sao', role: 'Tổ chuyên trách', times: [''] },
      { number: '4', work: 'Đóng dấu, trả bản sao', role: 'Văn thư', times: ['4 giờ'] },
    ],
  });
}
