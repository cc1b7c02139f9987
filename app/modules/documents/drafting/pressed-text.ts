import type { CompiledDocument, Finding } from '#app/mdx/compiled-document.ts';

/**
 * A text after guard, check and press, made outside any transaction. A command takes it only when its hash is the
 * hash of the text that stands in the revision at that moment.
 */
export interface PressedText {
  sourceSha256: string;
  html: string;
  compiled: CompiledDocument;
  /** Findings of the six-clears check; errors block the submission. */
  findings: Finding[];
}
