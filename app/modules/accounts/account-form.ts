import { z } from 'zod';
import { accountRoles } from '#app/permissions/actor.ts';

const text = z.string().trim();
const roles = z.preprocess(
  (value) => (value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value]),
  z.array(z.enum(accountRoles)),
);
const login = text
  .min(3)
  .max(100)
  .regex(/^[\p{L}\p{N}._@-]+$/u, 'accounts.field.login-letters');

export const signInForm = z.strictObject({
  login: text.min(1).max(200),
  password: z.string().min(1).max(200),
  to: z.string().optional(),
});

export const newAccountForm = z.strictObject({
  login,
  displayName: text.min(1).max(200),
  officerId: text.optional(),
  roles,
});

export const rolesForm = z.strictObject({ roles });

export const closureForm = z.strictObject({ reason: text.min(3).max(500) });

/** First administrator: login and name too; others only set a password. */
export const welcomeForm = z.strictObject({
  login: login.optional(),
  displayName: text.min(1).max(200).optional(),
  password: z.string().min(1).max(200),
  again: z.string().max(200),
});

export const passwordForm = z.strictObject({
  current: z.string().min(1).max(200),
  password: z.string().min(1).max(200),
  again: z.string().max(200),
});

export const agencyForm = z.strictObject({
  nameVi: text.min(3).max(200),
  nameEn: text.min(3).max(200),
  numberSign: text.min(1).max(50),
  legalGround: text.max(500),
  edition: z.enum(['2008', '2015', '2026']),
});
