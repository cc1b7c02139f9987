import { createHash } from 'node:crypto';
import { labelsIn } from './attribute-value.ts';
import type {
  CompiledDocument,
  CompiledDuty,
  CompiledField,
  CompiledPaper,
  CompiledRecord,
  CompiledRule,
  CompiledStep,
  Letter,
} from './compiled-document.ts';
import { type GuardedText, mustBeGuarded } from './guard.ts';
import { spoken, spokenOutsideAbbreviations } from './spoken-text.ts';
import { attributesOf, isComponent, keysIn, placeOf, plainText, type TextNode, walk } from './text-tree.ts';
import { readLimit, readWithin } from './time-limit.ts';

type Attributes = Map<string, string>;
type Place = { line: number; column: number };
type Collect = (
  into: CompiledDocument,
  node: TextNode,
  attributes: Attributes,
  place: Place,
  guarded: GuardedText,
  ancestors: readonly TextNode[],
) => void;

/** What a guarded text says, as data. Same text, same answer. */
export function compileDocument(guarded: GuardedText): CompiledDocument {
  mustBeGuarded(guarded);
  const compiled: CompiledDocument = {
    frontMatter: guarded.frontMatter,
    sections: [],
    cases: [],
    steps: [],
    retiredSteps: [],
    hasSteps: false,
    records: [],
    rules: [],
    fields: [],
    papers: [],
    abbreviations: [],
    fees: [],
    legalBases: [],
    forms: [],
    links: [],
    text: plainText(guarded.tree, spokenOutsideAbbreviations),
  };
  const addresses = definedAddresses(guarded.tree);
  walk(guarded.tree, (node, ancestors) => {
    const place = placeOf(node);
    const url =
      node.type === 'link'
        ? node.url
        : node.type === 'linkReference'
          ? addresses.get(node.identifier ?? '')
          : undefined;
    if (url !== undefined) compiled.links.push({ url, text: plainText(node), ...place });
    if (!isComponent(node)) return;
    if (node.name === 'Time') {
      collectTime(compiled, attributesOf(node), place, ancestors);
      return;
    }
    collectors[node.name ?? '']?.(compiled, node, attributesOf(node), place, guarded, ancestors);
  });
  return compiled;
}

const collectors: Readonly<Record<string, Collect>> = {
  Section: (into, node, attributes, place, guarded) => {
    const start = node.position?.start.offset ?? 0;
    const end = node.position?.end.offset ?? start;
    into.sections.push({
      id: text(attributes, 'id'),
      order: into.sections.length + 1,
      title: text(attributes, 'title'),
      text: plainText(node, spoken),
      hash: createHash('sha256').update(guarded.source.slice(start, end)).digest('hex'),
      ...place,
    });
  },
  Steps: (into, _node, attributes) => {
    into.hasSteps = true;
    into.retiredSteps.push(...keysIn(attributes.get('retired')));
  },
  Case: (into, _node, attributes, place) => {
    const limit = readLimit(text(attributes, 'limit'), attributes.get('reason') ?? null);
    into.cases.push({ id: text(attributes, 'id'), title: text(attributes, 'title'), limit, ...place });
  },
  Step: (into, node, attributes, place) => {
    into.steps.push(stepOf(node, attributes, into.steps.length + 1, place));
  },
  Record: (into, _node, attributes, place) => {
    into.records.push({
      id: text(attributes, 'id'),
      name: text(attributes, 'name'),
      from: sourceOf(text(attributes, 'from')),
      keeper: text(attributes, 'keeper'),
      retention: text(attributes, 'retention'),
      ...place,
    });
  },
  Rule: (into, node, attributes, place) => {
    into.rules.push({
      id: text(attributes, 'id'),
      // The guard lets only the listed words through.
      check: text(attributes, 'check') as CompiledRule['check'],
      severity: text(attributes, 'severity') as CompiledRule['severity'],
      text: plainText(node, spoken),
      ...place,
    });
  },
  Field: (into, _node, attributes, place) => {
    into.fields.push({
      id: text(attributes, 'id'),
      label: text(attributes, 'label'),
      type: text(attributes, 'type') as CompiledField['type'], // as above
      required: attributes.get('required') === 'yes',
      options: labelsIn(attributes.get('options')),
      columns: labelsIn(attributes.get('columns')),
      ...place,
    });
  },
  Paper: (into, _node, attributes, place) => {
    into.papers.push({
      name: text(attributes, 'name'),
      kind: (attributes.get('kind') ?? 'submit') as CompiledPaper['kind'], // as above
      original: attributes.get('original') ?? null,
      copies: attributes.get('copies') ?? null,
      ...place,
    });
  },
  Abbreviation: (into, _node, attributes, place) => {
    into.abbreviations.push({ short: text(attributes, 'short'), long: text(attributes, 'long'), ...place });
  },
  Fee: (into, _node, attributes, place, _guarded, ancestors) => {
    into.fees.push({ key: text(attributes, 'item'), inside: insideOf(ancestors), ...place });
  },
  LegalBasis: (into, _node, attributes, place, _guarded, ancestors) => {
    into.legalBases.push({ key: text(attributes, 'ref'), inside: insideOf(ancestors), ...place });
  },
  FormRef: (into, _node, attributes, place, _guarded, ancestors) => {
    into.forms.push({ key: text(attributes, 'code'), inside: insideOf(ancestors), ...place });
  },
};

const lettersByAttribute: readonly (readonly [string, Letter])[] = [
  ['responsible', 'R'],
  ['accountable', 'A'],
  ['decides', 'D'],
  ['consulted', 'C'],
  ['informed', 'I'],
];

function stepOf(node: TextNode, attributes: Attributes, order: number, place: Place): CompiledStep {
  const duties: CompiledDuty[] = lettersByAttribute.flatMap(([attribute, letter]) =>
    keysIn(attributes.get(attribute)).map((role) => ({ role, letter })),
  );
  const body: TextNode = { type: 'root', children: node.children ?? [] };
  return {
    id: text(attributes, 'id'),
    order,
    title: text(attributes, 'title'),
    text: plainText(body, spoken),
    duties,
    times: [],
    forms: keysIn(attributes.get('form')),
    result: attributes.get('result') ?? null,
    record: attributes.get('record') ?? null,
    next: keysIn(attributes.get('next')),
    replaces: keysIn(attributes.get('replaces')),
    ...place,
  };
}

function collectTime(
  into: CompiledDocument,
  attributes: Attributes,
  place: Place,
  ancestors: readonly TextNode[],
): void {
  const step = ancestors.findLast((ancestor) => ancestor.name === 'Step');
  const id = step ? attributesOf(step).get('id') : undefined;
  into.steps
    .findLast((one) => one.id === id)
    ?.times.push({
      case: text(attributes, 'case'),
      within: readWithin(text(attributes, 'within')),
      counted: attributes.get('counted') !== 'no',
      ...place,
    });
}

function insideOf(ancestors: readonly TextNode[]): string | null {
  const around =
    ancestors.findLast((one) => one.name === 'Step') ?? ancestors.findLast((one) => one.name === 'Section');
  return around ? text(attributesOf(around), 'id') : null;
}

function sourceOf(from: string): CompiledRecord['from'] {
  if (from.startsWith('step:')) return { kind: 'step', step: from.slice('step:'.length) };
  return from === 'dossier' ? { kind: 'dossier' } : { kind: 'result' };
}

function text(attributes: Attributes, name: string): string {
  return (attributes.get(name) ?? '').replace(/\s+/g, ' ').trim();
}

function definedAddresses(tree: TextNode): Map<string, string> {
  const found = new Map<string, string>();
  walk(tree, (node) => {
    const name = node.identifier ?? '';
    if (node.type === 'definition' && !found.has(name)) found.set(name, node.url ?? '');
  });
  return found;
}
