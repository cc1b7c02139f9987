import { isForbidden, isNotFound, isRefused } from '#app/http/errors.ts';
import type { TextPress } from '#app/mdx/text-press.ts';
import { createAccount } from '#app/modules/accounts/account.server.ts';
import { canonicalExport } from '#app/modules/journal/canonical-export.server.ts';
import { systemOf } from '#app/permissions/actor.ts';
import { CaseDesk } from '#tests/modules/nonconformities/case-desk.ts';
import { forceFaults } from './in-force-alike.ts';
import { randomOf } from './random.ts';
import { auditCommands } from './season/audits.ts';
import { caseCommands } from './season/cases.ts';
import { draftingCommands } from './season/drafting.ts';
import { lawCommands } from './season/laws.ts';
import { type Commands, Office } from './season/office.ts';
import { peopleCommands } from './season/people.ts';
import { readingCommands } from './season/reading.ts';
import { requestCommands } from './season/requests.ts';

/** What a run leaves: one line per command, the record with its ids named by what they say, the journal in order. */
export interface OfficeRun {
  log: string[];
  record: string[];
  journal: string[];
}

/** Texts are pressed once each: pressing is the same work on both databases. */
function remember(press: TextPress): void {
  const made = new Map<string, Promise<unknown>>();
  for (const kind of ['press', 'check'] as const) {
    const work = press[kind].bind(press) as (source: string, options: object) => Promise<never>; // both kinds alike
    press[kind] = (source: string, options: object) => {
      const key = `${kind} ${source}`;
      const known = made.get(key) ?? work(source, options);
      made.set(key, known);
      return known as Promise<never>;
    };
  }
}

/** Every command of the season. A new capability of the office adds its file of `season` here. */
function commandsOf(office: Office): Commands {
  return {
    ...draftingCommands(office),
    ...readingCommands(office),
    ...requestCommands(office),
    ...lawCommands(office),
    ...peopleCommands(office),
    ...auditCommands(office),
    ...caseCommands(office),
  };
}

function next(office: Office, commands: Commands): string {
  const all = Object.entries(commands);
  let left = office.random.below(all.reduce((sum, [, { weight }]) => sum + weight, 0));
  for (const [name, { weight }] of all) {
    left -= weight;
    if (left < 0) return name;
  }
  return 'draft';
}

/** One command; what came of it is a line that both databases must agree on. */
async function step(office: Office, commands: Commands): Promise<string> {
  office.count += 1;
  office.now = new Date(Date.parse(office.now) + (10 + office.random.below(200)) * 60_000).toISOString();
  const name = next(office, commands);
  let came = 'done';
  try {
    await commands[name]?.run();
  } catch (error) {
    if (isRefused(error)) came = `refused ${error.code}`;
    else if (isForbidden(error)) came = 'forbidden';
    else if (isNotFound(error)) came = 'not found';
    else if (error instanceof Error && /Nothing to choose|no row|no action/.test(error.message))
      came = 'idle';
    else throw error;
  }
  return `${office.count} ${name}: ${came}`;
}

/** Whoever is to draft what somebody else asked for has an account that may. */
async function openAccountOfDrafter(office: Office): Promise<void> {
  const { officerId, name, agencyId } = office.desk.people.tam;
  const account = { login: 'tam', displayName: name, officerId, roles: ['officer' as const] };
  await office.in((trx) => createAccount(trx, systemOf(agencyId), account, office.now));
}

/** Lets the people of a desk work for a while by chance. @returns one line per command. */
export async function workByChance(desk: CaseDesk, seed: number, commands: number): Promise<string[]> {
  remember(desk.audit.desk.press);
  const office = new Office(desk, randomOf(seed));
  await openAccountOfDrafter(office);
  const known = commandsOf(office);
  const log: string[] = [];
  for (let at = 0; at < commands; at++) log.push(await step(office, known));
  return log;
}

/** A season of an office by chance: the same for the same seed, whatever the database. */
export async function runRandomOffice(seed: number, commands: number): Promise<OfficeRun> {
  const desk = await CaseDesk.open();
  try {
    const log = await workByChance(desk, seed, commands);
    await desk.audit.desk.journalIsSound();
    const faults = await forceFaults(desk.db, desk.audit.desk.story.agencyId, '2026-06-10', 60);
    if (faults.length > 0) throw new Error(faults.slice(0, 5).join('\n'));
    const { rows } = await canonicalExport(desk.db, 'told');
    const entries = await desk.db
      .selectFrom('journal_entry')
      .select([
        'seq',
        'recorded_at',
        'actor_name',
        'role',
        'action',
        'object_type',
        'object_version',
        'reason',
      ])
      .orderBy('seq')
      .execute();
    return { log, record: rows, journal: entries.map((entry) => JSON.stringify(entry)) };
  } finally {
    await desk.audit.desk.press.close();
    await desk.close();
  }
}
