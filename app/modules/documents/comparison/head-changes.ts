import type { CompiledDocument, FrontMatter } from '#app/mdx/compiled-document.ts';
import { asSet, type FieldChange, valueChange, type Worth } from './field-change.ts';

const facts: readonly (readonly [string, Worth, (head: FrontMatter) => string | string[] | null])[] = [
  ['code', 'codes', (head) => head.code],
  ['kind', 'answers', (head) => head.kind],
  ['title', 'words', (head) => head.title.vi],
  ['title-en', 'words', (head) => head.title.en],
  ['unit', 'codes', (head) => head.unit],
  ['field', 'codes', (head) => head.field],
  ['tthc', 'codes', (head) => asSet(head.tthc)],
  ['confidentiality', 'answers', (head) => head.confidentiality],
  ['public', 'answers', (head) => (head.isPublic ? 'yes' : 'no')],
  ['review', 'retention', (head) => head.review],
];

/** What changed before the first section: code, title, unit, clauses … */
export function headChanges(from: CompiledDocument, to: CompiledDocument): FieldChange[] {
  const [before, after] = [from.frontMatter, to.frontMatter];
  const editions = asSet([...Object.keys(before.clauses), ...Object.keys(after.clauses)]);
  const head = { section: null, subject: {} };
  return [
    ...facts.flatMap(([fact, worth, value]) =>
      valueChange({ ...head, what: `head.${fact}`, worth }, value(before), value(after)),
    ),
    ...editions.flatMap((edition) =>
      valueChange(
        { ...head, subject: { edition }, what: 'head.clauses', worth: 'codes' },
        asSet(before.clauses[edition] ?? []),
        asSet(after.clauses[edition] ?? []),
      ),
    ),
  ];
}
