import { Stamp } from '#app/ui/stamp.tsx';
import type { ForceState } from '../in-force.ts';
import type { RegisterState } from '../register/register.server.ts';

const ofRegister = {
  'in-force': 'in-force',
  awaiting: 'awaiting-acknowledgement',
  'not-yet': 'not-yet-in-force',
  'in-preparation': 'draft',
  withdrawn: 'withdrawn',
  expired: 'superseded',
} as const satisfies Record<RegisterState, string>;

export function RegisterStamp({ state }: { state: RegisterState }) {
  return <Stamp kind={ofRegister[state]} />;
}

const ofForce = {
  'awaiting-acknowledgement': 'awaiting-acknowledgement',
  'not-yet-in-force': 'not-yet-in-force',
  'in-force': 'in-force',
  superseded: 'superseded',
  withdrawn: 'withdrawn',
  expired: 'superseded',
} as const;

/** What a revision is on the day shown: its place in force once released, before that how far it has come. */
export function RevisionStamp({ state, force }: { state: string; force: ForceState }) {
  if (force !== 'not-released') return <Stamp kind={ofForce[force]} />;
  if (state === 'in-review' || state === 'approved' || state === 'released') return <Stamp kind={state} />;
  return <Stamp kind="draft" />;
}
