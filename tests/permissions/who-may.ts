import type { Asker } from '#tests/harness/people-of-each-role.ts';

/** What somebody gets: let in, sent to sign in, told no, or told that there is no such thing. */
export type Answer = 'let in' | 'sign-in' | '403' | '404';
export type Answers = Record<Asker, Answer>;

export interface Row {
  /** The loader; null when the route has none. */
  get: Answers | null;
  /** The action; null when the route has none. */
  post: Answers | null;
  /** Route whose page holds the form, where it is not the action's own. */
  form?: string;
  /** What the form would send, where the page offers it to nobody of one role alone. */
  sends?: Record<string, string>;
}

type Inside = Exclude<Asker, 'citizen' | 'elsewhere'>;
const staff: Inside[] = ['leader', 'quality-officer', 'unit-head', 'officer', 'auditor'];
const signedIn: Inside[] = ['admin', ...staff];
const drafters: Inside[] = ['quality-officer', 'unit-head', 'officer'];

/** `theirs`: what the address names is our agency's own, which to everyone of another agency is not there. */
function answers(inside: Inside[], citizen: Answer, elsewhere: Answer): Answers {
  const of = (asker: Inside): Answer => (inside.includes(asker) ? 'let in' : '403');
  return {
    citizen,
    admin: of('admin'),
    leader: of('leader'),
    'quality-officer': of('quality-officer'),
    'unit-head': of('unit-head'),
    officer: of('officer'),
    auditor: of('auditor'),
    elsewhere,
  };
}

const everyone = answers(signedIn, 'let in', 'let in');
const nobody: Answers = {
  citizen: '404',
  admin: '404',
  leader: '404',
  'quality-officer': '404',
  'unit-head': '404',
  officer: '404',
  auditor: '404',
  elsewhere: '404',
};
/** A page of one's own agency, and the form on it. */
const read = (...inside: Inside[]) => answers(inside, 'sign-in', 'let in');
const write = (...inside: Inside[]) => answers(inside, '403', 'let in');
/** The same about one thing of our agency. */
const readOf = (...inside: Inside[]) => answers(inside, 'sign-in', '404');
const writeOf = (...inside: Inside[]) => answers(inside, '403', '404');

const auditReaders: Inside[] = ['leader', 'quality-officer', 'unit-head', 'auditor'];
const closers: Inside[] = ['leader', 'quality-officer'];
const makers: Inside[] = ['quality-officer', 'auditor'];
const checkers: Inside[] = ['auditor', 'quality-officer', 'unit-head'];
const reviewers: Inside[] = ['leader', 'quality-officer', 'unit-head'];

const signed = { seenHash: 'a'.repeat(64), agreed: 'yes' };

/** What one officer has not finished is there for nobody else. */
const ofItsOwner = (answer: Answers): Answers => ({
  ...answer,
  leader: '404',
  'quality-officer': '404',
  'unit-head': '404',
  auditor: '404',
});

/** Every loader and action of `app/routes.ts`. What is not here may not exist. */
export const whoMay: Record<string, Row> = {
  'routes/start': { get: everyone, post: null },
  'routes/handbook/contents': { get: everyone, post: null },
  'routes/handbook/page': { get: everyone, post: null },
  'routes/language': { get: everyone, post: everyone },
  'routes/theme': { get: everyone, post: everyone },
  'routes/no-such-page': { get: nobody, post: nobody },

  'routes/accounts/sign-in': { get: everyone, post: everyone },
  'routes/accounts/sign-out': { get: everyone, post: everyone },
  // Whoever holds the one-time link is its holder, wherever they are.
  'routes/accounts/welcome': { get: everyone, post: everyone },
  'routes/accounts/account': { get: read(...signedIn), post: write(...signedIn) },

  'routes/administration/overview': { get: read(...signedIn), post: null },
  'routes/administration/agency': { get: read('admin'), post: write('admin') },
  'routes/administration/accounts': { get: read('admin'), post: null },
  'routes/administration/new-account': { get: read('admin'), post: write('admin') },
  'routes/administration/account': { get: readOf('admin'), post: writeOf('admin') },
  'routes/administration/account-invitation': { get: readOf('admin'), post: writeOf('admin') },
  'routes/administration/account-closure': { get: readOf('admin'), post: writeOf('admin') },
  'routes/administration/journal': { get: read('admin', 'leader', 'quality-officer', 'auditor'), post: null },
  'routes/administration/export': { get: read('quality-officer'), post: null },
  'routes/administration/export-file': {
    get: everyone,
    post: write('quality-officer'),
    form: 'routes/administration/export',
  },

  'routes/documents/register': { get: read(...staff), post: null },
  'routes/documents/register-file': { get: read(...staff), post: null },
  'routes/documents/manual/manual': { get: read(...staff), post: write(...staff) },
  'routes/documents/manual/file': { get: read(...staff), post: null },
  'routes/documents/registers/registers': { get: read(...staff), post: null },
  'routes/documents/registers/file': { get: read(...staff), post: null },
  'routes/documents/new': { get: read(...drafters), post: write(...drafters) },
  'routes/documents/import': { get: read('quality-officer'), post: write('quality-officer') },
  'routes/documents/import-file': { get: null, post: write('quality-officer') },
  'routes/documents/import-result': { get: read('quality-officer'), post: null },
  'routes/documents/new-release': { get: read('quality-officer'), post: write('quality-officer') },
  'routes/documents/release-decided': { get: readOf(...staff), post: null },
  'routes/documents/release-decision-file': { get: readOf(...staff), post: null },
  'routes/documents/by-code': { get: { ...everyone, elsewhere: '404' }, post: null },
  'routes/documents/requests/register': { get: read(...staff), post: null },
  'routes/documents/requests/new': { get: read(...staff), post: write(...staff) },
  'routes/documents/requests/request': { get: readOf(...staff), post: null },
  'routes/documents/requests/opinion': {
    get: readOf(...reviewers),
    post: writeOf(...reviewers),
    sends: { part: 'unit-head', favours: 'yes' },
  },
  'routes/documents/requests/decision': {
    get: readOf('leader', 'unit-head'),
    post: writeOf('leader', 'unit-head'),
    sends: { agreed: 'no', reason: 'Chưa cần' },
  },
  'routes/documents/requests/draft': {
    get: readOf(...drafters),
    post: writeOf(...drafters),
    sends: { newIssue: 'no' },
  },
  'routes/documents/requests/cancellation': { get: readOf(...staff), post: writeOf(...staff) },
  'routes/documents/requests/file': { get: readOf(...staff), post: null },
  'routes/documents/comparison': { get: readOf(...staff), post: null },
  'routes/documents/comments/comments': { get: readOf(...staff), post: writeOf(...staff) },
  'routes/documents/comments/file': { get: readOf(...staff), post: null },
  'routes/documents/comments/answer': { get: readOf(...drafters), post: writeOf(...drafters) },
  'routes/documents/document': { get: readOf(...staff), post: null },
  'routes/documents/new-revision': { get: readOf(...drafters), post: writeOf(...drafters) },
  'routes/documents/withdrawal': { get: readOf('quality-officer'), post: writeOf('quality-officer') },
  'routes/documents/acknowledgement': {
    get: readOf(...staff),
    post: writeOf(...staff),
    sends: { ...signed, revision: 'none', part: 'whole' },
  },
  'routes/documents/acknowledgements': { get: readOf(...reviewers, 'auditor'), post: null },
  'routes/documents/acknowledgement-register': { get: read(...reviewers, 'auditor'), post: null },
  'routes/documents/acknowledgement-register-file': { get: read(...reviewers, 'auditor'), post: null },
  'routes/documents/acknowledgement-register-paper': { get: read(...reviewers, 'auditor'), post: null },
  'routes/documents/periodic-reviews': { get: read(...reviewers), post: null },
  'routes/documents/periodic-review': { get: readOf(...reviewers), post: writeOf(...reviewers) },
  'routes/documents/revision': { get: readOf(...staff), post: null },
  'routes/documents/form': { get: readOf(...drafters), post: writeOf(...drafters) },
  'routes/documents/edit': { get: readOf(...drafters), post: writeOf(...drafters) },
  'routes/documents/own-saving': { get: null, post: writeOf(...drafters) },
  'routes/documents/preview': { get: null, post: writeOf(...drafters) },
  'routes/documents/submission': { get: readOf(...drafters), post: writeOf(...drafters) },
  'routes/documents/submission-withdrawal': { get: readOf(...drafters), post: writeOf(...drafters) },
  'routes/documents/review': { get: readOf(...reviewers), post: writeOf(...reviewers), sends: signed },
  'routes/documents/return': { get: readOf(...reviewers), post: writeOf(...reviewers) },
  'routes/documents/approval': {
    get: readOf('leader', 'unit-head'),
    post: writeOf('leader', 'unit-head'),
    sends: signed,
  },
  'routes/documents/release': { get: read('quality-officer'), post: null },
  'routes/documents/adoption': { get: readOf('quality-officer'), post: writeOf('quality-officer') },
  'routes/documents/file': { get: { ...everyone, admin: 'let in', elsewhere: '404' }, post: null },
  'routes/documents/word-file': { get: { ...everyone, admin: 'let in', elsewhere: '404' }, post: null },
  'routes/documents/print': { get: readOf(...staff), post: null },
  'routes/documents/controlled-copy': {
    get: everyone,
    post: writeOf(...staff),
    form: 'routes/documents/print',
  },
  'routes/documents/decision-file': { get: readOf(...staff), post: null },
  'routes/legal-bases': { get: everyone, post: null },
  'routes/legal/coming': { get: read(...staff), post: null },
  'routes/legal/new-basis': { get: read('quality-officer'), post: write('quality-officer') },
  'routes/legal/basis': { get: readOf(...staff), post: null },
  'routes/legal/basis-change': { get: readOf('quality-officer'), post: writeOf('quality-officer') },
  'routes/legal/new-amendment': { get: readOf('quality-officer'), post: writeOf('quality-officer') },
  'routes/legal/amendment-retraction': { get: readOf('quality-officer'), post: writeOf('quality-officer') },
  'routes/currency/tasks': { get: read(...staff), post: null },
  'routes/currency/task': {
    get: readOf(...staff),
    post: writeOf('quality-officer', 'unit-head'),
  },
  'routes/tthc/list': { get: read(...staff), post: null },
  'routes/tthc/coverage': { get: read(...staff), post: null },
  'routes/tthc/import': { get: read('quality-officer'), post: write('quality-officer') },
  'routes/tthc/line': { get: read('quality-officer'), post: write('quality-officer') },
  'routes/tthc/procedure': { get: readOf(...staff), post: null },
  'routes/tthc/draft': { get: readOf(...drafters), post: writeOf(...drafters) },
  'routes/fees/list': { get: read(...staff), post: null },
  'routes/fees/new-fee': { get: read('quality-officer'), post: write('quality-officer') },
  'routes/fees/fee': { get: readOf(...staff), post: writeOf('quality-officer') },

  // The QR code of a printed sheet: whoever holds the paper may ask.
  'routes/status': { get: everyone, post: null },
  'routes/public/register': { get: everyone, post: null },
  'routes/public/document': { get: { ...everyone, elsewhere: '404' }, post: null },

  'routes/search': { get: everyone, post: null },
  'routes/responsibilities/duties-file': { get: read(...staff), post: null },
  'routes/records/register': { get: read(...staff), post: null },
  'routes/records/new': { get: read(...staff), post: write(...staff) },
  'routes/records/blank': { get: readOf(...staff), post: null },
  'routes/records/filling': { get: ofItsOwner(readOf(...staff)), post: ofItsOwner(writeOf(...staff)) },
  'routes/records/completion': { get: ofItsOwner(readOf(...staff)), post: ofItsOwner(writeOf(...staff)) },
  'routes/records/revision-choice': {
    get: ofItsOwner(readOf(...staff)),
    post: ofItsOwner(writeOf(...staff)),
    sends: { choice: 'keep' },
  },
  'routes/records/abandonment': { get: ofItsOwner(readOf(...staff)), post: ofItsOwner(writeOf(...staff)) },
  'routes/records/types': { get: read(...staff), post: null },
  'routes/records/type': { get: readOf(...staff), post: writeOf('quality-officer') },
  'routes/records/record': { get: readOf(...staff), post: null },
  'routes/records/record-file': { get: readOf(...staff), post: null },
  'routes/records/correction': {
    get: readOf(...staff),
    post: writeOf(...staff),
    sends: { agreed: 'yes' },
  },
  'routes/records/event': {
    get: readOf(...drafters),
    post: writeOf(...drafters),
    sends: { on: '2026-11-20', description: 'Hết thời hạn' },
  },
  'routes/records/disposals': { get: read('leader', 'quality-officer', 'auditor'), post: null },
  'routes/records/new-disposal': { get: read('quality-officer'), post: write('quality-officer') },
  'routes/records/disposal': { get: readOf('leader', 'quality-officer', 'auditor'), post: null },
  'routes/records/disposal-decision': { get: readOf('leader'), post: writeOf('leader') },
  'routes/records/disposal-minute': {
    get: readOf('quality-officer'),
    post: writeOf('quality-officer'),
    sends: { on: '2026-11-20', place: 'x', method: 'x', witnesses: 'x', conclusion: 'x' },
  },
  'routes/records/disposal-minute-file': {
    get: readOf('leader', 'quality-officer', 'auditor'),
    post: null,
  },
  'routes/records/paper': { get: read('leader', 'quality-officer', 'unit-head', 'auditor'), post: null },
  'routes/records/settlement': { get: readOf(...closers), post: writeOf(...closers) },
  'routes/records/copies': { get: read(...staff), post: null },
  'routes/records/new-copy': { get: read(...drafters), post: write(...drafters) },
  'routes/records/copy-return': { get: readOf(...drafters), post: writeOf(...drafters) },

  'routes/my-work': { get: read(...staff), post: null },
  'routes/responsibilities/overview': { get: read(...staff), post: null },
  'routes/responsibilities/position': { get: readOf(...staff), post: null },
  'routes/responsibilities/officer': { get: readOf(...staff), post: null },

  'routes/organization/overview': { get: read(...staff), post: null },
  'routes/organization/new-unit': { get: read('quality-officer'), post: write('quality-officer') },
  'routes/organization/unit': { get: readOf('quality-officer'), post: writeOf('quality-officer') },
  'routes/organization/new-position': { get: read('quality-officer'), post: write('quality-officer') },
  'routes/organization/position': { get: readOf('quality-officer'), post: writeOf('quality-officer') },
  'routes/organization/officers': { get: read(...staff), post: null },
  'routes/organization/new-officer': { get: read('quality-officer'), post: write('quality-officer') },
  'routes/organization/import': { get: read('quality-officer'), post: write('quality-officer') },
  'routes/organization/import-confirmation': { get: read('quality-officer'), post: write('quality-officer') },
  'routes/organization/officer': { get: readOf(...staff), post: null },
  'routes/organization/officer-change': { get: readOf('quality-officer'), post: writeOf('quality-officer') },
  'routes/organization/leaving': { get: readOf('quality-officer'), post: writeOf('quality-officer') },
  'routes/organization/new-appointment': { get: readOf('quality-officer'), post: writeOf('quality-officer') },
  'routes/organization/appointment-end': { get: readOf('quality-officer'), post: writeOf('quality-officer') },
  'routes/organization/delegations': { get: read(...staff), post: null },
  'routes/organization/new-delegation': {
    get: read('leader', 'quality-officer'),
    post: write('leader', 'quality-officer'),
  },
  'routes/organization/delegation': { get: readOf(...staff), post: null },
  'routes/organization/delegation-end': {
    get: readOf('leader', 'quality-officer'),
    post: writeOf('leader', 'quality-officer'),
  },
  // Keys of roles are the library's and the same in every agency: somebody elsewhere reaches their own role.
  'routes/organization/roles': { get: read(...staff), post: null },
  'routes/organization/new-role': { get: read('quality-officer'), post: write('quality-officer') },
  'routes/organization/role': { get: read(...staff), post: null },
  'routes/organization/role-change': { get: read('quality-officer'), post: write('quality-officer') },
  'routes/organization/new-mapping': { get: read('quality-officer'), post: write('quality-officer') },
  'routes/organization/mapping-end': { get: readOf('quality-officer'), post: writeOf('quality-officer') },
  'routes/organization/authority-end': { get: readOf('quality-officer'), post: writeOf('quality-officer') },
  'routes/organization/authorities': { get: read(...staff), post: write('quality-officer') },

  'routes/audits/programme': { get: read(...auditReaders), post: null },
  'routes/audits/new-audit': { get: read('quality-officer'), post: write('quality-officer') },
  'routes/audits/audit': { get: readOf(...auditReaders), post: null },
  'routes/audits/new-auditor': { get: readOf('quality-officer'), post: writeOf('quality-officer') },
  'routes/audits/announcement': { get: readOf('quality-officer'), post: writeOf('quality-officer') },
  // The page says what will happen to whoever reads audits; the team's auditors and the planner begin it.
  'routes/audits/start': { get: readOf(...auditReaders), post: writeOf(...makers) },
  'routes/audits/report': { get: readOf('auditor'), post: writeOf('auditor') },
  'routes/audits/closure': { get: readOf(...closers), post: writeOf(...closers) },
  'routes/checklists/list': { get: read(...auditReaders), post: null },
  'routes/checklists/new-checklist': { get: read(...makers), post: write(...makers) },
  'routes/checklists/checklist': { get: readOf(...auditReaders), post: writeOf('auditor') },
  'routes/checklists/file': { get: readOf(...auditReaders), post: null },

  'routes/nonconformities/register': { get: read(...staff), post: null },
  'routes/nonconformities/register-file': { get: read(...staff), post: null },
  'routes/nonconformities/new': { get: read(...staff), post: write(...staff) },
  'routes/nonconformities/nonconformity': { get: readOf(...staff), post: null },
  'routes/nonconformities/acceptance': { get: readOf(...staff), post: writeOf(...staff) },
  'routes/nonconformities/correction': { get: readOf(...staff), post: writeOf(...staff) },
  'routes/nonconformities/cause': { get: readOf(...staff), post: writeOf(...staff) },
  'routes/nonconformities/plan': { get: readOf(...staff), post: writeOf(...staff) },
  'routes/nonconformities/plan-approval': { get: readOf('leader'), post: writeOf('leader') },
  'routes/nonconformities/evidence': { get: readOf(...staff), post: writeOf(...staff) },
  'routes/nonconformities/verification': { get: readOf(...checkers), post: writeOf(...checkers) },
  'routes/nonconformities/closure': { get: readOf(...checkers), post: writeOf(...checkers) },
  'routes/nonconformities/cancellation': { get: readOf('leader'), post: writeOf('leader') },
  'routes/nonconformities/car-file': { get: readOf(...staff), post: null },
};
