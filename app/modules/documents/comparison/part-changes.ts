import type { CompiledDocument, Mention, Place } from '#app/mdx/compiled-document.ts';
import { type FieldChange, sectionAt, valueChange, type Worth } from './field-change.ts';
import { matchById } from './matched-parts.ts';

type Value = string | string[] | null;

/** How one kind of part is compared: what it is called by, and what it says. */
interface Compared<Part> {
  kind: string;
  of: (document: CompiledDocument) => readonly Part[];
  id: (part: Part) => string;
  name: (part: Part) => string;
  /** How the name is said where the part is new or gone; `words` unless told. */
  named?: Worth;
  facts: readonly (readonly [string, Worth, (part: Part) => Value])[];
}

function compared<Part extends Place>(how: Compared<Part>) {
  return (from: CompiledDocument, to: CompiledDocument): FieldChange[] => {
    const parts = matchById(how.of(from), how.of(to), how.id);
    const about = (document: CompiledDocument, part: Part) => ({
      section: sectionAt(document, part),
      subject: { name: how.name(part) },
    });
    return [
      ...parts.same.flatMap(({ before, after }) =>
        how.facts.flatMap(([fact, worth, value]) =>
          valueChange(
            { ...about(to, after), what: `${how.kind}.${fact}`, worth },
            value(before),
            value(after),
          ),
        ),
      ),
      ...parts.added.map((part) => ({
        ...about(to, part),
        what: `${how.kind}.added`,
        worth: how.named ?? 'words',
        before: [],
        after: [how.name(part)],
      })),
      ...parts.removed.map((part) => ({
        ...about(from, part),
        what: `${how.kind}.removed`,
        worth: how.named ?? 'words',
        before: [how.name(part)],
        after: [],
      })),
    ];
  };
}

const mentions = (kind: string, named: Worth, of: Compared<Mention>['of']) =>
  compared<Mention>({ kind, of, id: (one) => one.key, name: (one) => one.key, named, facts: [] });

/** Cases with their limits, papers, fees, records, legal bases, forms, rules and fields: all but the steps. */
export const partChanges: readonly ((from: CompiledDocument, to: CompiledDocument) => FieldChange[])[] = [
  compared({
    kind: 'case',
    of: (document) => document.cases,
    id: (one) => one.id,
    name: (one) => one.title,
    facts: [
      ['title', 'words', (one) => one.title],
      ['limit', 'limit', (one) => one.limit.written],
      ['reason', 'words', (one) => (one.limit.unit === 'none' ? one.limit.reason : null)],
    ],
  }),
  compared({
    kind: 'paper',
    of: (document) => document.papers,
    id: (paper) => paper.name,
    name: (paper) => paper.name,
    facts: [
      ['kind', 'answers', (paper) => paper.kind],
      ['original', 'codes', (paper) => paper.original ?? '0'],
      ['copies', 'codes', (paper) => paper.copies ?? '0'],
    ],
  }),
  mentions('fee', 'fees', (document) => document.fees),
  mentions('legal-basis', 'legal-bases', (document) => document.legalBases),
  mentions('form', 'codes', (document) => document.forms),
  compared({
    kind: 'record',
    of: (document) => document.records,
    id: (record) => record.id,
    name: (record) => record.name,
    facts: [
      ['name', 'words', (record) => record.name],
      ['from', 'answers', (record) => record.from.kind],
      ['keeper', 'roles', (record) => record.keeper],
      ['retention', 'retention', (record) => record.retention],
    ],
  }),
  compared({
    kind: 'rule',
    of: (document) => document.rules,
    id: (rule) => rule.id,
    name: (rule) => rule.id,
    named: 'codes',
    facts: [
      ['text', 'words', (rule) => rule.text],
      ['check', 'answers', (rule) => rule.check],
      ['severity', 'answers', (rule) => rule.severity],
    ],
  }),
  compared({
    kind: 'field',
    of: (document) => document.fields,
    id: (field) => field.id,
    name: (field) => field.label,
    facts: [
      ['label', 'words', (field) => field.label],
      ['type', 'answers', (field) => field.type],
      ['required', 'answers', (field) => (field.required ? 'yes' : 'no')],
      ['options', 'words', (field) => field.options],
      ['columns', 'words', (field) => field.columns],
    ],
  }),
  compared({
    kind: 'abbreviation',
    of: (document) => document.abbreviations,
    id: (one) => one.short,
    name: (one) => one.short,
    named: 'codes',
    facts: [['long', 'words', (one) => one.long]],
  }),
];
