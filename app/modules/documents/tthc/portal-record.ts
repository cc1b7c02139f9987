import { z } from 'zod';

const text = z
  .string()
  .optional()
  .transform((value) => (value ?? '').normalize('NFC').trim());

/** A record of the national portal as it is published: names as there, run-together tables as plain text. */
export const portalRecord = z.object({
  ma_thu_tuc: text,
  ten_thu_tuc: text,
  so_quyet_dinh: text,
  cap_thuc_hien: text,
  linh_vuc: text,
  co_quan_co_tham_quyen: text,
  co_quan_thuc_hien: text,
  cach_thuc_thuc_hien: text,
  thanh_phan_ho_so: text,
  can_cu_phap_ly: text,
  trinh_tu_thuc_hien: text,
});

/** How the portal writes that it does not know. */
export function known(value: string): string {
  return value === 'Không có thông tin' ? '' : value;
}
