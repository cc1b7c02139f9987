import { foundation } from './0001-foundation.ts';
import { organization } from './0002-organization.ts';
import { documents } from './0003-documents.ts';
import { audits } from './0004-audits.ts';
import { nonconformities } from './0005-nonconformities.ts';
import { search } from './0006-search.ts';
import { administrativeProcedures } from './0007-administrative-procedures.ts';
import { documentControl } from './0008-document-control.ts';
import { acknowledgementBySection } from './0009-acknowledgement-by-section.ts';
import { currency } from './0010-currency.ts';
import { records } from './0011-records.ts';
import type { Migration } from './migration.ts';

export const migrations: readonly Migration[] = [
  foundation,
  organization,
  documents,
  audits,
  nonconformities,
  search,
  administrativeProcedures,
  documentControl,
  acknowledgementBySection,
  currency,
  records,
];

/** Evidence tables in the order of the migrations, rebuilt ones once: the canonical export and the verifier walk them. */
export const evidenceTables: readonly string[] = [
  ...new Set(migrations.flatMap((migration) => migration.evidence)),
];
