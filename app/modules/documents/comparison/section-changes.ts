import type { CompiledDocument, CompiledSection } from '#app/mdx/compiled-document.ts';
import { type FieldChange, valueChange } from './field-change.ts';
import { headChanges } from './head-changes.ts';
import { matchById, movedAmong } from './matched-parts.ts';
import { partChanges } from './part-changes.ts';
import { stepChanges } from './step-changes.ts';

export interface SectionChange {
  /** Stable id of the section. */
  id: string;
  title: string;
  change: 'unchanged' | 'changed' | 'added' | 'removed';
  /** Its plain text in both; empty where the section is not there. */
  before: string;
  after: string;
  /** What changed in it in the terms of the field. */
  fields: FieldChange[];
}

export interface Comparison {
  /** Code, title, unit and what else stands before the first section. */
  head: FieldChange[];
  /** Sections of the newer text in its order, then those that are gone. */
  sections: SectionChange[];
}

/**
 * What a text says otherwise than another, section by section. A section is changed when its source is (its hash), so
 * nothing that a reader of it must know is called unchanged; another place in the text alone does not change it.
 */
export function compareSections(from: CompiledDocument, to: CompiledDocument): SectionChange[] {
  const sections = matchById(from.sections, to.sections, (section) => section.id);
  const fields = [...insideChanges(from, to), ...sectionMoves(sections.same)];
  const earlier = new Map(sections.same.map((one) => [one.after, one.before]));
  const inside = (id: string) => fields.filter((field) => field.section === id);
  return [
    ...to.sections
      .filter((section) => earlier.has(section) || sections.added.includes(section))
      .map((section) => {
        const before = earlier.get(section);
        const own = [...titleChange(before, section), ...inside(section.id)];
        const same = before?.hash === section.hash && own.every((field) => field.what === 'section.moved');
        return {
          id: section.id,
          title: section.title,
          change: before ? (same ? ('unchanged' as const) : ('changed' as const)) : ('added' as const),
          before: before?.text ?? '',
          after: section.text,
          fields: own,
        };
      }),
    ...sections.removed.map((section) => ({
      id: section.id,
      title: section.title,
      change: 'removed' as const,
      before: section.text,
      after: '',
      fields: inside(section.id),
    })),
  ];
}

/** The whole comparison: head and sections. */
export function compareDocuments(from: CompiledDocument, to: CompiledDocument): Comparison {
  const outside = insideChanges(from, to).filter((field) => field.section === null);
  return { head: [...headChanges(from, to), ...outside], sections: compareSections(from, to) };
}

function insideChanges(from: CompiledDocument, to: CompiledDocument): FieldChange[] {
  return [...stepChanges(from, to), ...partChanges.flatMap((changesOf) => changesOf(from, to))];
}

function titleChange(before: CompiledSection | undefined, section: CompiledSection): FieldChange[] {
  if (!before) return [];
  const about = { what: 'section.title', section: section.id, subject: {}, worth: 'words' as const };
  return valueChange(about, before.title, section.title);
}

function sectionMoves(same: readonly { before: CompiledSection; after: CompiledSection }[]): FieldChange[] {
  const moved = movedAmong(same.map((one) => one.before.order));
  return same
    .filter((_, at) => moved.has(at))
    .map(({ before, after }) => ({
      what: 'section.moved',
      section: after.id,
      subject: {},
      worth: 'codes',
      before: [String(before.order)],
      after: [String(after.order)],
    }));
}
