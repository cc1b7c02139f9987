import { translate } from '#app/i18n/translate.ts';
import type { TextPress } from '#app/mdx/text-press.ts';
import type { CommentPaper } from '#app/pdf/sheets/comment-sheet.ts';
import type { FormPaper } from '#app/pdf/sheets/form-sheet.ts';
import type { Actor } from '#app/permissions/actor.ts';
import { authorize } from '#app/permissions/matrix.ts';
import type { Day, Db } from '#db/schema.ts';
import { readComments } from './comments-page.server.ts';

/** The comments on a revision as BM-01-08, in the order of the text. */
export async function commentPaper(
  room: { db: Db; press: TextPress },
  actor: Actor,
  revisionId: string,
  day: Day,
  frame: Omit<FormPaper, 'title' | 'code' | 'stamp'>,
): Promise<CommentPaper> {
  authorize(actor, 'comment.read');
  const { locale } = frame;
  const { head, places } = await readComments(room, actor, revisionId, day, locale);
  const { revision } = head;
  const written = places.flatMap((place) => place.comments);
  const instants = written.flatMap((one) => [one.writtenAt, ...(one.answer ? [one.answer.at] : [])]).sort();
  const title = (locale === 'en' && revision.title_en) || revision.title_vi;
  return {
    ...frame,
    stamp: instants.at(-1) ?? (await createdAt(room.db, revisionId)),
    title: translate(locale, 'comments.paper.title'),
    code: 'BM-01-08',
    document: [head.code, title].filter(Boolean).join(' – '),
    revision: translate(locale, 'documents.issue-amended', {
      issue: revision.issue,
      amendment: revision.amendment,
    }),
    drafters: await draftersOf(room.db, revisionId),
    rows: places.flatMap((place) =>
      place.comments.map((comment) => ({
        commenter: comment.writer,
        section: sectionName(place, (key) => translate(locale, `comments.${key}`)),
        comment: comment.comment,
        answer: comment.answer?.text ?? '',
        accepted: comment.answer?.accepted ?? null,
      })),
    ),
  };
}

function sectionName(
  place: { key: string | null; title: string; gone: boolean },
  say: (key: 'whole' | 'gone') => string,
): string {
  if (place.key === null) return say('whole');
  return place.gone ? `${say('gone')}: ${place.title}` : place.title;
}

async function createdAt(db: Db, revisionId: string): Promise<string> {
  const row = await db
    .selectFrom('revision')
    .select('created_at')
    .where('id', '=', revisionId)
    .executeTakeFirstOrThrow();
  return row.created_at;
}

async function draftersOf(db: Db, revisionId: string): Promise<string> {
  const authors = await db
    .selectFrom('revision_author')
    .innerJoin('officer', 'officer.id', 'revision_author.officer_id')
    .select('officer.name')
    .where('revision_author.revision_id', '=', revisionId)
    .orderBy('revision_author.first_at')
    .execute();
  const submitter = await db
    .selectFrom('revision')
    .innerJoin('officer', 'officer.id', 'revision.submitted_by')
    .select('officer.name')
    .where('revision.id', '=', revisionId)
    .execute();
  return [...new Set([...authors, ...submitter].map((row) => row.name))].join(', ');
}
