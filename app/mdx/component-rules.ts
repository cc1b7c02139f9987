import { valueFault } from './attribute-value.ts';
import { forbiddenCharacters } from './characters.ts';
import { type ComponentRule, componentRule, profile } from './profile.ts';
import type { GuardFault } from './sentences.ts';
import { isComponent, placeOf, type TextAttribute, type TextNode } from './text-tree.ts';

/** Ids that other parts of the page take: rows of steps, footnotes and the like. */
const takenIds = /^(?:step|record|rule|field|paper|user-content|footnote)(?:-|$)/;
const blockParents = new Set(['root', 'mdxJsxFlowElement']);

/** What is wrong with one component: its name, its attributes, where it stands, what it holds. */
export function componentFaults(node: TextNode, ancestors: readonly TextNode[]): GuardFault[] {
  const place = placeOf(node);
  if (node.data && Object.keys(node.data).some((name) => name !== '_mdxExplicitJsx')) {
    return [{ rule: 'guard.node', ...place, details: { type: node.type } }];
  }
  const name = node.name ?? '';
  const rule = componentRule(name);
  if (!rule) return [nameFault(name, place)];
  const faults = [...attributeFaults(node, name, rule), ...standingFaults(node, name, rule, ancestors)];
  return [...faults, ...contentFaults(node, name, rule)];
}

function nameFault(name: string, place: { line: number; column: number }): GuardFault {
  if (name === '') return { rule: 'guard.fragment', ...place };
  if (/^[a-z]/.test(name)) return { rule: 'guard.html', ...place, details: { name } };
  return { rule: 'guard.component', ...place, details: { name, known: Object.keys(profile).join(', ') } };
}

function attributeFaults(node: TextNode, component: string, rule: ComponentRule): GuardFault[] {
  const faults: GuardFault[] = [];
  const seen = new Set<string>();
  for (const attribute of node.attributes ?? []) {
    const place = attribute.position ? placeOf(attribute) : placeOf(node);
    const name = attribute.name ?? '';
    if (attribute.type !== 'mdxJsxAttribute') {
      faults.push({ rule: 'guard.spread', ...place, details: { component } });
    } else if (seen.has(name)) {
      faults.push({ rule: 'guard.attribute.repeated', ...place, details: { component, attribute: name } });
    } else {
      seen.add(name);
      const fault = attributeFault(attribute, name, component, rule);
      if (fault) faults.push({ ...fault, ...place });
    }
  }
  for (const [name, one] of Object.entries(rule.attributes)) {
    if (one.required && !seen.has(name)) {
      faults.push({
        rule: 'guard.attribute.missing',
        ...placeOf(node),
        details: { component, attribute: name },
      });
    }
  }
  return faults;
}

function attributeFault(
  { value }: TextAttribute,
  attribute: string,
  component: string,
  rule: ComponentRule,
): Pick<GuardFault, 'rule' | 'details'> | null {
  const known = Object.hasOwn(rule.attributes, attribute) ? rule.attributes[attribute] : undefined;
  if (!known) {
    const names = Object.keys(rule.attributes).join(', ');
    return { rule: 'guard.attribute.unknown', details: { component, attribute, known: names || '–' } };
  }
  if (value === null || value === undefined)
    return { rule: 'guard.attribute.bare', details: { component, attribute } };
  if (typeof value !== 'string')
    return { rule: 'guard.attribute.expression', details: { component, attribute } };
  const [character] = forbiddenCharacters(value, 1);
  if (character) return { rule: character.rule, details: { code: character.code } };
  const fault = valueFault(known, value);
  if (fault) return { rule: fault.rule, details: { component, attribute, ...fault.details } };
  if (component === 'Section' && attribute === 'id' && takenIds.test(value)) {
    return { rule: 'guard.taken-id', details: { id: value } };
  }
  return null;
}

function standingFaults(
  node: TextNode,
  component: string,
  rule: ComponentRule,
  ancestors: readonly TextNode[],
): GuardFault[] {
  const place = placeOf(node);
  const parent = ancestors.at(-1);
  const around = ancestors.findLast((ancestor) => isComponent(ancestor))?.name ?? '';
  if (rule.parents && !rule.parents.includes(around)) {
    const inside = rule.parents.filter((one) => one !== '');
    if (inside.length === 0) return [{ rule: 'guard.outermost', ...place, details: { component } }];
    const parents = inside.map((one) => `<${one}>`).join(', ');
    return [{ rule: 'guard.place', ...place, details: { component, parents } }];
  }
  if (rule.stands === 'inline') {
    const inLink = ancestors.some(
      (ancestor) => ancestor.type === 'link' || ancestor.type === 'linkReference',
    );
    return inLink ? [{ rule: 'guard.in-link', ...place, details: { component } }] : [];
  }
  if (component === 'Time') return [];
  const inListOrQuote =
    component === 'Note' && (parent?.type === 'listItem' || parent?.type === 'blockquote');
  if (inListOrQuote || (parent && blockParents.has(parent.type))) return [];
  return [{ rule: 'guard.own-lines', ...place, details: { component } }];
}

function contentFaults(node: TextNode, component: string, rule: ComponentRule): GuardFault[] {
  const children = (node.children ?? []).filter(
    (child) => child.type !== 'text' || child.value?.trim() !== '',
  );
  if (rule.holds === 'text' || children.length === 0) return [];
  if (rule.holds === 'nothing')
    return [{ rule: 'guard.content.nothing', ...placeOf(node), details: { component } }];
  const allowed = rule.holds;
  const stray = children.find((child) => !isComponent(child) || !allowed.includes(child.name ?? ''));
  // A component with a name we do not know was refused by name already.
  if (!stray || (isComponent(stray) && !componentRule(stray.name ?? ''))) return [];
  const parts = allowed.map((one) => `<${one}>`).join(', ');
  return [{ rule: 'guard.content.only', ...placeOf(stray), details: { component, parts } }];
}
