/** Roles an account may hold (organisation.md §4). `system` acts only at set-up; `citizen` is everyone without sign-in. */
export const accountRoles = [
  'admin',
  'leader',
  'quality-officer',
  'unit-head',
  'officer',
  'auditor',
] as const;
export type AccountRole = (typeof accountRoles)[number];
export type ActingRole = AccountRole | 'citizen' | 'system';

/** Who makes a request, as the database knew them at that instant. */
export interface Actor {
  accountId: string | null;
  /** The officer behind the account; administrators may have none. */
  officerId: string | null;
  agencyId: string;
  name: string;
  roles: readonly ActingRole[];
  /** Positions held today, acting ones included. */
  positionIds: readonly string[];
  unitIds: readonly string[];
  /** Hash of the session token, for the journal; never the token. */
  sessionHash: string | null;
}

export function citizenOf(agencyId: string): Actor {
  return {
    accountId: null,
    officerId: null,
    agencyId,
    name: '',
    roles: ['citizen'],
    positionIds: [],
    unitIds: [],
    sessionHash: null,
  };
}

/** Sets up an agency and its library; has no session and cannot sign. */
export function systemOf(agencyId: string): Actor {
  return { ...citizenOf(agencyId), name: 'Rõ Việc', roles: ['system'] };
}

export function isSignedIn(actor: Actor): actor is Actor & { accountId: string } {
  return actor.accountId !== null;
}
