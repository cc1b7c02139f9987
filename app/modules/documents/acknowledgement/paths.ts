import { documentPath } from '../paths.ts';
import type { Asked } from './asking.ts';

export const acknowledgementRegisterPath = '/documents/acknowledgements';
export const acknowledgementCsvPath = '/documents/acknowledgements.csv';
export const acknowledgementPdfPath = '/documents/acknowledgements.pdf';

/** Id of the place on the page where a part is shown. */
export function placeOfPart(key: string): string {
  return `part-${key.replace(':', '-')}`;
}

/** The page on which a document is acknowledged, at the first part that is asked. */
export function acknowledgementPath(documentId: string, asked: Asked): string {
  const [first] = asked.parts;
  const page = documentPath(documentId, 'acknowledgement');
  return asked.whole || first === undefined ? page : `${page}#${placeOfPart(first)}`;
}

/** The register about the documents of one decision: of the one, else the whole. */
export function acknowledgementsAfter(documentIds: readonly string[]): string {
  const [document, ...more] = documentIds;
  return document && more.length === 0 ? acknowledgementsOf({ document }) : acknowledgementRegisterPath;
}

/** The same register about one document or one person. */
export function acknowledgementsOf(about: { document?: string; officer?: string }): string {
  return `${acknowledgementRegisterPath}?${new URLSearchParams(about).toString()}`;
}
