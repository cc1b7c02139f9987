import { UnusableSetting } from '#app/http/env.ts';
import { isForbidden, isNotFound, isRefused } from '#app/http/errors.ts';
import { translate } from '#app/i18n/translate.ts';
import { type Call, NotDone, readCall, WrongUsage } from './qms/call.ts';
import type { Office } from './qms/office.ts';
import { print } from './qms/print.ts';

const usage = `npm run -s qms -- <verb> [--json] [--agency <key>] [--as <officer key>] [--sample]

  units | positions | officers | documents              what there is [--on YYYY-MM-DD]
  check <files or folders…>                              guard and six-clears check of MDX texts
  import procedures <files or folders…> [--dry-run]      Word procedures become drafts
  import tthc <files or folders…> [--dry-run]            administrative procedures of the national portal
  search "<words>"                                       documents and legal bases, best first
  duties --officer <key> [--on YYYY-MM-DD]               what an officer has to do
  checklist --document <code>… | --unit <key> [--edition 2008|2015|2026] [--seed N] [--pdf <file>]
  nonconformity list | show <number> [--pdf <file>]      the register, or one record
  journal verify [--anchor <file>]                       the record against its journal and heads
  backup <file>                                          the whole record in one file, verified
  restore <file>                                         a backup into an empty data folder or database
  export <file.zip>                                      everything as texts, rows, files and PDFs that people can read
  import everything <file.zip>                           an export into an empty data folder or database
  library import|export <folder>                         MDX texts in and out

Exit: 0 done, 1 refused or faults found, 2 wrong usage.
`;

/** What a verb answers, and whether it found faults (exit 1). */
interface Answer {
  value: unknown;
  faults: boolean;
}

const good = (value: unknown): Answer => ({ value, faults: false });

type Verb = (office: Office, call: Call) => Promise<Answer>;

/** Each loads what it needs and no more, so that it answers soon. */
const verbs: Record<string, Verb> = {
  units: async (office) => good(await (await import('./qms/register-verbs.ts')).units(office)),
  positions: async (office) => good(await (await import('./qms/register-verbs.ts')).positions(office)),
  officers: async (office) => good(await (await import('./qms/register-verbs.ts')).officers(office)),
  documents: async (office) => good(await (await import('./qms/register-verbs.ts')).documents(office)),
  duties: async (office, call) => good(await (await import('./qms/register-verbs.ts')).duties(office, call)),
  check: async (office, call) => {
    const answers = await (await import('./qms/check-verb.ts')).check(office, call.words.slice(1));
    const faults = answers.some((one) => one.findings.some((finding) => finding.severity === 'error'));
    return { value: answers, faults };
  },
  search: async (office, call) => good(await (await import('./qms/search-verb.ts')).search(office, call)),
  checklist: async (office, call) =>
    good(await (await import('./qms/audit-verbs.ts')).checklist(office, call)),
  'nonconformity list': async (office) =>
    good(await (await import('./qms/nonconformity-verbs.ts')).list(office)),
  'nonconformity show': async (office, call) =>
    good(await (await import('./qms/nonconformity-verbs.ts')).show(office, call)),
  'journal verify': async (office, call) => {
    const value = await (await import('./qms/journal-verbs.ts')).verifyVerb(office, call);
    return { value, faults: !value.ok };
  },
  'import procedures': async (office, call) =>
    (await import('./qms/import-verbs.ts')).importProceduresVerb(office, call, call.words.slice(2)),
  'import tthc': async (office, call) => (await import('./qms/tthc-verb.ts')).importTthc(office, call),
  'library import': async (office, call) =>
    (await import('./qms/import-verbs.ts')).importLibraryVerb(office, call, call.words[2]),
  'library export': async (office, call) =>
    good(await (await import('./qms/import-verbs.ts')).exportLibraryVerb(office, call.words[2])),
  backup: async (office, call) =>
    good(await (await import('./qms/backup-verbs.ts')).backupVerb(office, call)),
  export: async (office, call) =>
    good(await (await import('./qms/exchange-verbs.ts')).exportVerb(office, call)),
};

/** Verbs that take nothing after their name. */
const alone = new Set([
  'units',
  'positions',
  'officers',
  'documents',
  'duties',
  'checklist',
  'nonconformity list',
  'journal verify',
]);

function verbOf({ words }: Call): Verb {
  const [first = '', second = ''] = words;
  const two = `${first} ${second}`;
  const name = Object.hasOwn(verbs, two) ? two : first;
  const verb = Object.hasOwn(verbs, name) ? verbs[name] : undefined;
  if (!verb) {
    const kin = Object.keys(verbs).filter((one) => one.startsWith(`${first} `));
    throw new WrongUsage(kin.length > 0 ? `Say which: ${kin.join(' | ')}.` : `There is no verb “${first}”.`);
  }
  const more = words[name.split(' ').length];
  if (more !== undefined && alone.has(name)) throw new WrongUsage(`“${name}” takes no “${more}”.`);
  return verb;
}

function exitCodeOf(error: unknown): number {
  return error instanceof WrongUsage || error instanceof UnusableSetting ? 2 : 1;
}

function sentenceOf(error: unknown): string {
  if (isRefused(error)) return translate('vi', error.code, error.details);
  if (isNotFound(error)) return 'What was named does not exist in this agency.';
  if (isForbidden(error)) return 'This officer may not do that.';
  if (error instanceof WrongUsage) return `${error.message} See: npm run -s qms -- --help`;
  return error instanceof Error ? error.message : String(error);
}

async function main(): Promise<number> {
  const call = readCall(process.argv.slice(2));
  if (call === 'help') {
    process.stdout.write(usage);
    return process.argv.length > 2 ? 0 : 2;
  }
  if (call.words[0] === 'import' && call.words[1] === 'everything') {
    print(await (await import('./qms/exchange-verbs.ts')).importEverythingVerb(call), call.json);
    return 0;
  }
  if (call.words[0] === 'restore') {
    print(await (await import('./qms/backup-verbs.ts')).restoreVerb(call), call.json);
    return 0;
  }
  const verb = verbOf(call);
  const { openOffice } = await import('./qms/office.ts');
  const office = await openOffice(call);
  try {
    const { value, faults } = await verb(office, call);
    print(value, call.json);
    return faults ? 1 : 0;
  } finally {
    await office.close();
  }
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(`${sentenceOf(error)}\n`);
    if (process.env.QMS_TRACE && error instanceof Error && !(error instanceof NotDone))
      process.stderr.write(`${error.stack}\n`);
    process.exitCode = exitCodeOf(error);
  },
);
