import { type Entry, fromBuffer, type ZipFile } from 'yauzl';

const maximalEntries = 2000;
const maximalTotalBytes = 100 * 1024 * 1024;
const maximalPartBytes = 16 * 1024 * 1024;
/** Honest text parts shrink 10–25 times; below a megabyte no ratio can hurt. */
const maximalRatio = 100;
const ratioMattersFrom = 1024 * 1024;

type ArchiveRule = 'import.file.too-large' | 'import.file.encrypted';

export class ArchiveRefused extends Error {
  constructor(readonly rule: ArchiveRule) {
    super(rule);
  }
}

/** The wanted parts of a zip file by name. @throws ArchiveRefused where it would cost too much, else what is broken. */
export function readZipParts(
  bytes: Buffer,
  isWanted: (name: string) => boolean,
): Promise<Map<string, Buffer>> {
  return new Promise((resolve, reject) => {
    fromBuffer(bytes, { lazyEntries: true, decodeStrings: true, validateEntrySizes: true }, (error, zip) => {
      if (error) return reject(error);
      if (zip.entryCount > maximalEntries) return reject(new ArchiveRefused('import.file.too-large'));
      listEntries(zip)
        .then((entries) => readEntries(zip, entries, isWanted))
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

async function readEntries(
  zip: ZipFile,
  entries: readonly Entry[],
  isWanted: (name: string) => boolean,
): Promise<Map<string, Buffer>> {
  const parts = new Map<string, Buffer>();
  for (const entry of entries) {
    if (!isWanted(entry.fileName)) continue;
    if (entry.uncompressedSize > maximalPartBytes) throw new ArchiveRefused('import.file.too-large');
    parts.set(entry.fileName, await inflate(zip, entry));
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
