import type { ReactNode } from 'react';
import { useT } from '../i18n/reader.tsx';

/** How a state is stamped: the frame says little, the word says all. Red is for what may no longer be used, or is late. */
const tones = {
  draft: 'pencil',
  returned: 'pencil',
  'in-review': 'ink',
  approved: 'ink',
  released: 'green',
  'in-force': 'seal',
  'not-yet-in-force': 'green',
  'awaiting-acknowledgement': 'ink',
  superseded: 'faded',
  withdrawn: 'red',
  adopted: 'ink',
  acknowledged: 'green',
  'to-acknowledge': 'ink',
  open: 'ink',
  contained: 'ink',
  analysed: 'ink',
  'plan-approved': 'ink',
  'in-progress': 'ink',
  'waiting-for-check': 'ink',
  closed: 'faded',
  cancelled: 'faded',
  recurring: 'red',
  planned: 'pencil',
  announced: 'ink',
  'under-way': 'green',
  reported: 'ink',
  conform: 'green',
  improvement: 'ink',
  minor: 'ink',
  major: 'red',
  'not-audited': 'pencil',
  'not-applicable': 'faded',
  overdue: 'red',
  'due-soon': 'ink',
  vacant: 'red',
  active: 'green',
  ended: 'faded',
  disabled: 'faded',
  public: 'green',
  internal: 'ink',
} as const;

export type StampKind = keyof typeof tones;
export const stampKinds = Object.keys(tones) as StampKind[]; // keys of the literal above

/** A state as a stamp with its word. `children` replaces the usual word where the field has a better one. */
export function Stamp({ kind, children }: { kind: StampKind; children?: ReactNode }) {
  const t = useT();
  return <span className={`stamp stamp-${tones[kind]}`}>{children ?? t(`ui.stamp.${kind}`)}</span>;
}
