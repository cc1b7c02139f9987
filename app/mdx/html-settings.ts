import { label, type TextLanguage } from './sentences.ts';

/** How Markdown turns into HTML, the same for both renderers. */
export function htmlSettings(language: TextLanguage) {
  return {
    clobberPrefix: 'user-content-',
    footnoteLabel: label(language, 'footnotes.title'),
    footnoteLabelTagName: 'h2',
    footnoteLabelProperties: { className: ['footnotes-title'] },
    footnoteBackLabel: (reference: number, again: number) => {
      const number = again > 1 ? `${reference + 1}-${again}` : String(reference + 1);
      return label(language, 'footnotes.back', { number });
    },
  };
}
