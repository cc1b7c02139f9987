import { canonical } from '../journal/canonical.ts';

/** What is told of a released revision in the manifest. */
export interface ReleasedFacts {
  path: string;
  sha256: string;
  agencyKey: string;
  agencyName: string;
  code: string | null;
  kindName: string;
  decisionNumber: string;
  signedOn: string;
  signer: string;
  signerPosition: string;
  title: string;
  language: string;
  summary: string;
  ordinal: number;
  inForceFrom: string;
  inForceUntil: string | null;
}

/**
 * A released revision under the names and lengths of NĐ 30/2020/NĐ-CP, Phụ lục VI, so that a document system can take
 * it in; what that list has no name for stands beside it in ours.
 */
function documentMetadata(facts: ReleasedFacts) {
  const [, number = '', notation = ''] = /^\s*(\d{1,11})\s*\/\s*(\S.*)$/.exec(facts.decisionNumber) ?? [];
  return {
    FileCode: {
      OrganId: cut(facts.agencyKey, 13),
      FileCatalog: cut(facts.signedOn, 4),
      FileNotation: cut(facts.code ?? '', 20),
    },
    DocOrdinal: facts.ordinal,
    TypeName: cut(facts.kindName, 100),
    CodeNumber: cut(number, 11),
    CodeNotation: cut(notation || facts.decisionNumber, 30),
    IssuedDate: facts.signedOn,
    OrganName: cut(facts.agencyName, 200),
    Subject: cut(facts.title, 500),
    Language: facts.language === 'en' ? 'English' : 'Tiếng Việt',
    Description: cut(facts.summary, 500),
    SignerInfo: { Position: cut(facts.signerPosition, 100), FullName: cut(facts.signer, 50) },
    path: facts.path,
    sha256: facts.sha256,
    inForceFrom: facts.inForceFrom,
    ...(facts.inForceUntil ? { inForceUntil: facts.inForceUntil } : {}),
  };
}

/** The same metadata as one line, whatever order it was put together in. */
export function metadataLine(facts: ReleasedFacts): Record<string, unknown> {
  // Our own text, read back in canonical order.
  return JSON.parse(canonical(documentMetadata(facts))) as Record<string, unknown>;
}

function cut(text: string, most: number): string {
  return [...text.normalize('NFC')].slice(0, most).join('');
}
