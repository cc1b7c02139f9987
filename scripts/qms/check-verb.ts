import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { CompiledDocument, Finding } from '#app/mdx/compiled-document.ts';
import type { Surroundings } from '#app/modules/documents/check/surroundings.ts';
import { foldCode } from '#app/modules/documents/document-code.ts';
import { checkText } from '#app/modules/documents/drafting/pressing.server.ts';
import { surroundingsOf } from '#app/modules/documents/drafting/surroundings.server.ts';
import { findByCode } from '#app/modules/documents/library.server.ts';
import { NotDone, WrongUsage } from './call.ts';
import type { Office } from './office.ts';

interface GivenText {
  file: string;
  source: string;
  compiled: CompiledDocument | null;
}

/** Every file named, and the files of the folders named whose names end so, in order. */
export function filesGiven(paths: string[], ending: RegExp): string[] {
  if (paths.length === 0) throw new WrongUsage('Name at least one file or folder.');
  return paths.flatMap((path) => {
    if (!existsSync(path)) throw new NotDone(`${path}: there is no such file or folder.`);
    return statSync(path).isDirectory() ? filesIn(path, ending) : [path];
  });
}

function filesIn(folder: string, ending: RegExp): string[] {
  return readdirSync(folder, { recursive: true })
    .map((name) => join(folder, String(name)))
    .filter((path) => ending.test(path) && statSync(path).isFile())
    .sort();
}

/** Guard and six-clears check of texts against each other and against the data folder. */
export async function check(office: Office, paths: string[]) {
  const files = filesGiven(paths, /\.mdx$/);
  const texts: GivenText[] = await Promise.all(
    files.map(async (file) => {
      const source = readFileSync(file, 'utf8');
      const { compiled } = await office.press.check(source, { file, locale: 'vi' });
      return { file, source, compiled };
    }),
  );
  const answers: { file: string; findings: Finding[] }[] = [];
  for (const text of texts) {
    const { findings } = await checkText(
      office.press,
      text.source,
      { file: text.file, locale: 'vi' },
      (compiled) => surroundingsAmong(office, texts, text, compiled),
    );
    answers.push({
      file: text.file,
      findings: findings.map(({ rule, severity, line, column, message }) => ({
        rule,
        severity,
        line,
        column,
        message,
      })),
    });
  }
  return answers;
}

/** The data folder as it stands, drafts of its library included, together with the other files given. */
async function surroundingsAmong(
  { db, reader, day }: Office,
  texts: GivenText[],
  own: GivenText,
  compiled: CompiledDocument,
): Promise<Surroundings> {
  const { code, field } = compiled.frontMatter;
  const documentId = code ? ((await findByCode(db, reader, code)) ?? null) : null;
  const around = await surroundingsOf(db, reader, { documentId, field }, day);
  const others = texts.filter((text) => text !== own && text.compiled);
  const codesGiven = others.map((text) => foldCode(text.compiled?.frontMatter.code ?? '')).filter(Boolean);
  const claimed = await db
    .selectFrom('document')
    .select('claimed_code')
    .where('agency_id', '=', reader.agencyId)
    .where('claimed_code', 'is not', null)
    .execute();
  const known = [...codesGiven, ...claimed.map((row) => foldCode(row.claimed_code ?? ''))];
  const someone = await db.selectFrom('appointment').select('id').limit(1).executeTakeFirst();
  const roles = someone
    ? around.roles
    : new Map([...around.roles].map(([key, role]) => [key, { ...role, filled: role.mapped }]));
  return {
    ...around,
    roles,
    formsInForce: new Set([...around.formsInForce, ...known]),
    codesInUse: new Set([...around.codesInUse, ...codesGiven]),
    linkTargets: new Set([...around.linkTargets, ...known]),
  };
}
