import { searchDocuments } from '#app/modules/documents/reading/document-search.server.ts';
import { type Call, WrongUsage } from './call.ts';
import type { Office } from './office.ts';

const most = 100;

/** `where` is the place, and the step or section by its key: `code`, `title`, `step tiep-nhan`, `body muc-dich`. */
export async function search({ db, reader, day }: Office, call: Call) {
  const words = call.words.slice(1).join(' ');
  if (words.trim() === '') throw new WrongUsage('Say what to search for: search "<words>".');
  const { results } = await searchDocuments(db, reader, words, { on: day, limit: most });
  return results.map(({ code, title, place, key }) => ({
    code,
    title,
    where: key === null ? place : `${place} ${key}`,
  }));
}
