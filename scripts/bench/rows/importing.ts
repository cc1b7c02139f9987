import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dayOf, systemClock } from '#app/http/clock.ts';
import { openInstallation } from '#app/http/installation.server.ts';
import { homeAgency } from '#app/modules/accounts/session.server.ts';
import { importProcedures } from '#app/modules/documents/import/import-command.server.ts';
import { readProcedures } from '#app/modules/documents/import/read-procedures.server.ts';
import { isRefusal } from '#app/modules/documents/import/word-document.ts';
import { systemOf } from '#app/permissions/actor.ts';
import { inTransaction } from '#db/unit-of-work.ts';
import { sampleFile, sampleText } from '#tests/modules/documents/import/sample-procedure.ts';
import { inRounds, inTime, median, timed } from '../rounds.ts';
import type { Row } from '../row.ts';
import { newFolder } from '../started-program.ts';

const generated = 36;

/** Real signed procedures where a folder of them is at hand (they are never part of the project), else made-up ones. */
function wordFiles(): { files: string[]; are: string } {
  const real = process.env.QMS_REAL_DATA ? join(process.env.QMS_REAL_DATA, 'procedures-docx') : '';
  if (real !== '' && existsSync(real)) {
    const files = readdirSync(real).filter((file) => file.endsWith('.docx'));
    return { files: files.sort().map((file) => join(real, file)), are: 'real' };
  }
  const folder = newFolder();
  const files = Array.from({ length: generated }, (_unused, at) => {
    const file = join(folder, `QT-${at + 1}.docx`);
    const subject = `việc thứ ${at + 1}`;
    const words = {
      file,
      code: `QT-${at + 1}`,
      title: `Đăng ký ${subject}`,
      subject,
      result: `Giấy về ${subject}`,
    };
    writeFileSync(file, sampleFile(sampleText(words)));
    return file;
  });
  return { files, are: 'made-up (QMS_REAL_DATA names no folder)' };
}

function libreOffice(): string | null {
  for (const name of ['soffice', 'libreoffice']) {
    if (spawnSync(name, ['--version'], { stdio: 'ignore' }).status === 0) return name;
  }
  return null;
}

/** Every file converted to text by one start of LibreOffice, which is how it is fastest. */
function convertAll(program: string, files: readonly string[]): void {
  const out = newFolder();
  const profile = `-env:UserInstallation=file://${join(out, 'profile')}`;
  execFileSync(program, [profile, '--headless', '--convert-to', 'txt:Text', '--outdir', out, ...files], {
    stdio: 'ignore',
  });
  const made = readdirSync(out).filter((file) => file.endsWith('.txt')).length;
  if (made !== files.length) throw new Error(`LibreOffice converted ${made} of ${files.length} files.`);
}

/** From the Word files to drafts with their journal entries, each file in a transaction of its own. */
async function importAll(template: string, files: readonly string[]): Promise<number> {
  const dataFolder = newFolder();
  cpSync(template, dataFolder, { recursive: true });
  const house = await openInstallation({
    dataFolder,
    databaseUrl: join(dataFolder, 'qms.sqlite'),
    clock: systemClock,
  });
  try {
    const actor = systemOf(await homeAgency(house.db));
    const now = systemClock.now();
    // A warm program: its reading children are up.
    await house.press.check('---\nkind: form\n---\n', { file: 'first', locale: 'vi' });
    return await timed(async () => {
      const about = { locale: 'vi', day: dayOf(now) } as const;
      const given = files.map((name) => () => ({ name, bytes: readFileSync(name) }));
      for await (const read of readProcedures(house.db, house.press, actor, given, about)) {
        if (isRefusal(read) || read.procedure.steps.length === 0)
          throw new Error(`${read.file} was not read.`);
        await inTransaction(house.db, (trx) => importProcedures(trx, actor, [read], now));
      }
    });
  } finally {
    await house.close();
  }
}

async function newOffice(): Promise<string> {
  const dataFolder = newFolder();
  mkdirSync(dataFolder, { recursive: true });
  const house = await openInstallation({
    dataFolder,
    databaseUrl: join(dataFolder, 'qms.sqlite'),
    clock: systemClock,
  });
  await house.close();
  return dataFolder;
}

/** Word procedures into drafts, against LibreOffice only turning them into text. */
export const importing: Row = {
  name: 'import',
  async measure({ rounds }) {
    const { files, are } = wordFiles();
    const template = await newOffice();
    const ours = () => importAll(template, files);
    const label = `${files.length} Word files`;
    const goal = { atLeast: 3 };
    const note = `${are} files; ours reads, checks and records drafts`;
    const program = libreOffice();
    if (program === null) {
      const times: number[] = [];
      for (let round = 0; round < rounds; round += 1) times.push(await ours());
      return [
        { label, ours: inTime(median(times)), against: 'LibreOffice not installed', ratio: null, goal, note },
      ];
    }
    const compared = await inRounds(rounds, ours, () => timed(() => convertAll(program, files)));
    return [
      {
        label,
        ours: inTime(compared.ours),
        against: `LibreOffice ${inTime(compared.peer)}`,
        ratio: 1 / compared.ratio,
        goal,
        note: `${note}; LibreOffice converts all of them to text in one start; times as fast is the ratio`,
      },
    ];
  },
};
