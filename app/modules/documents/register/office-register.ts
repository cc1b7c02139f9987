/** The registers an office keeps of its documents (QT-HT-01), by the code of their form. */
export const officeRegisters = ['BM-01-02', 'BM-01-03', 'BM-01-04', 'BM-01-06'] as const;
export type RegisterCode = (typeof officeRegisters)[number];

/** Columns in the order of the form, each with its share of the width. */
export const registerColumns: Record<RegisterCode, readonly (readonly [name: string, share: number])[]> = {
  'BM-01-02': [
    ['code', 1.3],
    ['title', 2.6],
    ['issue', 0.8],
    ['issued-on', 1.1],
    ['in-force-from', 1.1],
    ['unit', 1.4],
    ['state', 1.1],
    ['forms', 1.5],
    ['published', 1.1],
    ['next-review', 1.1],
  ],
  'BM-01-03': [
    ['number-sign', 1.5],
    ['type', 1],
    ['issuer', 1.1],
    ['signed-on', 1.1],
    ['subject', 2.8],
    ['in-force', 1.2],
    ['status', 1.1],
    ['replaced-by', 1.1],
    ['used-by', 1.6],
    ['checked-on', 1.1],
    ['checker', 1.1],
  ],
  'BM-01-04': [
    ['code', 1.1],
    ['form-name', 3],
    ['issue', 0.9],
    ['procedures', 2],
    ['retention', 1.6],
  ],
  'BM-01-06': [
    ['symbol', 1.6],
    ['record-name', 2.6],
    ['maker', 1.6],
    ['keeper', 1.6],
    ['retention', 1.2],
    ['ground', 1.8],
    ['note', 1],
  ],
};

export function isRegisterCode(text: string): text is RegisterCode {
  return (officeRegisters as readonly string[]).includes(text);
}

/** A register as it stands on a day: a heading and rows of words, the running number first. */
export interface OfficeRegister {
  code: RegisterCode;
  columns: string[];
  rows: string[][];
}

/** `01/00`: issue and amendment as the revision record of a document writes them. */
export function issueOf({ issue, amendment }: { issue: number; amendment: number }): string {
  return [issue, amendment].map((number) => String(number).padStart(2, '0')).join('/');
}
