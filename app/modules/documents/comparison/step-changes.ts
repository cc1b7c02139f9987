import type { CompiledDocument, CompiledStep, Letter } from '#app/mdx/compiled-document.ts';
import { asSet, type FieldChange, sectionAt, valueChange } from './field-change.ts';
import { type MatchedParts, matchById, movedAmong } from './matched-parts.ts';

const letters: readonly (readonly [Letter, string])[] = [
  ['R', 'step.responsible'],
  ['A', 'step.accountable'],
  ['D', 'step.decides'],
  ['C', 'step.consulted'],
  ['I', 'step.informed'],
];

/** What changed in the steps: added, gone, moved, and inside each that stayed. */
export function stepChanges(from: CompiledDocument, to: CompiledDocument): FieldChange[] {
  const steps = matchById(
    from.steps,
    to.steps,
    (step) => step.id,
    (step) => step.replaces,
  );
  const inside = (step: CompiledStep) => steps.same.filter((one) => one.after === step);
  return [
    ...to.steps.flatMap((step) => [
      ...(steps.added.includes(step) ? [arrival('step.added', to, step)] : []),
      ...inside(step).flatMap((one) => changesInside(from, to, one, steps)),
    ]),
    ...steps.removed.map((step) => arrival('step.removed', from, step)),
    ...moves(to, steps),
  ];
}

function aboutStep(document: CompiledDocument, step: CompiledStep) {
  return {
    section: sectionAt(document, step),
    subject: { number: step.order, step: step.title },
  };
}

function arrival(what: string, document: CompiledDocument, step: CompiledStep): FieldChange {
  return { ...aboutStep(document, step), what, worth: 'words', before: [], after: [] };
}

function moves(to: CompiledDocument, steps: MatchedParts<CompiledStep>): FieldChange[] {
  const inOrder = steps.same.toSorted((one, other) => one.after.order - other.after.order);
  const moved = movedAmong(inOrder.map((one) => one.before.order));
  return inOrder
    .filter((_, at) => moved.has(at))
    .map(({ before, after }) => ({
      ...aboutStep(to, after),
      what: 'step.moved',
      worth: 'codes',
      before: [String(before.order)],
      after: [String(after.order)],
    }));
}

function changesInside(
  from: CompiledDocument,
  to: CompiledDocument,
  { before, after }: { before: CompiledStep; after: CompiledStep },
  steps: MatchedParts<CompiledStep>,
): FieldChange[] {
  const about = aboutStep(to, after);
  const change = (
    what: string,
    worth: FieldChange['worth'],
    value: (step: CompiledStep) => string | string[] | null,
  ) => valueChange({ ...about, what, worth }, value(before), value(after));
  return [
    ...change('step.title', 'words', (step) => step.title),
    ...letters.flatMap(([letter, what]) =>
      change(what, 'roles', (step) =>
        asSet(step.duties.filter((duty) => duty.letter === letter).map((duty) => duty.role)),
      ),
    ),
    ...timeChanges(from, to, before, after),
    ...change('step.form', 'codes', (step) => asSet(step.forms)),
    ...change('step.result', 'words', (step) => step.result),
    ...change('step.record', 'words', (step) => recordName(step === before ? from : to, step)),
    ...nextChange(from, to, before, after, steps),
    ...change('step.text', 'words', (step) => step.text),
  ];
}

function recordName(document: CompiledDocument, step: CompiledStep): string | null {
  return document.records.find((record) => record.id === step.record)?.name ?? step.record;
}

/** Its time in each case that either text knows; a case that is new or gone is told once, not at every step. */
function timeChanges(
  from: CompiledDocument,
  to: CompiledDocument,
  before: CompiledStep,
  after: CompiledStep,
): FieldChange[] {
  const known = from.cases.filter((one) => to.cases.some((other) => other.id === one.id));
  return known.flatMap(({ id }) => {
    const old = before.times.find((time) => time.case === id);
    const fresh = after.times.find((time) => time.case === id);
    const named = to.cases.find((one) => one.id === id)?.title ?? id;
    const about = aboutStep(to, after);
    const subject = { ...about.subject, case: named };
    const what = to.cases.length > 1 ? 'step.time-in-case' : 'step.time';
    const counted = (time: typeof old) => (time ? [time.counted ? 'yes' : 'no'] : []);
    return [
      ...valueChange(
        { ...about, subject, what, worth: 'time' },
        old?.within.written ?? null,
        fresh?.within.written ?? null,
      ),
      ...(old && fresh
        ? valueChange(
            { ...about, subject, what: 'step.counted', worth: 'answers' },
            counted(old),
            counted(fresh),
          )
        : []),
    ];
  });
}

/** Where it leads, by the titles of the steps; an older name of a step is that step. */
function nextChange(
  from: CompiledDocument,
  to: CompiledDocument,
  before: CompiledStep,
  after: CompiledStep,
  steps: MatchedParts<CompiledStep>,
): FieldChange[] {
  const renamed = new Map(steps.same.map((one) => [one.before.id, one.after.id]));
  const old = before.next.map((id) => renamed.get(id) ?? id);
  if (asSet(old).join(' ') === asSet(after.next).join(' ')) return [];
  const titles = (document: CompiledDocument, ids: readonly string[]) =>
    ids.map((id) => document.steps.find((step) => step.id === id)?.title ?? id);
  return valueChange(
    { ...aboutStep(to, after), what: 'step.next', worth: 'steps' },
    titles(from, before.next),
    titles(to, after.next),
  );
}
