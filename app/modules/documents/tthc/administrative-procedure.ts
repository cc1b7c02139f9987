import type { Locale } from '#app/i18n/locale.ts';
import { translate } from '#app/i18n/translate.ts';
import { fold } from '../../search/fold.ts';
import { type Line, proposeLine } from './line.ts';
import { known, portalRecord } from './portal-record.ts';
import { type DossierPaper, numberSigns, splitPapers, splitWays, type Way } from './run-together.ts';

export interface PortalFinding {
  rule: string;
  severity: 'error' | 'warning';
  message: string;
}

/** An administrative procedure (TTHC) as the national portal lists it, read as far as its record can be read. */
export interface AdministrativeProcedure {
  code: string;
  name: string;
  field: string;
  /** Levels that carry it out, as written. */
  level: string;
  /** Proposed; a person decides. */
  line: Line;
  ways: Way[] | null;
  papers: DossierPaper[] | null;
  legalBases: string[];
  findings: PortalFinding[];
}

const codePattern = /^\d\.\d{6}(\.[0-9A-Z.]+)?$/;
const district = /cap huyen|uy ban nhan dan (quan|huyen)|ubnd (quan|huyen)|thi tran/;

/** Reads one record; null when it is none. */
export function readAdministrativeProcedure(value: unknown, locale: Locale): AdministrativeProcedure | null {
  const read = portalRecord.safeParse(value);
  if (!read.success || (read.data.ma_thu_tuc === '' && read.data.ten_thu_tuc === '')) return null;
  const record = read.data;
  const findings: PortalFinding[] = [];
  const find = (
    rule: string,
    severity: PortalFinding['severity'] = 'warning',
    values: Record<string, string> = {},
  ) => findings.push({ rule: `tthc.${rule}`, severity, message: translate(locale, `tthc.${rule}`, values) });
  if (!codePattern.test(record.ma_thu_tuc)) find('code', 'error', { code: record.ma_thu_tuc });
  if (record.ten_thu_tuc === '') find('name', 'error');
  const agencies = [known(record.co_quan_thuc_hien), known(record.co_quan_co_tham_quyen)]
    .filter(Boolean)
    .join(', ');
  const { line, reason } = proposeLine(record.linh_vuc, agencies, record.cap_thuc_hien);
  if (reason) find(`line.${reason}`, 'warning', { field: record.linh_vuc, agencies });
  const ways = splitWays(record.cach_thuc_thuc_hien);
  if (!ways || ways.length === 0 || ways.some((way) => way.time === null)) find('times');
  if (ways?.some((way) => way.time !== null && /^\d/.test(way.rest))) find('fees');
  const papers = splitPapers(record.thanh_phan_ho_so);
  if (!papers) find('papers');
  const signs = numberSigns(record.can_cu_phap_ly);
  if (signs.found.length === 0) find('legal-bases');
  if (signs.doubtful.length > 0) find('legal-basis-doubtful', 'warning', { list: signs.doubtful.join(', ') });
  if (district.test(fold(record.trinh_tu_thuc_hien))) find('district');
  return {
    code: record.ma_thu_tuc,
    name: record.ten_thu_tuc,
    field: record.linh_vuc,
    level: record.cap_thuc_hien,
    line,
    ways,
    papers,
    legalBases: signs.found,
    findings,
  };
}
