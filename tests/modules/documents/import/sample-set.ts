import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { checkSet } from '#app/modules/documents/import/check-set.ts';
import { importProcedure } from '#app/modules/documents/import/import-procedure.server.ts';
import type { ImportedProcedure } from '#app/modules/documents/import/imported-procedure.ts';
import type { RoleName } from '#app/modules/documents/import/role-names.ts';
import { isRefusal } from '#app/modules/documents/import/word-document.ts';

// The library's own list, shaped as its file says.
export const roles = (parse(readFileSync('content/library/roles.yaml', 'utf8')) as { roles: RoleName[] })
  .roles;

export async function imported(bytes: Buffer, file: string): Promise<ImportedProcedure> {
  const procedure = await importProcedure(bytes, file, { roles });
  if (isRefusal(procedure)) throw new Error(`${file}: ${procedure.refused.message}`);
  return procedure;
}

/** Every finding of the documents and of the set, as `file: rule`. */
export function told(procedures: readonly ImportedProcedure[]): string[] {
  const own = procedures.flatMap((procedure) =>
    procedure.findings.map((finding) => `${procedure.file}: ${finding.rule}`),
  );
  const set = checkSet(procedures).map((finding) => `${finding.files.join(' + ')}: ${finding.rule}`);
  return [...own, ...set].sort();
}
