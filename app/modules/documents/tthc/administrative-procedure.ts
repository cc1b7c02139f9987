import type { Locale } from '#app/i18n/locale.ts';
import { translate } from '#app/i18n/translate.ts';
import { fold } from '../../search/fold.ts';
import { type Line, proposeLine } from './line.ts';
import { known, portalRecord } from './portal-record.ts';
import {
  type DossierTable,
  leftOf,
  numberSigns,
  type ProcedureResult,
  takeApartPapers,
  takeApartResults,
  takeApartWays,
  type Way,
} from './run-together.ts';

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
  /** Papers by case; a table that could not be split has none. */
  dossier: DossierTable[];
  results: ProcedureResult[];
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
  const { ways, pieces: ofWays } = takeApartWays(record.cach_thuc_thuc_hien);
  if (!ways || ways.length === 0 || ways.some((way) => way.time === null)) find('times');
  if (ways?.some((way) => way.time !== null && way.fee === null && way.rest !== '')) find('fees');
  const { tables: dossier, pieces: ofPapers } = takeApartPapers(record.thanh_phan_ho_so);
  if (dossier.length === 0 || dossier.some((table) => table.papers === null)) find('papers');
  const { results, pieces: ofResults } = takeApartResults(record.ket_qua_xu_ly);
  if (results.length === 0) find('results');
  // A whole table is told by its own finding; what stands loose beside tables that were read is told by its words.
  const loose = [
    ...(ways ? leftOf(ofWays) : []),
    ...(dossier.length > 0 ? leftOf(ofPapers).filter((text) => !isTable(text, dossier)) : []),
    ...(results.length > 0 ? leftOf(ofResults) : []),
  ];
  for (const text of loose) find('left', 'warning', { text });
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
    dossier,
    results,
    legalBases: signs.found,
    findings,
  };
}

function isTable(text: string, dossier: readonly DossierTable[]): boolean {
  return dossier.some((table) => table.papers === null && table.text.trim() === text);
}
