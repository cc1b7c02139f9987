import type { Locale } from '#app/i18n/locale.ts';
import type { CompiledDocument, CompiledStep } from '#app/mdx/compiled-document.ts';
import { changeSentence, isWording, type NamesOfKeys } from '../comparison/change-sentence.ts';
import type { FieldChange } from '../comparison/field-change.ts';
import { compareSections, type SectionChange } from '../comparison/section-changes.ts';
import { changesBetween, type WordPart } from '../comparison/text-changes.ts';

/** A part as its reader is shown it: what changed in the words of the field, then its words old and new. */
export interface ShownPart {
  key: string;
  kind: 'section' | 'step';
  /** Its place in the text; null for a section. */
  number: number | null;
  title: string;
  change: 'changed' | 'new' | 'gone';
  sentences: string[];
  words: WordPart[];
}

interface Compared {
  /** The revision that the reader knows; null for one who knows none. */
  from: CompiledDocument | null;
  to: CompiledDocument;
  /** Parts that the reader has acknowledged before, whatever they said then. */
  read: ReadonlySet<string>;
}

/** The asked parts, each against what its reader acknowledged before. */
export function shownParts(
  keys: readonly string[],
  { from, to, read }: Compared,
  locale: Locale,
  names: NamesOfKeys,
): ShownPart[] {
  const changes = from ? compareSections(from, to) : [];
  const fields = changes.flatMap((change) => change.fields);
  return keys.flatMap((key) => {
    const id = key.slice(key.indexOf(':') + 1);
    const older = read.has(key) ? from : null;
    const say = (wanted: (field: FieldChange) => boolean) =>
      older ? fields.filter(wanted).map((field) => changeSentence(field, locale, names)) : [];
    if (key.startsWith('section:')) return shownSection(key, id, older, to, changes, say);
    return shownStep(key, id, older, to, say);
  });
}

type Say = (wanted: (field: FieldChange) => boolean) => string[];

function shownStep(
  key: string,
  id: string,
  from: CompiledDocument | null,
  to: CompiledDocument,
  say: Say,
): ShownPart[] {
  const step = to.steps.find((one) => one.id === id);
  const older = from?.steps.find((one) => one.id === id || step?.replaces.includes(one.id));
  const shown = step ?? older;
  if (!shown) return [];
  const { title } = shown;
  const about = { key, kind: 'step' as const, number: shown.order, title };
  if (!step) return [{ ...about, change: 'gone', sentences: [], words: wordsOf(shown.text, '') }];
  const ofStep = (field: FieldChange) =>
    field.what.startsWith('step.') &&
    field.what !== 'step.removed' &&
    field.subject.number === step.order &&
    !isWording(field);
  const words = wordsOf(older ? wordsOfStep(older) : null, wordsOfStep(step));
  return [{ ...about, change: older ? 'changed' : 'new', sentences: say(ofStep), words }];
}

function wordsOfStep(step: CompiledStep): string {
  return [step.text, step.result ?? ''].filter(Boolean).join(' → ');
}

function shownSection(
  key: string,
  id: string,
  from: CompiledDocument | null,
  to: CompiledDocument,
  changes: readonly SectionChange[],
  say: Say,
): ShownPart[] {
  const section = to.sections.find((one) => one.id === id);
  if (!section) return [];
  const compared = changes.find((one) => one.id === id);
  const before = from && compared && compared.change !== 'added' ? withoutSteps(compared.before, from) : null;
  const inSection = (field: FieldChange) => field.section === id && !field.what.startsWith('step.');
  const change = before === null ? 'new' : 'changed';
  const words = wordsOf(before, withoutSteps(section.text, to));
  return [
    { key, kind: 'section', number: null, title: section.title, change, sentences: say(inSection), words },
  ];
}

/** A section's own words: those of its steps are parts of their own. */
function withoutSteps(text: string, { steps }: CompiledDocument): string {
  let own = text;
  for (const step of steps) {
    const spoken = [step.title, step.result ?? ''].join(' ').replace(/\s+/g, ' ').trim();
    own = own.replace(step.text, '').replace(spoken, '');
  }
  return own.replace(/\s+/g, ' ').trim();
}

/** Old and new words in one line; all the same where there is nothing to compare with. */
function wordsOf(before: string | null, after: string): WordPart[] {
  if (before === null || before === after) return after === '' ? [] : [{ text: after, change: 'same' }];
  const changed = changesBetween(before, after)[0];
  if (changed?.words) return changed.words;
  return [
    { text: before, change: 'removed' as const },
    { text: after, change: 'added' as const },
  ].filter((part) => part.text !== '');
}
