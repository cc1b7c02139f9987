import { NotFound, Refused } from '#app/http/errors.ts';
import type { Locale } from '#app/i18n/locale.ts';
import { translate } from '#app/i18n/translate.ts';
import type { TextPress } from '#app/mdx/text-press.ts';
import { readBody } from '#app/pdf/body.ts';
import type { BodyNames } from '#app/pdf/body-blocks.ts';
import type { PdfPress } from '#app/pdf/renderer.ts';
import {
  type ControlledPrint,
  type CopyState,
  type IsoDocument,
  isoSheet,
} from '#app/pdf/sheets/iso-sheet.ts';
import type { RevisionRecordRow, SignOff } from '#app/pdf/sheets/sign-off.ts';
import { isoWord } from '#app/pdf/word/iso-word.ts';
import type { Actor } from '#app/permissions/actor.ts';
import { may } from '#app/permissions/matrix.ts';
import type { Day, Db } from '#db/schema.ts';
import { roleNamesOf } from '../drafting/pressing.server.ts';
import type { ForceState } from '../in-force.ts';
import { statusPath } from '../paths.ts';
import { isForPublic, readRevision } from '../reading/reading.server.ts';
import { servedNames } from '../reading/served-page.server.ts';
import { keptCopy } from './kept-copy.server.ts';

export interface CopyRoom {
  db: Db;
  press: TextPress;
  pdf: PdfPress;
  /** Folder where finished copies are kept by the hash of what they were made from. */
  folder: string;
  /** Scheme, host and port for the address in the QR code. */
  origin: string;
}

const copyStates: Record<ForceState, CopyState> = {
  'not-released': 'draft',
  'awaiting-acknowledgement': 'awaiting-acknowledgement',
  'not-yet-in-force': 'not-yet-in-force',
  'in-force': 'in-force',
  superseded: 'superseded',
  withdrawn: 'withdrawn',
  expired: 'withdrawn',
};

/**
 * The file copy of a revision: the same revision in the same state gives the same bytes, made once and kept by hash.
 * With `controlled` a numbered print, made fresh. The text is guarded and read in the locked child.
 */
export async function fileCopy(
  room: CopyRoom,
  actor: Actor,
  revisionId: string,
  day: Day,
  controlled?: ControlledPrint,
): Promise<{ bytes: Buffer; name: string }> {
  const document = await copiedDocument(room, actor, revisionId, day);
  const sheet = isoSheet({ ...document, ...(controlled ? { controlled } : {}) });
  const name = `${fileNameOf(document)}.pdf`;
  if (controlled) return { bytes: await room.pdf.render(sheet), name };
  return { bytes: await keptCopy(room.folder, 'pdf', sheet, () => room.pdf.render(sheet)), name };
}

/** The same revision as a Word file, for an office that prints under a head of its own. */
export async function wordCopy(room: CopyRoom, actor: Actor, revisionId: string, day: Day) {
  const document = await copiedDocument(room, actor, revisionId, day);
  const sheet = isoWord(document);
  const bytes = await keptCopy(room.folder, 'docx', sheet, () => room.pdf.word(sheet));
  return { bytes, name: `${fileNameOf(document)}.docx` };
}

function fileNameOf({ code, title }: IsoDocument): string {
  const words = (code ?? title).replace(/[^\p{L}\p{N}._-]+/gu, '-').replace(/^[-.]+|[-.]+$/g, '');
  return words.slice(0, 80) || 'copy';
}

/** A revision as it is printed, from its guarded text and what is recorded of it. */
export async function copiedDocument(
  room: Pick<CopyRoom, 'db' | 'press' | 'origin'>,
  actor: Actor,
  revisionId: string,
  day: Day,
): Promise<IsoDocument> {
  const { db } = room;
  const facts = await readCopied(db, actor, revisionId, day);
  const { revision, document, release } = facts;
  const locale: Locale = revision.language === 'en' ? 'en' : 'vi';
  const { tree } = await room.press.read(revision.source, { file: revision.id, locale });
  if (!tree) throw new Refused('documents.refusal.not-readable');
  return {
    locale,
    stamp: revision.submitted_at ?? revision.created_at,
    ...(await agencyNames(db, revision.agency_id, locale)),
    kind: translate(locale, `documents.kind.${revision.kind}`),
    title: locale === 'en' && revision.title_en ? revision.title_en : revision.title_vi,
    code: document.code ?? document.claimed_code,
    issue: revision.issue,
    amendment: revision.amendment,
    inForceFrom: release?.in_force_from ?? null,
    issuedOn: release?.signed_on ?? null,
    state: copyStates[facts.force],
    statusUrl: `${room.origin}${statusPath(revision.id)}`,
    signOffs: signOffsOf(facts, locale),
    revisions: await revisionRecord(db, document.id, revision.number),
    body: readBody(tree, { names: await bodyNames(db, revision.agency_id, locale, day), locale }),
  };
}

/** Staff see every revision; a citizen gets a copy of what is public and was released. */
async function readCopied(db: Db, actor: Actor, revisionId: string, day: Day) {
  if (may(actor, 'document.read')) return readRevision(db, actor, revisionId, day);
  const asStaff: Actor = { ...actor, roles: ['officer'] };
  const facts = await readRevision(db, asStaff, revisionId, day);
  const released = facts.revision.state === 'released' && facts.force === 'in-force';
  if (!released || !isForPublic(facts.revision)) throw new NotFound();
  return facts;
}

export async function agencyNames(db: Db, agencyId: string, locale: Locale) {
  const agency = await db
    .selectFrom('agency')
    .leftJoin('agency as parent', 'parent.id', 'agency.parent_id')
    .select([
      'agency.name_vi',
      'agency.name_en',
      'parent.name_vi as parent_vi',
      'parent.name_en as parent_en',
    ])
    .where('agency.id', '=', agencyId)
    .executeTakeFirstOrThrow();
  const parent = locale === 'en' ? agency.parent_en : agency.parent_vi;
  return {
    agency: (locale === 'en' && agency.name_en) || agency.name_vi,
    ...(parent ? { parentAgency: parent } : {}),
  };
}

type Copied = Awaited<ReturnType<typeof readRevision>>;

function signOffsOf({ signatures, release }: Copied, locale: Locale): SignOff[] {
  return signatures.map((signature) => ({
    part: signature.step as SignOff['part'], // the column's check constraint
    name: signature.officer_name,
    position: [signature.prefix, signature.position_name].filter(Boolean).join(' '),
    at: signature.recorded_afterwards ? null : signature.signed_at,
    meaning: translate(locale, `documents.signature.meaning.${signature.meaning}`),
    contentHash: signature.recorded_afterwards ? null : signature.content_sha256,
    ...(signature.recorded_afterwards && release
      ? { recordedAfterwards: { decision: release.decision_number, signedOn: release.signed_on } }
      : {}),
  }));
}

/** Trang theo dõi sửa đổi: every revision up to this one. */
async function revisionRecord(db: Db, documentId: string, upTo: number): Promise<RevisionRecordRow[]> {
  const rows = await db
    .selectFrom('revision')
    .leftJoin('release_item', 'release_item.revision_id', 'revision.id')
    .select(['issue', 'amendment', 'change_summary', 'legal_ground', 'release_item.in_force_from'])
    .where('revision.document_id', '=', documentId)
    .where('number', '<=', upTo)
    .orderBy('number')
    .execute();
  return rows.map((row, at) => ({
    issue: row.issue,
    amendment: row.amendment,
    summary: row.change_summary || (at === 0 ? translate('vi', 'documents.revision.first') : ''),
    legalGround: row.legal_ground,
    inForceFrom: row.in_force_from,
  }));
}

async function bodyNames(db: Db, agencyId: string, locale: Locale, day: Day): Promise<BodyNames> {
  const served = await servedNames(db, agencyId, locale, day);
  return {
    roles: await roleNamesOf(db, agencyId, locale),
    legalBases: Object.fromEntries(
      Object.entries(served.legalBases).map(([key, basis]) => [key, basis.name]),
    ),
    forms: {},
    fees: served.fees,
  };
}
