import type { CompiledDocument } from '#app/mdx/compiled-document.ts';
import type { Place } from './words.ts';

export interface Entry {
  place: Place;
  /** Step or section; where a form, record or legal basis stands, the anchor of its step or section. */
  key: string | null;
  heading: string;
  text: string;
}

export function entryOf(place: Place, key: string | null, heading: string, text: string | null): Entry[] {
  const whole = (text ?? '').normalize('NFC').trim();
  return whole === '' && heading === ''
    ? []
    : [{ place, key, heading: heading.normalize('NFC'), text: whole }];
}

/** What the office calls the things that a text names by key. */
export interface NamedThings {
  /** Titles of forms by code. */
  forms: ReadonlyMap<string, string>;
  legalBases: ReadonlyMap<string, { sign: string; title: string }>;
}

/** The places of a compiled text: its steps with their number, what it names, its sections. */
export function placesOf(compiled: CompiledDocument, names: NamedThings): Entry[] {
  const steps = compiled.steps.flatMap((step) =>
    entryOf(
      'step',
      step.id,
      `${step.order} · ${step.title}`,
      [step.text, step.result].filter(Boolean).join(' — '),
    ),
  );
  const sections = compiled.sections.flatMap((section) =>
    entryOf('body', section.id, section.title, section.text),
  );
  return [
    ...steps,
    ...formsOf(compiled, names),
    ...compiled.records.flatMap((record) =>
      entryOf('record', sectionAt(compiled, record.line), record.name, ''),
    ),
    ...basesOf(compiled, names),
    ...(sections.length > 0 ? sections : entryOf('body', null, '', compiled.text)),
  ];
}

/** Each form once, where it is named first; the fields of a form under their labels. */
function formsOf(compiled: CompiledDocument, names: NamedThings): Entry[] {
  const used = new Map<string, string | null>();
  for (const step of compiled.steps)
    for (const code of step.forms) if (!used.has(code)) used.set(code, `step-${step.id}`);
  for (const { key, inside } of compiled.forms) if (!used.has(key)) used.set(key, anchorOf(compiled, inside));
  return [
    ...[...used].flatMap(([code, key]) => entryOf('form', key, code, names.forms.get(code) ?? '')),
    ...compiled.fields.flatMap((field) =>
      entryOf(
        'form',
        sectionAt(compiled, field.line),
        field.label,
        [...field.options, ...field.columns].join(' '),
      ),
    ),
  ];
}

/** Each legal basis once, where it is named first; one that the register does not know has no words. */
function basesOf(compiled: CompiledDocument, names: NamedThings): Entry[] {
  const first = new Map([...compiled.legalBases].reverse().map((basis) => [basis.key, basis.inside]));
  return [...first].reverse().flatMap(([key, inside]) => {
    const named = names.legalBases.get(key);
    return named ? entryOf('legal', anchorOf(compiled, inside), named.sign, named.title) : [];
  });
}

/** Where a step or section is reached on the page. */
function anchorOf(compiled: CompiledDocument, inside: string | null | undefined): string | null {
  return compiled.steps.some((step) => step.id === inside) ? `step-${inside}` : (inside ?? null);
}

/** The section that holds a line of the source. */
function sectionAt(compiled: CompiledDocument, line: number): string | null {
  return compiled.sections.findLast((section) => section.line <= line)?.id ?? null;
}
