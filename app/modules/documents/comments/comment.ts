import { firstRefusal, type Refusal, refusal } from '../../organization/refusal.ts';
import { isDrafter, type RevisionFacts, type RevisionState } from '../revision.ts';

/** While the text can still change there is somebody to answer. */
const commentable: readonly RevisionState[] = ['draft', 'in-review'];

export function isCommentable(revision: Pick<RevisionFacts, 'state'>): boolean {
  return commentable.includes(revision.state);
}

/** Anybody of the office but its drafters comments on a text, as long as it can change. */
export function refusalToComment(
  revision: RevisionFacts,
  officer: string | null,
  text: string,
): Refusal | null {
  return firstRefusal(
    () => (isCommentable(revision) ? null : refusal('comments.refusal.text-settled')),
    () => (officer === null ? refusal('documents.refusal.no-officer') : null),
    () => (officer !== null && isDrafter(revision, officer) ? refusal('comments.refusal.own-text') : null),
    () => (text.trim() === '' ? refusal('comments.refusal.empty') : null),
  );
}

export interface Answering {
  officer: string | null;
  answered: boolean;
  accepted: boolean;
  text: string;
}

/** Each comment is answered once, by a drafter of the text; one that is not accepted with the reason. */
export function refusalToAnswer(revision: RevisionFacts, answer: Answering): Refusal | null {
  const { officer } = answer;
  return firstRefusal(
    () => (isCommentable(revision) ? null : refusal('comments.refusal.text-settled')),
    () => (officer === null ? refusal('documents.refusal.no-officer') : null),
    () =>
      officer !== null && !isDrafter(revision, officer) ? refusal('comments.refusal.not-the-drafter') : null,
    () => (answer.answered ? refusal('comments.refusal.answered') : null),
    () => (!answer.accepted && answer.text.trim() === '' ? refusal('comments.refusal.no-reason') : null),
  );
}

/** No text is approved over a comment that nobody answered. */
export function refusalOverComments(unanswered: number): Refusal | null {
  return unanswered > 0 ? refusal('comments.refusal.unanswered', { count: unanswered }) : null;
}

export interface PlacedComment {
  sectionKey: string | null;
  sectionTitle: string;
}

export interface CommentPlace<Comment> {
  /** null = the whole document. */
  key: string | null;
  title: string;
  /** The text has no such section any more. */
  gone: boolean;
  comments: Comment[];
}

/** Comments in the order of the text: the whole first, then its sections, then those that are gone. */
export function bySection<Comment extends PlacedComment>(
  comments: readonly Comment[],
  sections: readonly { id: string; title: string }[],
): CommentPlace<Comment>[] {
  const of = (key: string | null) => comments.filter((comment) => comment.sectionKey === key);
  const known = new Set(sections.map((section) => section.id));
  const gone = new Set(
    comments.flatMap((one) => (one.sectionKey && !known.has(one.sectionKey) ? [one.sectionKey] : [])),
  );
  const places = [
    { key: null, title: '', gone: false },
    ...sections.map((section) => ({ key: section.id, title: section.title, gone: false })),
    ...[...gone].map((key) => ({ key, title: of(key).at(-1)?.sectionTitle ?? key, gone: true })),
  ];
  return places
    .map((place) => ({ ...place, comments: of(place.key) }))
    .filter((place) => place.comments.length > 0);
}
