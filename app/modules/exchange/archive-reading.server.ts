import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { type Entry, open as openZip, type ZipFile } from 'yauzl';
import { isRefused, Refused } from '#app/http/errors.ts';
import {
  type ArchiveManifest,
  archiveLimits,
  formatVersion,
  isPermittedName,
  manifestName,
  manifestSchema,
} from './archive.ts';

/** An archive whose names, sizes and hashes were found to be what its manifest says. */
export interface OpenedArchive {
  manifest: ArchiveManifest;
  has(path: string): boolean;
  read(path: string): Promise<Readable>;
  close(): void;
}

/**
 * Opens an archive after every check that needs no database: it is a zip, nothing in it is hostile or too large, each
 * entry stands in the manifest once and has its hash.
 * @throws Refused with the first thing that is wrong.
 */
export async function openArchive(file: string): Promise<OpenedArchive> {
  const zip = await opened(file);
  try {
    const entries = await listed(zip, file);
    const manifest = await manifestOf(zip, entries, file);
    for (const { path, bytes, sha256 } of manifest.entries) {
      const entry = entries.get(path);
      if (!entry) throw new Refused('exchange.refusal.missing', { file, path });
      if (entry.uncompressedSize !== bytes || (await hashOf(zip, entry)) !== sha256)
        throw new Refused('exchange.refusal.changed', { file, path });
    }
    const read = (path: string) => {
      const entry = entries.get(path);
      if (!entry) throw new Refused('exchange.refusal.missing', { file, path });
      return streamOf(zip, entry);
    };
    return { manifest, has: (path) => entries.has(path), read, close: () => zip.close() };
  } catch (error) {
    zip.close();
    // Whatever a stranger's bytes do to the readers, it is a broken file to the person importing it.
    throw isRefused(error) ? error : new Refused('exchange.refusal.broken', { file });
  }
}

function opened(file: string): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    const options = { lazyEntries: true, autoClose: false, decodeStrings: true, validateEntrySizes: true };
    openZip(file, options, (error, zip) => {
      if (!error) return resolve(zip);
      const gone = 'code' in error && error.code === 'ENOENT';
      reject(new Refused(gone ? 'exchange.refusal.no-file' : 'exchange.refusal.broken', { file }));
    });
  });
}

/** The whole directory is judged before one byte is inflated. */
function listed(zip: ZipFile, file: string): Promise<Map<string, Entry>> {
  return new Promise((resolve, reject) => {
    const entries = new Map<string, Entry>();
    let total = 0;
    if (zip.entryCount > archiveLimits.entries) reject(new Refused('exchange.refusal.too-large', { file }));
    // The reader itself refuses names that climb out of a folder.
    zip.on('error', (error: Error) => {
      const climbs = /absolute path|invalid relative path|invalid characters/.test(error.message);
      reject(new Refused(climbs ? 'exchange.refusal.hostile' : 'exchange.refusal.broken', { file }));
    });
    zip.on('end', () => resolve(entries));
    zip.on('entry', (entry: Entry) => {
      total += entry.uncompressedSize;
      const reason = refusalOf(entry, entries, total);
      if (reason) return reject(new Refused(reason, { file, path: entry.fileName.slice(0, 100) }));
      entries.set(entry.fileName, entry);
      zip.readEntry();
    });
    zip.readEntry();
  });
}

function refusalOf(entry: Entry, known: ReadonlyMap<string, Entry>, total: number): string | null {
  const { fileName, compressedSize, uncompressedSize: bytes } = entry;
  if (!isPermittedName(fileName) || (entry.generalPurposeBitFlag & 1) === 1)
    return 'exchange.refusal.hostile';
  if (known.has(fileName)) return 'exchange.refusal.twice';
  if (known.size >= archiveLimits.entries || total > archiveLimits.totalBytes)
    return 'exchange.refusal.too-large';
  if (bytes > archiveLimits.entryBytes) return 'exchange.refusal.too-large';
  const ratio = bytes / Math.max(1, compressedSize);
  return bytes > archiveLimits.ratioFrom && ratio > archiveLimits.ratio ? 'exchange.refusal.too-large' : null;
}

async function manifestOf(zip: ZipFile, entries: Map<string, Entry>, file: string): Promise<ArchiveManifest> {
  const entry = entries.get(manifestName);
  if (!entry) throw new Refused('exchange.refusal.no-manifest', { file });
  if (entry.uncompressedSize > archiveLimits.manifestBytes)
    throw new Refused('exchange.refusal.too-large', { file });
  const chunks: Buffer[] = [];
  for await (const chunk of await streamOf(zip, entry)) chunks.push(chunk);
  const read = manifestSchema.safeParse(parsed(Buffer.concat(chunks).toString('utf8')));
  if (!read.success) throw new Refused('exchange.refusal.no-manifest', { file });
  if (read.data.format > formatVersion) throw new Refused('exchange.refusal.newer', { file });
  const told = new Set(read.data.entries.map((one) => one.path));
  if (told.size !== read.data.entries.length) throw new Refused('exchange.refusal.no-manifest', { file });
  const untold = [...entries.keys()].find((path) => path !== manifestName && !told.has(path));
  if (untold) throw new Refused('exchange.refusal.untold', { file, path: untold.slice(0, 100) });
  return read.data;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function streamOf(zip: ZipFile, entry: Entry): Promise<Readable> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => (error ? reject(error) : resolve(stream)));
  });
}

async function hashOf(zip: ZipFile, entry: Entry): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of await streamOf(zip, entry)) hash.update(chunk);
  return hash.digest('hex');
}
