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
  ket_qua_xu_ly: text,
});

/** How the portal writes that it does not know. */
export function known(value: string): string {
  return value === 'Không có thông tin' ? '' : value;
}

/** Every field of a record that holds something, in the order of the page, those the program does not know last. */
export const portalFields = [
  'ma_thu_tuc',
  'ten_thu_tuc',
  'so_quyet_dinh',
  'cap_thuc_hien',
  'loai_thu_tuc',
  'linh_vuc',
  'doi_tuong_thuc_hien',
  'co_quan_thuc_hien',
  'co_quan_co_tham_quyen',
  'co_quan_duoc_uy_quyen',
  'co_quan_phoi_hop',
  'dia_chi_tiep_nhan',
  'cach_thuc_thuc_hien',
  'thanh_phan_ho_so',
  'trinh_tu_thuc_hien',
  'yeu_cau_dieu_kien',
  'ket_qua_xu_ly',
  'can_cu_phap_ly',
  'thu_tuc_lien_quan',
  'detail_url',
] as const;

export function fieldsOf(source: unknown): { field: string; text: string }[] {
  if (typeof source !== 'object' || source === null || Array.isArray(source)) return [];
  const entries = Object.entries(source).flatMap(([field, value]) => {
    const told = typeof value === 'string' ? value : JSON.stringify(value);
    const text = (told ?? '').normalize('NFC').trim();
    return text === '' || value === null ? [] : [{ field, text }];
  });
  const order = (field: string) => {
    const at = (portalFields as readonly string[]).indexOf(field);
    return at === -1 ? portalFields.length : at;
  };
  return entries.sort((a, b) => order(a.field) - order(b.field) || (a.field < b.field ? -1 : 1));
}
