import type { OutlineComponent } from '#app/mdx/outline-shape.ts';
import { componentRule } from '#app/mdx/profile.ts';
import { oneLine } from '../import/folded.ts';
import { writtenAttribute } from '../import/mdx-text.ts';
import type { Replacement } from './replacements.ts';

/** Changed, new and taken-away attributes of one component. An empty optional value takes the attribute away. */
export function attributeReplacements(
  component: OutlineComponent,
  changes: readonly { name: string; value: string | null }[],
): Replacement[] {
  const names = Object.keys(componentRule(component.name)?.attributes ?? {});
  const inOrder = names.flatMap((name) => changes.filter((change) => change.name === name).slice(-1));
  return inOrder.flatMap(({ name, value }) => {
    const present = component.attributes.find((attribute) => attribute.name === name);
    const empty = value === null || value.trim() === '';
    if (!present) return empty ? [] : [added(component, names, name, value)];
    if (empty) return [takenAway(component, present.span)];
    if (oneLine(value) === oneLine(present.value)) return [];
    return [{ ...present.span, text: writtenAttribute(name, value) }];
  });
}

/** A new attribute stands where the profile lists it: after the last present one that comes before it there. */
function added(
  component: OutlineComponent,
  names: readonly string[],
  name: string,
  value: string,
): Replacement {
  const before = names.slice(0, names.indexOf(name));
  const ends = component.attributes
    .filter((attribute) => before.includes(attribute.name))
    .map((attribute) => attribute.span.end);
  const at = Math.max(component.span.start + 1 + component.name.length, ...ends);
  return { start: at, end: at, text: ` ${writtenAttribute(name, value)}` };
}

function takenAway(component: OutlineComponent, span: { start: number; end: number }): Replacement {
  // The white space before an attribute parts it from the one before; it goes with it.
  const before = component.attributes
    .map((attribute) => attribute.span.end)
    .filter((end) => end <= span.start);
  const start = Math.max(component.span.start + 1 + component.name.length, ...before);
  return { start, end: span.end, text: '' };
}
