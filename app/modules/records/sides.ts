import type { Actor } from '#app/permissions/actor.ts';
import { may, type Permission } from '#app/permissions/matrix.ts';
import { copiesPath, disposalsPath, paperReportPath, recordsPath, recordTypesPath } from './paths.ts';

const sides: readonly { to: string; key: string; for: Permission }[] = [
  { to: recordsPath, key: 'records', for: 'record.read' },
  { to: recordTypesPath, key: 'types', for: 'record.read' },
  { to: disposalsPath, key: 'disposals', for: 'disposal.read' },
  { to: copiesPath, key: 'copies', for: 'controlled-copy.read' },
  { to: paperReportPath, key: 'paper', for: 'paper-report.read' },
];

/** The sides of the records that this person may open. */
export function sidesFor(actor: Actor): { to: string; key: string }[] {
  return sides.filter((side) => may(actor, side.for)).map(({ to, key }) => ({ to, key }));
}
