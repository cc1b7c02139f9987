import { fold } from '../../search/fold.ts';

/** Handled by the People's Committee itself, by another line of the state at the same place, or not to be told from the record. */
export type Line = 'own' | 'other' | 'undecided';

export interface LineProposal {
  line: Line;
  /** Why it is undecided: message key under `tthc.line`. */
  reason: 'conflict' | 'unknown' | 'no-commune' | null;
}

const otherFields = [
  /hai quan/,
  /^thue$|quan ly thue/,
  /can cuoc|cu tru|xuat nhap canh|phuong tien giao thong co gioi|sat hach|dinh danh va xac thuc/,
  /phong chay|vu khi|an ninh/,
  /\bbhxh\b|\bbhyt\b|^bao hiem/,
  /kho bac/,
  /toa an|vien kiem sat|thi hanh an/,
  /nghia vu quan su/,
];

/** Civil justice is the commune's, whatever agencies are named beside it. */
const coreFields = /ho tich|chung thuc|nuoi con nuoi|hoa giai o co so/;

const ownFields = [
  coreFields,
  /giam ngheo|nguoi co cong|bao tro xa hoi|tre em/,
  /hop tac|ho kinh doanh/,
  /dat dai|thuy loi|nong nghiep|lam nghiep|thuy san|chan nuoi|trong trot|thu y|de dieu/,
  /quy hoach|hoat dong xay dung|ha tang ky thuat|nha o|duong bo|chat luong cong trinh/,
  /moi truong|khieu nai|to cao|chuong trinh muc tieu|cong san|tai nguyen nuoc/,
  /ton giao|thi dua|van hoa|giao duc|y te/,
];

const commune =
  /(u[yi] ban nhan dan|ubnd|chu tich|hanh chinh cong)[^,;]*(xa|phuong)|cap xa, phuong|ubnd cap xa/;
const otherAgencies =
  /hai quan|\bthue\b|cong an|canh sat|xuat nhap canh|bao hiem xa hoi|kho bac|toa an|cang vu|bo chi huy|quan su|thi hanh an/;

/** What the agencies named say: own where one is the commune's, other where all belong to other lines. */
function lineOfAgencies(agencies: string): Line | 'none-named' {
  const folded = fold(agencies);
  if (folded === '') return 'none-named';
  if (commune.test(folded)) return 'own';
  const named = folded.split(/[,;]/).filter((name) => name.trim() !== '');
  const others = named.filter((name) => otherAgencies.test(name)).length;
  return others > 0 && others * 2 >= named.length ? 'other' : 'undecided';
}

/**
 * Proposes a line from the field and the agencies of a record, and keeps out of what they do not say: a person decides
 * that.
 */
export function proposeLine(field: string, agencies: string, level: string): LineProposal {
  const folded = fold(field);
  const ofCommune = fold(level).includes('cap xa');
  const ofField = otherFields.some((one) => one.test(folded))
    ? 'other'
    : ownFields.some((one) => one.test(folded))
      ? 'own'
      : null;
  const ofAgencies = lineOfAgencies(agencies);
  if (ofAgencies === 'own' || ofAgencies === 'other') {
    return ofField && ofField !== ofAgencies
      ? { line: 'undecided', reason: 'conflict' }
      : { line: ofAgencies, reason: null };
  }
  if (ofField === 'other') return { line: 'other', reason: null };
  const isTold = ofAgencies === 'none-named' || coreFields.test(folded);
  if (ofField === 'own' && ofCommune && isTold) return { line: 'own', reason: null };
  return { line: 'undecided', reason: agencies === '' ? 'unknown' : 'no-commune' };
}
