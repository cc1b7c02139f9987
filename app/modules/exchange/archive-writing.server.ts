import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { Zip, ZipDeflate } from 'fflate';
import { Refused } from '#app/http/errors.ts';
import { letOthersRun } from '#db/copy-rows.ts';
import { steadyTime } from '../files/steady-zip.ts';
import { type ArchiveEntry, archiveLimits, isPermittedName } from './archive.ts';

type Content = string | Uint8Array;

/** Writes a zip entry by entry, so that no archive need fit into memory. The same entries give the same bytes. */
export class ArchiveWriter {
  readonly entries: ArchiveEntry[] = [];
  private readonly zip: Zip;
  private readonly made: Uint8Array[] = [];
  private total = 0;

  private constructor(private readonly handle: FileHandle) {
    this.zip = new Zip((error, chunk) => {
      if (error) throw error;
      this.made.push(chunk);
    });
  }

  static async create(file: string): Promise<ArchiveWriter> {
    return new ArchiveWriter(await open(file, 'wx', 0o600));
  }

  /** One entry, whole or in parts. */
  async add(path: string, content: Content | AsyncIterable<Content>): Promise<ArchiveEntry> {
    if (!isPermittedName(path)) throw new Error(`No entry may be called so: ${path}`);
    const file = new ZipDeflate(path, { level: 6 });
    file.mtime = steadyTime();
    this.zip.add(file);
    const hash = createHash('sha256');
    let bytes = 0;
    const parts = typeof content === 'string' || content instanceof Uint8Array ? inParts(content) : content;
    for await (const part of parts) {
      const chunk = typeof part === 'string' ? Buffer.from(part, 'utf8') : part;
      hash.update(chunk);
      bytes += chunk.length;
      file.push(chunk, false);
      await this.flush();
    }
    file.push(new Uint8Array(0), true);
    await this.flush();
    this.total += bytes;
    if (this.entries.length >= archiveLimits.entries || this.total > archiveLimits.totalBytes)
      throw new Refused('exchange.refusal.too-much');
    const entry = { path, bytes, sha256: hash.digest('hex') };
    this.entries.push(entry);
    return entry;
  }

  async finish(): Promise<void> {
    this.zip.end();
    await this.flush();
    await this.handle.sync();
    await this.handle.close();
  }

  /** Leaves the unfinished file to whoever removes it. */
  async giveUp(): Promise<void> {
    await this.handle.close().catch(() => undefined);
  }

  private async flush(): Promise<void> {
    for (const chunk of this.made.splice(0)) await this.handle.writeFile(chunk);
    await letOthersRun();
  }
}

const partBytes = 256 * 1024;

async function* inParts(content: Content): AsyncGenerator<Uint8Array> {
  const whole = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
  for (let at = 0; at < whole.length; at += partBytes) yield whole.subarray(at, at + partBytes);
}
