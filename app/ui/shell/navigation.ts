import type { Actor } from '../../permissions/actor.ts';
import { may, type Permission } from '../../permissions/matrix.ts';

interface Area {
  key: string;
  to: string;
  /** Whoever may do one of these has something to do there. */
  for: readonly Permission[];
}

/** By what people come to do, in the order of their day. */
const areas: readonly Area[] = [
  { key: 'my-work', to: '/my-work', for: ['duty.read-own'] },
  { key: 'documents', to: '/documents', for: ['document.read'] },
  { key: 'responsibilities', to: '/responsibilities', for: ['duty.read'] },
  { key: 'audits', to: '/audits', for: ['audit.read'] },
  { key: 'nonconformities', to: '/nonconformities', for: ['nonconformity.read'] },
  {
    key: 'administration',
    to: '/administration',
    for: ['account.maintain', 'system.read', 'organization.maintain'],
  },
];

export interface NavigationEntry {
  key: string;
  to: string;
}

/** What this actor is offered: only areas they have a right in, and only pages that exist. */
export function navigationFor(actor: Actor, hasRoute: (path: string) => boolean): NavigationEntry[] {
  return areas
    .filter((area) => hasRoute(area.to) && area.for.some((permission) => may(actor, permission)))
    .map(({ key, to }) => ({ key, to }));
}
