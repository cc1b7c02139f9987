import type { ImportedStep } from './imported-procedure.ts';
import type { RoleNames } from './role-names.ts';
import type { RawStep } from './step-table.ts';

/** Gives each step its order and, where the wording leaves no doubt, the role of the library. */
export function withRoles(
  steps: readonly RawStep[],
  names: RoleNames,
  positionOf: (role: string) => string | null = () => null,
): ImportedStep[] {
  return steps.map(({ sameNumberCell: _same, ...step }, index) => {
    const role = names.read(step.role);
    const key = role.kind === 'known' ? role.key : null;
    return {
      order: index + 1,
      ...step,
      roleKey: key,
      severalRoles: role.kind === 'several',
      consulted: role.kind === 'known' ? role.consulted : [],
      position: key === null ? null : positionOf(key),
    };
  });
}

/** Steps told in lines instead of a table: "Bước 1: …", each with the lines under it. */
export function stepsFromLines(lines: readonly string[]): RawStep[] {
  const steps: RawStep[] = [];
  for (const line of lines) {
    const start = /^[-+*\s]*bước\s+(\d{1,2})\s*[:.\-–]?\s*(.*)$/iu.exec(line);
    if (start) {
      steps.push({
        number: start[1] ?? null,
        sameNumberCell: false,
        text: start[2] ?? '',
        role: '',
        time: '',
        times: [],
        result: null,
        group: null,
        note: null,
      });
      continue;
    }
    const current = steps.at(-1);
    if (current) current.text = `${current.text}\n${line}`.trim();
  }
  return steps;
}
