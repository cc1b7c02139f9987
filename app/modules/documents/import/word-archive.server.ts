import { type Entry, fromBuffer, type ZipFile } from 'yauzl';
import type { ReadRefusalRule } from './word-document.ts';

const maximalFileBytes = 25 * 1024 * 1024;
const maximalEntries = 2000;
const maximalTotalBytes = 100 * 1024 * 1024;
const maximalPartBytes = 16 * 1024 * 1024;
/** Honest text parts shrink 10–25 times; below a megabyte no ratio can hurt. */
const maximalRatio = 100;
const ratioMattersFrom = 1024 * 1024;

const readParts =
  /^word\/(document\d*|numbering|styles|footnotes|endnotes|header\d*|footer\d*)\.xml$|^\[Content_Types\]\.xml$/;

export type WordParts = ReadonlyMap<string, string>;

class ArchiveRefused extends Error {
  constructor(readonly rule: ReadRefusalRule) {
    super(rule);
  }
}

/** The XML parts of a Word file by name, or the rule that refuses the file. Never throws. */
export async function openWordArchive(bytes: Buffer): Promise<WordParts | ReadRefusalRule> {
  const refusal = refusalByFirstBytes(bytes);
  if (refusal !== null) return refusal;
  try {
    const parts = await readArchive(bytes);
    if (!parts.has('word/document.xml')) return 'import.file.not-word';
    return parts;
  } catch (error) {
    return error instanceof ArchiveRefused ? error.rule : 'import.file.broken';
  }
}

function refusalByFirstBytes(bytes: Buffer): ReadRefusalRule | null {
  if (bytes.length === 0) return 'import.file.empty';
  if (bytes.length > maximalFileBytes) return 'import.file.too-large';
  if (bytes.subarray(0, 8).toString('hex') === 'd0cf11e0a1b11ae1') {
    // A compound file is either Word 97–2003 or a modern file locked with a password.
    return bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'))
      ? 'import.file.encrypted'
      : 'import.file.old-word';
  }
  if (bytes.subarray(0, 2).toString('latin1') !== 'PK') return 'import.file.not-word';
  return null;
}

function readArchive(bytes: Buffer): Promise<WordParts> {
  return new Promise((resolve, reject) => {
    fromBuffer(bytes, { lazyEntries: true, decodeStrings: true, validateEntrySizes: true }, (error, zip) => {
      if (error) return reject(error);
      if (zip.entryCount > maximalEntries) return reject(new ArchiveRefused('import.file.too-large'));
      listEntries(zip)
        .then((entries) => readEntries(zip, entries))
        .then(resolve, reject)
        .finally(() => zip.close());
    });
  });
}

/** The whole central directory is judged before one byte is inflated. */
function listEntries(zip: ZipFile): Promise<Entry[]> {
  return new Promise((resolve, reject) => {
    const entries: Entry[] = [];
    let total = 0;
    zip.on('error', reject);
    zip.on('end', () => resolve(entries));
    zip.on('entry', (entry: Entry) => {
      total += entry.uncompressedSize;
      const ratio = entry.uncompressedSize / Math.max(1, entry.compressedSize);
      if (entries.length >= maximalEntries || total > maximalTotalBytes)
        return reject(new ArchiveRefused('import.file.too-large'));
      if (entry.uncompressedSize > ratioMattersFrom && ratio > maximalRatio)
        return reject(new ArchiveRefused('import.file.too-large'));
      if ((entry.generalPurposeBitFlag & 1) === 1) return reject(new ArchiveRefused('import.file.encrypted'));
      entries.push(entry);
      zip.readEntry();
    });
    zip.readEntry();
  });
}

async function readEntries(zip: ZipFile, entries: readonly Entry[]): Promise<WordParts> {
  const parts = new Map<string, string>();
  for (const entry of entries) {
    if (!readParts.test(entry.fileName)) continue;
    if (entry.uncompressedSize > maximalPartBytes) throw new ArchiveRefused('import.file.too-large');
    parts.set(entry.fileName, decodeXml(await inflate(zip, entry)));
  }
  return parts;
}

function inflate(zip: ZipFile, entry: Entry): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) return reject(error);
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('error', reject);
      stream.on('end', () => resolve(Buffer.concat(chunks)));
    });
  });
}

function decodeXml(bytes: Buffer): string {
  const mark = bytes.subarray(0, 2).toString('hex');
  if (mark === 'fffe') return new TextDecoder('utf-16le').decode(bytes);
  return new TextDecoder('utf-8').decode(bytes);
}
