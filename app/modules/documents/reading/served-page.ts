import type { Locale } from '#app/i18n/locale.ts';
import { translate } from '#app/i18n/translate.ts';

/** What the rows of the office say today about the keys a stored page names. */
export interface ServedNames {
  /** Amount in words by fee item, e.g. "8.000 đồng/bản" or that the province fixes it. */
  fees: Readonly<Record<string, string>>;
  legalBases: Readonly<Record<string, ServedLegalBasis>>;
}

export interface ServedLegalBasis {
  /** As cited, e.g. "Nghị định số 123/2015/NĐ-CP". */
  name: string;
  title: string;
  status: string;
}

const marker = /<span class="(fee|legal-basis)" data-(?:fee|legal)="([a-z0-9-]+)">[^<]*<\/span>/g;

/**
 * Fills the places that the press left for rows of the office. Only the press writes these markers — what a person
 * typed is escaped there — and every word filled in is escaped here.
 */
export function fillPage(html: string, names: ServedNames, language: Locale): string {
  return html.replace(marker, (whole, kind: string, key: string) => {
    if (kind === 'fee') {
      const fee = Object.hasOwn(names.fees, key) ? names.fees[key] : undefined;
      return fee === undefined ? whole : `<span class="fee">${escapeHtml(fee)}</span>`;
    }
    const basis = Object.hasOwn(names.legalBases, key) ? names.legalBases[key] : undefined;
    return basis === undefined ? whole : legalBasisHtml(basis, language);
  });
}

const formLink = /<a class="form-ref" href="[^"]*">([^<]*)<\/a>/g;

/** Codes of the forms a stored page links to, as written. */
export function formsLinked(html: string): string[] {
  return [...new Set([...html.matchAll(formLink)].map((match) => match[1] ?? ''))];
}

/** Takes the link off the forms its reader may not open; the code stays to be read. */
export function unlinkForms(html: string, open: ReadonlySet<string>): string {
  return html.replace(formLink, (whole, code: string) =>
    open.has(code) ? whole : `<span class="form-ref">${code}</span>`,
  );
}

function legalBasisHtml(basis: ServedLegalBasis, language: Locale): string {
  const words = basis.status === 'expired' || basis.status === 'not-yet' ? basis.status : null;
  const stale = words
    ? ` <em class="legal-${words}">(${escapeHtml(translate(language, `documents.legal.mark.${words}`))})</em>`
    : '';
  return `<span class="legal-basis"><cite>${escapeHtml(basis.name)}</cite>${stale}</span>`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** "Nghị định số 123/2015/NĐ-CP"; a standard is known by its sign alone. */
export function citedName(kind: string, numberSign: string, language: Locale): string {
  const word = translate(language, `documents.legal.kind.${kind}`);
  if (kind === 'tieu-chuan' || word === `documents.legal.kind.${kind}`) return numberSign;
  return translate(language, 'documents.legal.cited', { kind: word, number: numberSign });
}
