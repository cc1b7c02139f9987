import { allowListFaults } from './allow-list.ts';
import { forbiddenCharacters } from './characters.ts';
import type { Finding, FrontMatter } from './compiled-document.ts';
import { readFrontMatter } from './front-matter.ts';
import { limits } from './profile.ts';
import { readText } from './read-text.ts';
import { type GuardFault, guardFinding, type TextLanguage } from './sentences.ts';
import { sizeFaults } from './text-size.ts';
import type { TextNode } from './text-tree.ts';
import { unravel } from './unravel.ts';

const seal = Symbol('guarded');

/**
 * A text the guard has passed. Only the guard can make one, and compiling, rendering and bundling take nothing else:
 * the type says so to the compiler, the private field says so at run time.
 */
export class GuardedText {
  readonly #seal: typeof seal;
  readonly file: string;
  /** Line ends are `\n`, no byte-order mark. */
  readonly source: string;
  readonly frontMatter: FrontMatter;
  /** Components alone in a paragraph stand without it; see `unravel`. */
  readonly tree: TextNode;

  constructor(key: symbol, text: { file: string; source: string; frontMatter: FrontMatter; tree: TextNode }) {
    if (key !== seal) throw new TypeError('Only the guard makes guarded text.');
    this.#seal = seal;
    this.file = text.file;
    this.source = text.source;
    this.frontMatter = text.frontMatter;
    this.tree = text.tree;
  }

  static isOne(value: unknown): value is GuardedText {
    return typeof value === 'object' && value !== null && #seal in value && value.#seal === seal;
  }
}

/** Types are gone at run time; this is not. */
export function mustBeGuarded(value: unknown): asserts value is GuardedText {
  if (!GuardedText.isOne(value)) throw new TypeError('This text has not passed the guard.');
}

type Guarding = { guarded: GuardedText; findings: [] } | { guarded: null; findings: Finding[] };

const mostFindings = 200;

/** Reads a document's source and says everything in it that the profile refuses, or gives the text back guarded. */
export function guard(text: string, file: string, locale: TextLanguage): Guarding {
  const source = withPlainLines(text);
  const { faults, tree, frontMatter } = judge(source);
  if (faults.length === 0 && tree && frontMatter) {
    return { guarded: new GuardedText(seal, { file, source, frontMatter, tree }), findings: [] };
  }
  const inOrder = faults.sort((a, b) => a.line - b.line || a.column - b.column).slice(0, mostFindings);
  return { guarded: null, findings: inOrder.map((fault) => guardFinding(fault, locale)) };
}

/** A text whose parts can be told apart: guarded, or refused for nothing but ids that stand twice. */
export interface OutlineableText {
  /** As it is stored. */
  original: string;
  source: string;
  frontMatter: FrontMatter;
  tree: TextNode;
}

/** For the form, which must be able to mend ids that stand twice; nothing is compiled or drawn from it. */
export function outlineable(text: string): OutlineableText | null {
  const source = withPlainLines(text);
  const { faults, tree, frontMatter } = judge(source);
  const readable = faults.every((fault) => fault.rule === 'guard.repeated-id');
  return readable && tree && frontMatter ? { original: text, source, frontMatter, tree } : null;
}

function withPlainLines(text: string): string {
  return text.replace(/^\ufeff/, '').replaceAll('\r\n', '\n');
}

interface Judgement {
  faults: GuardFault[];
  tree: TextNode | null;
  frontMatter: FrontMatter | null;
}

function judge(source: string): Judgement {
  const early = [...sizeFaults(source), ...charactersOf(source), ...fenceOf(source)];
  // What the parser itself must never see.
  if (early.length > 0) return { faults: early, tree: null, frontMatter: null };

  const { tree, faults } = readText(source);
  if (!tree) return { faults, tree: null, frontMatter: null };
  const tooDeep = allowListFaultsOf(tree);
  const [first] = tree.children ?? [];
  if (first?.type !== 'yaml') {
    return {
      faults: [...faults, ...tooDeep, { rule: 'guard.front-matter.missing', line: 1, column: 1 }],
      tree,
      frontMatter: null,
    };
  }
  const reading = readFrontMatter(first.value ?? '');
  return { faults: [...faults, ...tooDeep, ...reading.faults], tree, frontMatter: reading.frontMatter };
}

function allowListFaultsOf(tree: TextNode): GuardFault[] {
  try {
    unravel(tree);
    return allowListFaults(tree);
  } catch (problem) {
    if (problem instanceof RangeError)
      return [{ rule: 'guard.depth', line: 1, column: 1, details: { limit: limits.depth } }];
    throw problem;
  }
}

function charactersOf(source: string): GuardFault[] {
  return forbiddenCharacters(source).map(({ rule, code, offset }) => {
    const before = source.slice(0, offset);
    const line = before.split('\n').length;
    return { rule, line, column: offset - before.lastIndexOf('\n'), details: { code } };
  });
}

/** Front matter stands between two lines that are exactly `---`; `---js` would be a program to other readers. */
function fenceOf(source: string): GuardFault[] {
  if (!source.startsWith('---')) return [];
  const lines = source.split('\n', 400);
  if (lines[0] !== '---') return [{ rule: 'guard.front-matter.fence', line: 1, column: 1 }];
  const end = lines.findIndex((line, index) => index > 0 && /^---\s*$/.test(line));
  if (end === -1) return [{ rule: 'guard.front-matter.unclosed', line: 1, column: 1 }];
  return lines[end] === '---' ? [] : [{ rule: 'guard.front-matter.fence', line: end + 1, column: 1 }];
}
