import { readFileSync, statSync } from 'node:fs';
import { translate } from '#app/i18n/translate.ts';
import {
  type AdministrativeProcedure,
  type PortalFinding,
  readAdministrativeProcedure,
} from '#app/modules/documents/tthc/administrative-procedure.ts';
import {
  type ReadRecord,
  recordAdministrativeProcedures,
} from '#app/modules/documents/tthc/recording.server.ts';
import { inTransaction } from '#db/unit-of-work.ts';
import type { Call } from './call.ts';
import { filesGiven } from './check-verb.ts';
import { type Office, writerOf } from './office.ts';

const largestFile = 30 * 1024 * 1024;

interface Line {
  code: string | null;
  name: string;
  field: string;
  level: string;
  line: string;
  findings: PortalFinding[];
}

/** Reads records of the national portal; each code once. What cannot be read is a finding, never a reason to stop. */
export async function importTthc(office: Office, call: Call) {
  const files = filesGiven(call.words.slice(2), /\.json$/i);
  const writer = call.dryRun ? null : await writerOf(office, call);
  const lines: Line[] = [];
  const records: ReadRecord[] = [];
  const seen = new Set<string>();
  for (const file of files) {
    for (const source of recordsIn(file)) {
      const procedure = readAdministrativeProcedure(source, 'vi');
      if (!procedure) lines.push(unread(file));
      else if (seen.has(procedure.code)) lines.push(lineOf(procedure, say('duplicate', { file })));
      else {
        lines.push(lineOf(procedure));
        seen.add(procedure.code);
        if (!procedure.findings.some((one) => one.severity === 'error')) records.push({ procedure, source });
      }
    }
  }
  if (writer) {
    const done = await inTransaction(office.db, (trx) =>
      recordAdministrativeProcedures(trx, writer, records, office.now),
    );
    process.stderr.write(`${done.added} added, ${done.changed} changed, ${done.same} the same.\n`);
  }
  return {
    value: lines,
    faults: lines.some((one) => one.findings.some((item) => item.severity === 'error')),
  };
}

/** A file holds one record or a list of them; null for one that cannot be read. */
function recordsIn(file: string): unknown[] {
  if (statSync(file).size > largestFile) return [null];
  try {
    const read: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return Array.isArray(read) ? read : [read];
  } catch {
    return [null];
  }
}

function say(rule: string, values: Record<string, string>): PortalFinding {
  return { rule: `tthc.${rule}`, severity: 'error', message: translate('vi', `tthc.${rule}`, values) };
}

function unread(file: string): Line {
  return {
    code: null,
    name: '',
    field: '',
    level: '',
    line: 'undecided',
    findings: [say('unreadable', { file })],
  };
}

function lineOf(procedure: AdministrativeProcedure, more?: PortalFinding): Line {
  const { code, name, field, level, line, findings } = procedure;
  return { code, name, field, level, line, findings: more ? [...findings, more] : findings };
}
