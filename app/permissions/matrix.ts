import { Forbidden } from '../http/errors.ts';
import type { ActingRole, Actor } from './actor.ts';

const staff = ['leader', 'quality-officer', 'unit-head', 'officer', 'auditor'] as const;
const everyone = ['citizen', 'admin', ...staff] as const;
const drafters = ['quality-officer', 'unit-head', 'officer'] as const;

/**
 * Who may do what at all. Whether this person may do it now, to this thing, is a rule of the module
 * (`refusalTo…`); what a person may not see is filtered in the query.
 */
const matrix = {
  'document.read-public': everyone,
  'document.read': staff,
  'document.read-draft': staff,
  'document.draft': drafters,
  'document.import': ['quality-officer'],
  'document.withdraw': ['quality-officer'],
  'revision.submit': drafters,
  'revision.review': ['leader', 'quality-officer', 'unit-head'],
  // A head of unit approves by delegation only: whether there is one is a rule of signing.
  'revision.approve': ['leader', 'unit-head'],
  'revision.release': ['quality-officer'],
  'revision.acknowledge': staff,
  'change-request.read': staff,
  'change-request.propose': staff,
  'change-request.opine': ['leader', 'quality-officer', 'unit-head'],
  // As with approvals: a head of unit by delegation.
  'change-request.decide': ['leader', 'unit-head'],
  'comment.read': staff,
  'comment.write': staff,
  'comment.answer': drafters,
  'periodic-review.read': ['leader', 'quality-officer', 'unit-head'],
  'periodic-review.read-all': ['leader', 'quality-officer'],
  'periodic-review.record-any': ['quality-officer'],
  'periodic-review.record': ['leader', 'quality-officer', 'unit-head'],
  'acknowledgement.read': ['leader', 'quality-officer', 'unit-head', 'auditor'],
  'record.fill': staff,
  'record.read': staff,
  'record.note-event': drafters,
  'record-type.maintain': ['quality-officer'],
  'disposal.read': ['leader', 'quality-officer', 'auditor'],
  'disposal.propose': ['quality-officer'],
  'disposal.decide': ['leader'],
  'controlled-copy.read': staff,
  'controlled-copy.keep': drafters,
  'paper-report.read': ['leader', 'quality-officer', 'unit-head', 'auditor'],
  'paper-report.settle': ['leader', 'quality-officer'],
  'duty.read-own': staff,
  'duty.read': staff,
  'organization.read': staff,
  'organization.maintain': ['quality-officer'],
  'delegation.record': ['leader', 'quality-officer'],
  'legal-basis.read': everyone,
  'legal-basis.maintain': ['quality-officer'],
  'fee.read': staff,
  'currency.read': staff,
  'currency.settle': ['quality-officer', 'unit-head'],
  'administrative-procedure.read': staff,
  'administrative-procedure.maintain': ['quality-officer'],
  'audit.read': ['leader', 'quality-officer', 'unit-head', 'auditor'],
  'audit.plan': ['quality-officer'],
  'audit.conduct': ['auditor'],
  'audit.close': ['leader', 'quality-officer'],
  'checklist.read': ['leader', 'quality-officer', 'unit-head', 'auditor'],
  'checklist.make': ['quality-officer', 'auditor'],
  'checklist.answer': ['auditor'],
  'nonconformity.read': staff,
  'nonconformity.report': staff,
  'nonconformity.handle': staff,
  'nonconformity.approve-plan': ['leader'],
  'nonconformity.verify': ['auditor', 'quality-officer', 'unit-head'],
  'nonconformity.cancel': ['leader'],
  'account.maintain': ['admin'],
  'account.read-own': ['admin', ...staff],
  'journal.read': ['admin', 'leader', 'quality-officer', 'auditor'],
  'system.read': ['admin'],
  'library.exchange': ['quality-officer'],
  'search.words': everyone,
} as const satisfies Record<string, readonly ActingRole[]>;

export type Permission = keyof typeof matrix;

/** Pure: the same answer on the server and on the screen. The set-up actor may do everything but sign. */
export function may(actor: Actor, permission: Permission): boolean {
  const allowed: readonly ActingRole[] = matrix[permission];
  if (actor.roles.includes('system'))
    return permission !== 'revision.approve' && permission !== 'revision.review';
  return actor.roles.some((role) => allowed.includes(role));
}

/** First line of every query and command. */
export function authorize(actor: Actor, permission: Permission): void {
  if (!may(actor, permission)) throw new Forbidden();
}
