import type { Actor } from '../../permissions/actor.ts';
import { may, type Permission } from '../../permissions/matrix.ts';

interface Area {
  key: string;
  to: string;
  /** Other beginnings of addresses that belong to the area. */
  also?: readonly string[];
  /** Whoever may do one of these has something to do there. */
  for: readonly Permission[];
}

/** By what people come to do, in the order of their day. */
const areas: readonly Area[] = [
  { key: 'my-work', to: '/my-work', for: ['duty.read-own'] },
  {
    key: 'documents',
    to: '/documents',
    also: ['/revisions', '/legal-bases', '/currency', '/administrative-procedures', '/fees'],
    for: ['document.read'],
  },
  // Who may not see the register sees what the public sees.
  { key: 'documents', to: '/public/documents', for: ['document.read-public'] },
  { key: 'records', to: '/records', for: ['record.read'] },
  { key: 'responsibilities', to: '/responsibilities', for: ['duty.read'] },
  { key: 'audits', to: '/audits', also: ['/checklists'], for: ['audit.read'] },
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
  also: readonly string[];
}

/** Is a page of this address within the area? */
export function isWithin({ to, also }: Pick<NavigationEntry, 'to' | 'also'>, pathname: string): boolean {
  return [to, ...also].some((begin) => pathname === begin || pathname.startsWith(`${begin}/`));
}

/** What this actor is offered: only areas they have a right in, and only pages that exist. */
export function navigationFor(actor: Actor, hasRoute: (path: string) => boolean): NavigationEntry[] {
  const offered = areas.filter(
    (area) => hasRoute(area.to) && area.for.some((permission) => may(actor, permission)),
  );
  return offered
    .filter((area, at) => offered.findIndex((other) => other.key === area.key) === at)
    .map(({ key, to, also = [] }) => ({ key, to, also }));
}

/** Where a signed-in person's day starts: their own work, or the office's administration; null for the public. */
export function homeOf(actor: Actor, hasRoute: (path: string) => boolean): string | null {
  const entries = navigationFor(actor, hasRoute);
  const home = ['my-work', 'administration'].map((key) => entries.find((entry) => entry.key === key));
  return home.find((entry) => entry !== undefined)?.to ?? null;
}
