import { UnusableSetting } from '#app/http/env.ts';
import { isForbidden, isNotFound, isRefused } from '#app/http/errors.ts';
import { translate } from '#app/i18n/translate.ts';
import { exportLibrary } from '#app/modules/documents/library.server.ts';
import { type Call, NotDone, readCall, WrongUsage } from './qms/call.ts';
import { check } from './qms/check-verb.ts';
import { importLibraryVerb, importProceduresVerb } from './qms/import-verbs.ts';
import { verifyVerb } from './qms/journal-verbs.ts';
import { type Office, openOffice } from './qms/office.ts';
import { print } from './qms/print.ts';
import { documents, duties, officers, positions, units } from './qms/register-verbs.ts';

const usage = `npm run -s qms -- <verb> [--json] [--agency <key>] [--as <officer key>] [--sample]

  units | positions | officers | documents            what there is
  check <files or folders…>                            guard and six-clears check of MDX texts
  import procedures <files or folders…> [--dry-run]    Word procedures become drafts
  duties --officer <key> [--on YYYY-MM-DD]             what an officer has to do
  journal verify [--anchor <file>]                     the record against its journal and heads
  library import|export <folder>                       MDX texts in and out

Exit: 0 done, 1 refused or faults found, 2 wrong usage.
`;

/** What a verb answers, and whether it found faults (exit 1). */
interface Answer {
  value: unknown;
  faults: boolean;
}

const good = (value: unknown): Answer => ({ value, faults: false });

async function carryOut(office: Office, call: Call): Promise<Answer> {
  const [verb, about, ...rest] = call.words;
  switch (verb) {
    case 'units':
      return good(await units(office));
    case 'positions':
      return good(await positions(office));
    case 'officers':
      return good(await officers(office));
    case 'documents':
      return good(await documents(office));
    case 'duties':
      return good(await duties(office, call));
    case 'check': {
      const answers = await check(office, call.words.slice(1));
      const faults = answers.some((one) => one.findings.some((finding) => finding.severity === 'error'));
      return { value: answers, faults };
    }
    case 'journal': {
      if (about !== 'verify') throw new WrongUsage('journal verify is the only verb of the journal.');
      const value = await verifyVerb(office, call);
      return { value, faults: !value.ok };
    }
    case 'import':
      if (about === 'procedures') return importProceduresVerb(office, call, rest);
      throw new WrongUsage('import procedures …');
    case 'library':
      if (about === 'export' && rest[0]) return good(await exportLibrary(office.db, office.reader, rest[0]));
      if (about === 'import' && rest[0]) return importLibraryVerb(office, call, rest[0]);
      throw new WrongUsage('library import|export <folder>');
    default:
      throw new WrongUsage(`There is no verb “${verb}”.`);
  }
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
  const office = await openOffice(call);
  try {
    const { value, faults } = await carryOut(office, call);
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
