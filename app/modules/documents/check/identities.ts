import type { CompiledDocument, Place } from '#app/mdx/compiled-document.ts';
import { type CheckRule, error, type Fault, warning } from './fault.ts';
import type { Surroundings } from './surroundings.ts';

/** Ids are told apart inside the text and kept across revisions: present, retired by name or replaced by name. */
export function faultsOfIdentities(document: CompiledDocument, around: Surroundings): Fault[] {
  return [
    ...doubled(document.sections, 'check.section.doubled'),
    ...doubled(document.cases, 'check.case.doubled'),
    ...doubled(document.steps, 'check.step.doubled'),
    ...doubled(document.records, 'check.record.doubled'),
    ...doubled(document.rules, 'check.rule.doubled'),
    ...doubled(document.fields, 'check.field.doubled'),
    ...retiredButPresent(document),
    ...(around.previous ? lost(document, around.previous) : []),
  ];
}

function doubled(parts: readonly (Place & { id: string })[], rule: CheckRule): Fault[] {
  const seen = new Map<string, Place>();
  const faults: Fault[] = [];
  for (const part of parts) {
    const first = seen.get(part.id);
    if (first) faults.push(error(rule, part, { id: part.id, line: String(first.line) }));
    else seen.set(part.id, part);
  }
  return faults;
}

function retiredButPresent({ steps, retiredSteps }: CompiledDocument): Fault[] {
  return steps
    .filter((step) => retiredSteps.includes(step.id))
    .map((step) => error('check.step.retired-present', step, { id: step.id }));
}

function lost(document: CompiledDocument, previous: NonNullable<Surroundings['previous']>): Fault[] {
  const { steps, sections, retiredSteps, hasSteps } = document;
  const given = new Set([...retiredSteps, ...steps.flatMap((step) => step.replaces)]);
  const faults: Fault[] = [];
  const presentSteps = new Set(steps.map((step) => step.id));
  const firstStep = steps[0] ?? { line: 1, column: 1 };
  for (const id of previous.steps) {
    if (!presentSteps.has(id) && !given.has(id)) faults.push(error('check.step.lost', firstStep, { id }));
  }
  const presentSections = new Set(sections.map((section) => section.id));
  const firstSection = sections[0] ?? { line: 1, column: 1 };
  for (const id of previous.sections) {
    if (presentSections.has(id) || given.has(id)) continue;
    // Only `<Steps retired>` can retire a section, so a text without steps has no way to say it and is not stopped.
    const say = hasSteps ? error : warning;
    faults.push(say('check.section.lost', firstSection, { id }));
  }
  const known = new Set([...previous.steps, ...previous.sections]);
  for (const step of steps) {
    for (const id of step.replaces) {
      if (!known.has(id)) faults.push(warning('check.step.replaces-unknown', step, { step: step.title, id }));
    }
  }
  return faults;
}
