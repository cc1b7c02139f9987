import { z } from 'zod';

/** What an archive may hold, by name; anything else in it is refused. Nothing is ever unpacked under these names. */
const permittedNames = [
  /^(?:manifest\.json|README\.txt|heads\.jsonl)$/,
  /^data\/[a-z_]{1,40}\.jsonl$/,
  /^documents\/[\p{L}\p{N}_][\p{L}\p{N} ._-]{0,119}\/[\p{L}\p{N} ._-]{1,80}\.mdx$/u,
  /^copies\/[\p{L}\p{N}_][\p{L}\p{N} ._-]{0,119}\.pdf$/u,
  /^files\/[0-9a-f]{64}$/,
];

export function isPermittedName(name: string): boolean {
  return permittedNames.some((pattern) => pattern.test(name)) && !name.split('/').includes('..');
}

export const manifestName = 'manifest.json';
export const headsName = 'heads.jsonl';
export const dataName = (table: string) => `data/${table}.jsonl`;
export const fileName = (sha256: string) => `files/${sha256}`;

/** Bounds of an archive that is read: an office of a ward stays far below them. */
export const archiveLimits = {
  entries: 60_000,
  entryBytes: 512 * 1024 * 1024,
  totalBytes: 3 * 1024 * 1024 * 1024,
  manifestBytes: 64 * 1024 * 1024,
  /** Rows told as text shrink some fifty times; beyond this, and above `ratioFrom`, it is a bomb. */
  ratio: 400,
  ratioFrom: 8 * 1024 * 1024,
};

export const formatVersion = 1;

const entry = z.object({ path: z.string(), bytes: z.number().int().nonnegative(), sha256: z.string() });
export type ArchiveEntry = z.infer<typeof entry>;

export const manifestSchema = z.object({
  program: z.literal('Rõ Việc'),
  format: z.number().int().positive(),
  /** Version of the tables. */
  schema: z.number().int().positive(),
  /** Day whose revisions in force stand in `copies`. */
  inForceOn: z.string(),
  journal: z.object({ size: z.number().int().nonnegative(), hash: z.string(), at: z.string() }),
  /** Left out: the archive is for people to read, not to set up a system from. */
  passwords: z.enum(['kept', 'left-out']),
  documents: z.array(z.record(z.string(), z.unknown())),
  entries: z.array(entry),
});
export type ArchiveManifest = z.infer<typeof manifestSchema>;

/** A name for a folder or file that every system can hold, from words somebody typed. */
export function plainName(words: string, otherwise: string): string {
  // Cut by letters: half a letter is no name.
  const plain = [...words.normalize('NFC').replace(/[^\p{L}\p{N}._-]+/gu, '-')].slice(0, 40).join('');
  return plain.replace(/^[-._]+|[-._]+$/g, '') || otherwise;
}

/** Names told apart also where capitals and small letters are the same. */
export class TakenNames {
  private readonly taken = new Set<string>();

  take(name: string, otherwise: string): string {
    const free = this.taken.has(name.toLowerCase()) ? otherwise : name;
    this.taken.add(free.toLowerCase());
    return free;
  }
}
