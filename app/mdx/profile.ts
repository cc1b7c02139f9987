/**
 * What a document may say beside Markdown: component names, their attributes and where they may stand.
 * The guard, the compiler, the handbook and the editor read this one table.
 */

type AttributeKind =
  | 'key'
  | 'keys'
  | 'mark'
  | 'code'
  | 'codes'
  | 'text'
  | 'labels'
  | 'enum'
  | 'limit'
  | 'within'
  | 'from'
  | 'retention';

export interface AttributeRule {
  kind: AttributeKind;
  required?: true;
  values?: readonly string[];
}

export interface ComponentRule {
  /** `block` stands on lines of its own, `inline` inside a sentence, `part` only inside its parents. */
  stands: 'block' | 'inline' | 'part';
  /** Names of components it may stand in; `''` = outside every component; absent = anywhere. */
  parents?: readonly string[];
  /** `text` = Markdown and components, `nothing` = closes itself, a list = only these components. */
  holds: 'text' | 'nothing' | readonly string[];
  attributes: Readonly<Record<string, AttributeRule>>;
  /** The attribute that must be unique in the document, per component. */
  identity?: 'id';
}

const key = { kind: 'key' } as const;
const keys = { kind: 'keys' } as const;
const text = { kind: 'text' } as const;
const required = { required: true } as const;
const oneOf = (...values: string[]) => ({ kind: 'enum', values }) as const;

export const profile: Readonly<Record<string, ComponentRule>> = {
  Section: {
    stands: 'block',
    parents: [''],
    holds: 'text',
    identity: 'id',
    attributes: { id: { ...key, ...required }, title: { ...text, ...required } },
  },
  Steps: {
    stands: 'block',
    parents: ['', 'Section'],
    holds: ['Case', 'Step'],
    attributes: { retired: keys },
  },
  Case: {
    stands: 'part',
    parents: ['Steps'],
    holds: 'nothing',
    identity: 'id',
    attributes: {
      id: { ...key, ...required },
      title: { ...text, ...required },
      limit: { kind: 'limit', ...required },
      reason: text,
    },
  },
  Step: {
    stands: 'part',
    parents: ['Steps'],
    holds: 'text',
    identity: 'id',
    attributes: {
      id: { ...key, ...required },
      title: { ...text, ...required },
      responsible: keys,
      accountable: keys,
      decides: keys,
      consulted: keys,
      informed: keys,
      form: { kind: 'codes' },
      result: text,
      record: key,
      next: keys,
      replaces: keys,
    },
  },
  Time: {
    stands: 'part',
    parents: ['Step'],
    holds: 'nothing',
    attributes: {
      case: { ...key, ...required },
      within: { kind: 'within', ...required },
      counted: oneOf('yes', 'no'),
    },
  },
  Dossier: { stands: 'block', parents: ['', 'Section'], holds: ['Paper'], attributes: {} },
  Paper: {
    stands: 'part',
    parents: ['Dossier'],
    holds: 'nothing',
    attributes: {
      name: { ...text, ...required },
      original: text,
      copies: text,
      kind: oneOf('submit', 'show'),
    },
  },
  Record: {
    stands: 'block',
    parents: ['', 'Section'],
    holds: 'nothing',
    identity: 'id',
    attributes: {
      id: { ...key, ...required },
      name: { ...text, ...required },
      from: { kind: 'from', ...required },
      keeper: { ...text, ...required },
      retention: { kind: 'retention', ...required },
    },
  },
  Rule: {
    stands: 'block',
    parents: ['', 'Section'],
    holds: 'text',
    identity: 'id',
    attributes: {
      id: { kind: 'mark', ...required },
      check: { ...oneOf('observe', 'record', 'interview', 'log'), ...required },
      severity: { ...oneOf('remind', 'note', 'nonconformity'), ...required },
    },
  },
  Field: {
    stands: 'block',
    parents: ['', 'Section'],
    holds: 'nothing',
    identity: 'id',
    attributes: {
      id: { ...key, ...required },
      label: { ...text, ...required },
      type: { ...oneOf('text', 'number', 'date', 'choice', 'table'), ...required },
      required: oneOf('yes', 'no'),
      options: { kind: 'labels' },
      columns: { kind: 'labels' },
    },
  },
  Abbreviation: {
    stands: 'block',
    parents: ['', 'Section'],
    holds: 'nothing',
    attributes: { short: { ...text, ...required }, long: { ...text, ...required } },
  },
  Note: {
    stands: 'block',
    parents: ['', 'Section', 'Step', 'Rule'],
    holds: 'text',
    attributes: { kind: oneOf('note', 'warning', 'law') },
  },
  Fee: { stands: 'inline', holds: 'nothing', attributes: { item: { ...key, ...required } } },
  LegalBasis: { stands: 'inline', holds: 'nothing', attributes: { ref: { ...key, ...required } } },
  FormRef: {
    stands: 'inline',
    holds: 'nothing',
    attributes: { code: { kind: 'code', ...required } },
  },
};

export function componentRule(name: string): ComponentRule | null {
  return Object.hasOwn(profile, name) ? (profile[name] ?? null) : null;
}

export const limits = {
  bytes: 256 * 1024,
  depth: 60,
  nodes: 20_000,
  attributeLength: 1_000,
} as const;
