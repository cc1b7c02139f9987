import { readFileSync, statSync } from 'node:fs';
import { checkSet } from '#app/modules/documents/import/check-set.ts';
import { importProcedures } from '#app/modules/documents/import/import-command.server.ts';
import { type ReadProcedure, readProcedures } from '#app/modules/documents/import/read-procedures.server.ts';
import { isRefusal } from '#app/modules/documents/import/word-document.ts';
import { exportLibrary, importLibrary, readLibrary } from '#app/modules/documents/library.server.ts';
import { inTransaction } from '#db/unit-of-work.ts';
import { type Call, WrongUsage } from './call.ts';
import { filesGiven } from './check-verb.ts';
import { type Office, writerOf } from './office.ts';

/** Larger files are no procedures; they are refused before they are read into memory. */
const largestFile = 30 * 1024 * 1024;

/**
 * Word files become drafts, each file in one transaction: a broken one is one clear line, the others still come in.
 * Progress goes to stderr.
 */
export async function importProceduresVerb(office: Office, call: Call, paths: string[]) {
  const files = filesGiven(paths, /\.docx?$/i);
  const writer = call.dryRun ? office.reader : await writerOf(office, call);
  const { db, press, day, now } = office;
  const read: ReadProcedure[] = [];
  const answers: Record<string, unknown>[] = [];
  const given = files.map((name, at) => () => {
    process.stderr.write(`[${at + 1}/${files.length}] ${name}\n`);
    const tooLarge = statSync(name).size > largestFile;
    return { name, bytes: tooLarge ? Buffer.alloc(largestFile + 1) : readFileSync(name) };
  });
  for await (const one of readProcedures(db, press, writer, given, { locale: 'vi', day })) {
    if (isRefusal(one)) {
      process.stderr.write(`${one.file}: ${one.refused.message}\n`);
      answers.push({ file: one.file, refused: one.refused });
      continue;
    }
    if (!call.dryRun) await inTransaction(db, (trx) => importProcedures(trx, writer, [one], now));
    read.push(one);
    answers.push(answerOf(one));
  }
  const set = checkSet(
    read.map((one) => one.procedure),
    { locale: 'vi' },
  );
  const faults = answers.some((answer) => 'refused' in answer);
  return { value: { files: answers, set }, faults };
}

/** The JSON of one file, its fields in the order people look for them. */
function answerOf({ file, procedure }: ReadProcedure): Record<string, unknown> {
  const { code, title, issue, issuedOn, sections, steps, records, legalBases, abbreviations, ...rest } =
    procedure;
  return {
    file,
    code,
    title,
    issue,
    issuedOn,
    sections: sections.map((section) => ({ title: section.title, text: section.text })),
    steps: steps.map(({ order, text, role, position, time, times }) => ({
      order,
      text,
      role,
      position,
      time,
      times,
    })),
    records: records.map(({ name, keeper, retention }) => ({ name, keeper, retention })),
    legalBases,
    abbreviations,
    findings: rest.findings,
    unread: rest.unread,
  };
}

/** MDX texts of a folder become drafts, all of them or, when one cannot be taken, none. */
export async function importLibraryVerb(office: Office, call: Call, folder: string | undefined) {
  if (!folder) throw new WrongUsage('Name the folder: library import <folder>.');
  const writer = await writerOf(office, call);
  const [only] = filesGiven([folder], /\.mdx$/);
  if (!only) throw new WrongUsage(`${folder}: there is no .mdx file in it.`);
  const texts = await readLibrary(office.press, folder);
  const refused = texts.filter((text) => text.frontMatter === null);
  if (refused.length > 0) {
    return { value: { left: refused.map(({ file, findings }) => ({ file, findings })) }, faults: true };
  }
  const value = await inTransaction(office.db, (trx) => importLibrary(trx, writer, texts, office.now));
  return { value, faults: value.left.length > 0 };
}

/** The newest text of every document, one file each. */
export async function exportLibraryVerb(office: Office, folder: string | undefined) {
  if (!folder) throw new WrongUsage('Name the folder: library export <folder>.');
  return exportLibrary(office.db, office.reader, folder);
}
