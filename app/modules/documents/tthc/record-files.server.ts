import type { Locale } from '#app/i18n/locale.ts';
import { translate } from '#app/i18n/translate.ts';
import { readZipParts } from '../import/zip-archive.server.ts';
import {
  type AdministrativeProcedure,
  type PortalFinding,
  readAdministrativeProcedure,
} from './administrative-procedure.ts';
import type { ReadRecord } from './recording.server.ts';

const largestFile = 30 * 1024 * 1024;

export interface GivenFile {
  name: string;
  bytes: Buffer;
}

/** One record as it was read: what the import says of it. */
export interface RecordLine {
  code: string | null;
  name: string;
  field: string;
  level: string;
  line: string;
  findings: PortalFinding[];
}

/** Reads records of the national portal; each code once. What cannot be read is a finding, never a reason to stop. */
export async function readRecordFiles(
  files: Iterable<GivenFile>,
  locale: Locale,
): Promise<{ lines: RecordLine[]; records: ReadRecord[] }> {
  const lines: RecordLine[] = [];
  const records: ReadRecord[] = [];
  const seen = new Set<string>();
  const say = (rule: string, file: string): PortalFinding => ({
    ...{ rule: `tthc.${rule}`, severity: 'error', message: translate(locale, `tthc.${rule}`, { file }) },
  });
  for (const given of files) {
    for (const { name, source } of await recordsIn(given)) {
      const procedure = readAdministrativeProcedure(source, locale);
      if (!procedure) lines.push({ ...nothing, findings: [say('unreadable', name)] });
      else if (seen.has(procedure.code)) lines.push(lineOf(procedure, [say('duplicate', name)]));
      else {
        lines.push(lineOf(procedure, []));
        seen.add(procedure.code);
        if (!procedure.findings.some((one) => one.severity === 'error')) records.push({ procedure, source });
      }
    }
  }
  return { lines, records };
}

const nothing: RecordLine = { code: null, name: '', field: '', level: '', line: 'undecided', findings: [] };

function lineOf(procedure: AdministrativeProcedure, more: PortalFinding[]): RecordLine {
  const { code, name, field, level, line, findings } = procedure;
  return { code, name, field, level, line, findings: [...findings, ...more] };
}

/** A file holds one record, a list of them, or is a zip of such files; null stands for what cannot be read. */
async function recordsIn({ name, bytes }: GivenFile): Promise<{ name: string; source: unknown }[]> {
  if (bytes.length > largestFile) return [{ name, source: null }];
  if (bytes.subarray(0, 2).toString('latin1') !== 'PK') return jsonIn(name, bytes);
  try {
    const parts = await readZipParts(bytes, (part) => /\.json$/i.test(part) && !/(^|\/)[._]/.test(part));
    if (parts.size === 0) return [{ name, source: null }];
    return [...parts].flatMap(([part, content]) => jsonIn(`${name}: ${part}`, content));
  } catch {
    return [{ name, source: null }];
  }
}

function jsonIn(name: string, bytes: Buffer): { name: string; source: unknown }[] {
  try {
    const read: unknown = JSON.parse(bytes.toString('utf8').replace(/^\uFEFF/, ''));
    return (Array.isArray(read) ? read : [read]).map((source: unknown) => ({ name, source }));
  } catch {
    return [{ name, source: null }];
  }
}
