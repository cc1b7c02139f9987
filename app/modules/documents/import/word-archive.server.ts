import type { ReadRefusalRule } from './word-document.ts';
import { ArchiveRefused, readZipParts } from './zip-archive.server.ts';

const maximalFileBytes = 25 * 1024 * 1024;
const readParts =
  /^word\/(document\d*|numbering|styles|footnotes|endnotes|header\d*|footer\d*)\.xml$|^\[Content_Types\]\.xml$/;

export type WordParts = ReadonlyMap<string, string>;

/** The XML parts of a Word file by name, or the rule that refuses the file. Never throws. */
export async function openWordArchive(bytes: Buffer): Promise<WordParts | ReadRefusalRule> {
  const refusal = refusalByFirstBytes(bytes);
  if (refusal !== null) return refusal;
  try {
    const parts = new Map<string, string>();
    for (const [name, part] of await readZipParts(bytes, (name) => readParts.test(name)))
      parts.set(name, decodeXml(part));
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

function decodeXml(bytes: Buffer): string {
  const mark = bytes.subarray(0, 2).toString('hex');
  if (mark === 'fffe') return new TextDecoder('utf-16le').decode(bytes);
  return new TextDecoder('utf-8').decode(bytes);
}
