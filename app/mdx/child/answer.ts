import { compileDocument } from '../compile.ts';
import type { CompiledDocument, Finding } from '../compiled-document.ts';
import type { RoleNames } from '../components/surroundings.tsx';
import { guard, outlineable } from '../guard.ts';
import { outlineOf } from '../outline.ts';
import type { Outline } from '../outline-shape.ts';
import { renderDocument } from '../render.tsx';
import type { TextLanguage } from '../sentences.ts';
import { copyTree, type TextNode } from '../text-tree.ts';

/**
 * check: guard and compile. tree: also hand over the guarded tree, for paper. preview: also draw without evaluation.
 * press: also bundle, evaluate and draw. outline: guard, and say where everything stands that may be edited.
 */
export type PressKind = 'check' | 'tree' | 'preview' | 'press' | 'outline';

export interface PressRequest {
  kind: PressKind;
  source: string;
  file: string;
  locale: TextLanguage;
  roleNames: RoleNames;
}

export interface PressAnswer {
  findings: Finding[];
  compiled: CompiledDocument | null;
  html: string | null;
  /** The guarded tree without positions, when it was asked for. */
  tree?: TextNode;
  /** Where everything stands, when it was asked for and the text can be taken apart. */
  outline?: Outline | null;
}

/** What the child says: it is up, the guard has passed the text, the answer, or that our own code failed. */
export type ChildMessage =
  | { say: 'ready' }
  | { say: 'guarded' }
  | { say: 'answer'; answer: PressAnswer }
  | { say: 'failed'; reason: string };

/** Guards the text again, whoever sent it; nothing below works on text that was not guarded here. */
export async function answerRequest(request: PressRequest, onGuarded: () => void): Promise<PressAnswer> {
  if (request.kind === 'outline') return outlined(request);
  const { guarded, findings } = guard(request.source, request.file, request.locale);
  if (!guarded) return { findings, compiled: null, html: null };
  const compiled = compileDocument(guarded);
  onGuarded();
  switch (request.kind) {
    case 'check':
      return { findings, compiled, html: null };
    case 'tree':
      return { findings, compiled, html: null, tree: copyTree(guarded.tree) };
    case 'preview':
      return { findings, compiled, html: renderDocument(guarded, compiled, request.roleNames) };
    case 'press': {
      const { bundleDocument } = await import('../bundle.tsx');
      return { findings, compiled, html: await bundleDocument(guarded, compiled, request.roleNames) };
    }
  }
}

function outlined({ source, file, locale }: PressRequest): PressAnswer {
  const text = outlineable(source);
  const { findings } = guard(source, file, locale);
  return { findings, compiled: null, html: null, outline: text ? outlineOf(text) : null };
}
