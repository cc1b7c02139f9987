/**
 * The three ways the field says no, and a form that came broken. They are told apart by `kind`, not by `instanceof`: the web bundle and the
 * page bundle each carry their own copy of this file.
 * A code is a message key ("documents.refusal.same-person"); details fill its placeholders and are never text that
 * a person typed.
 */
export type RefusalDetails = Record<string, string | number>;

export class NotFound extends Error {
  readonly kind = 'not-found';
  constructor() {
    super('not-found');
    this.name = 'NotFound';
  }
}

export class Forbidden extends Error {
  readonly kind = 'forbidden';
  constructor() {
    super('forbidden');
    this.name = 'Forbidden';
  }
}

export class Refused extends Error {
  readonly kind = 'refused';
  readonly code: string;
  readonly details: RefusalDetails;
  constructor(code: string, details: RefusalDetails = {}) {
    super(code);
    this.name = 'Refused';
    this.code = code;
    this.details = details;
  }
}

/** The body of a form stops short, or is not what its type says: nothing in it can be read. */
export class UnreadableForm extends Error {
  readonly kind = 'unreadable';
  constructor() {
    super('unreadable');
    this.name = 'UnreadableForm';
  }
}

function kindOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'kind' in error ? error.kind : undefined;
}

export function isNotFound(error: unknown): error is NotFound {
  return kindOf(error) === 'not-found';
}

export function isUnreadable(error: unknown): error is UnreadableForm {
  return kindOf(error) === 'unreadable';
}

export function isForbidden(error: unknown): error is Forbidden {
  return kindOf(error) === 'forbidden';
}

export function isRefused(error: unknown): error is Refused {
  return kindOf(error) === 'refused' && typeof error === 'object' && error !== null && 'code' in error;
}
