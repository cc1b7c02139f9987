import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { GuardFault } from './sentences.ts';
import type { TextNode } from './text-tree.ts';

const reader = unified()
  .use(remarkParse)
  .use(remarkFrontmatter, ['yaml'])
  .use(remarkGfm, { singleTilde: false })
  .use(remarkMdx)
  .freeze();

export interface Reading {
  /** Null when the text could not be read at all. */
  tree: TextNode | null;
  faults: GuardFault[];
}

const mostSyntaxFaults = 10;
const largestRetriedText = 64 * 1024;

/**
 * The syntax tree of a text. The parser stops at the first stray `<` or `{`; each is noted, masked by a letter and the
 * text read again, so that an author sees all of them at once.
 */
export function readText(source: string): Reading {
  const faults: GuardFault[] = [];
  let text = source;
  for (;;) {
    try {
      // The parser's own node types are wider than what we look at.
      return { tree: reader.parse(text) as unknown as TextNode, faults };
    } catch (problem) {
      const fault = syntaxFault(text, problem);
      faults.push(fault);
      const at = fault.maskAt;
      const again = at !== null && faults.length < mostSyntaxFaults && source.length <= largestRetriedText;
      if (!again) return { tree: null, faults };
      text = `${text.slice(0, at)}x${text.slice(at + 1)}`;
    }
  }
}

interface SyntaxFault extends GuardFault {
  maskAt: number | null;
}

interface ParserMessage {
  ruleId?: string;
  reason: string;
  line?: number;
  column?: number;
  place?: { offset?: number; start?: { line: number; column: number; offset?: number } };
}

function syntaxFault(text: string, problem: unknown): SyntaxFault {
  if (problem instanceof RangeError)
    return { rule: 'guard.depth', line: 1, column: 1, details: { limit: 60 }, maskAt: null };
  if (!isParserMessage(problem)) return { rule: 'guard.syntax', line: 1, column: 1, maskAt: null };
  const { reason } = problem;
  const place = { line: problem.line ?? 1, column: problem.column ?? 1 };
  const offset = problem.place?.offset ?? problem.place?.start?.offset ?? null;

  const opening = /closing tag for `<([^`]*)>` \((\d+):(\d+)/.exec(reason);
  if (problem.ruleId === 'end-tag-mismatch' || problem.ruleId === 'unexpected-closing-slash') {
    const closing = /Unexpected closing tag `<\/([^`]*)>`/.exec(reason);
    if (closing && opening) {
      const details = { name: closing[1] ?? '', open: opening[1] ?? '', line: opening[2] ?? '' };
      return { rule: 'guard.syntax.closing-tag', ...place, details, maskAt: null };
    }
    if (opening) {
      const at = { line: Number(opening[2]), column: Number(opening[3]) };
      return { rule: 'guard.syntax.unclosed-tag', ...at, details: { name: opening[1] ?? '' }, maskAt: null };
    }
    return { rule: 'guard.syntax.closing-slash', ...place, maskAt: null };
  }
  if (/import\/exports/.test(reason))
    return { rule: 'guard.import', line: place.line, column: 1, maskAt: null };
  if (problem.ruleId === 'acorn' || /expression/.test(reason)) {
    const at = lastBefore(text, '{', offset);
    return { rule: 'guard.syntax.brace', ...pointAt(text, at ?? offset ?? 0), maskAt: at };
  }
  const at = lastBefore(text, '<', offset);
  const started = at === null ? null : /^<\/?([A-Za-z][\w.:-]*)/.exec(text.slice(at, at + 80));
  if (started && at !== null) {
    const name = started[1] ?? '';
    return { rule: 'guard.syntax.tag', ...pointAt(text, at), details: { name }, maskAt: null };
  }
  return { rule: 'guard.syntax.angle', ...pointAt(text, at ?? offset ?? 0), maskAt: at };
}

function isParserMessage(problem: unknown): problem is ParserMessage {
  return (
    typeof problem === 'object' &&
    problem !== null &&
    'reason' in problem &&
    typeof problem.reason === 'string'
  );
}

function lastBefore(text: string, character: string, offset: number | null): number | null {
  if (offset === null) return null;
  const at = text.lastIndexOf(character, offset);
  return at === -1 ? null : at;
}

function pointAt(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  const lineStart = before.lastIndexOf('\n') + 1;
  return { line: before.split('\n').length, column: offset - lineStart + 1 };
}
