import type { PressAnswer, PressKind } from './child/answer.ts';
import type { CompiledDocument, Finding } from './compiled-document.ts';
import type { RoleNames } from './components/surroundings.tsx';
import { pressChildEntry } from './locked-child.ts';
import type { Outline } from './outline-shape.ts';
import { type PressLimits, pressLimits } from './press-limits.ts';
import { PressPool } from './press-pool.ts';
import { guardFinding, type TextLanguage } from './sentences.ts';
import { sizeFaults } from './text-size.ts';
import type { TextNode } from './text-tree.ts';

interface ReadOptions {
  /** The name findings are shown under. */
  file: string;
  /** The language of the findings; labels in the HTML are in the language of the document. */
  locale: TextLanguage;
}

interface DrawOptions extends ReadOptions {
  /** Names of roles in the language of the document. */
  roleNames?: RoleNames;
}

export interface Checked {
  findings: Finding[];
  /** Null when the guard refused the text. */
  compiled: CompiledDocument | null;
}

interface Drawn extends Checked {
  /** Static HTML; null when the guard refused the text. */
  html: string | null;
}

export interface Read extends Checked {
  /** The guarded tree, plain data; null when the guard refused the text. */
  tree: TextNode | null;
}

/**
 * The one door for texts that people wrote. Everything behind it happens in locked child processes; a text that takes
 * too long comes back as a finding. An idle press keeps no program alive; `close` stops its children at once.
 */
export interface TextPress {
  /** Guard and compile. */
  check(source: string, options: ReadOptions): Promise<Checked>;
  /** Guard and compile, with the tree that printed copies are made from. */
  read(source: string, options: ReadOptions): Promise<Read>;
  /** Guard, and where everything stands that a form may edit; null when the text cannot be taken apart. */
  outline(source: string, options: ReadOptions): Promise<{ findings: Finding[]; outline: Outline | null }>;
  /** Guard, compile and draw without evaluating anything: for drafts. */
  preview(source: string, options: DrawOptions): Promise<Drawn>;
  /** Guard, compile and draw by mdx-bundler: for what is stored and served. */
  press(source: string, options: DrawOptions): Promise<Drawn>;
  close(): Promise<void>;
}

export function createTextPress(
  options: { childEntry?: URL; limits?: Partial<PressLimits> } = {},
): TextPress {
  const pool = new PressPool(options.childEntry ?? pressChildEntry(), { ...pressLimits, ...options.limits });
  const run = async (kind: PressKind, source: string, draw: DrawOptions): Promise<PressAnswer> => {
    const [tooLong] = sizeFaults(source);
    if (tooLong) return { findings: [guardFinding(tooLong, draw.locale)], compiled: null, html: null };
    const { file, locale, roleNames = {} } = draw;
    return pool.run({ kind, source, file, locale, roleNames });
  };
  return {
    async check(source, read) {
      const { findings, compiled } = await run('check', source, read);
      return { findings, compiled };
    },
    async read(source, read) {
      const { findings, compiled, tree } = await run('tree', source, read);
      return { findings, compiled, tree: tree ?? null };
    },
    async outline(source, read) {
      const { findings, outline } = await run('outline', source, read);
      return { findings, outline: outline ?? null };
    },
    preview: (source, draw) => run('preview', source, draw),
    press: (source, draw) => run('press', source, draw),
    close: () => pool.close(),
  };
}
