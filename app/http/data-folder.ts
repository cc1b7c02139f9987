import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { newSigningKey } from '#app/modules/journal/head.ts';

/** Where an installation keeps what is not in the database: keys, heads of the journal, files by hash, snapshots. */
export interface DataFolder {
  path: string;
  /** PEM of the Ed25519 key that signs the heads of the journal. */
  signingKey: string;
  files: string;
  snapshots: string;
  /** Made by `npm run demo`: one-click sign-in exists, `npm start` refuses it. */
  isDemo: boolean;
}

const demoMark = 'demo';

/** True for a folder that `npm run demo` made. */
export function isDemoFolder(path: string): boolean {
  return existsSync(join(path, demoMark));
}

/** Opens the folder, making it, its sub-folders (0700) and its secrets (0600) where they are missing. */
export function openDataFolder(path: string, options: { demo?: boolean } = {}): DataFolder {
  const made = (name: string) => {
    const folder = join(path, name);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return folder;
  };
  const isNew = !existsSync(join(path, 'keys'));
  mkdirSync(path, { recursive: true, mode: 0o700 });
  if (options.demo && isNew) writeFileSync(join(path, demoMark), 'npm run demo\n', { mode: 0o600 });
  const keyFile = join(made('keys'), 'journal-ed25519.pem');
  if (!existsSync(keyFile)) writeFileSync(keyFile, newSigningKey(), { mode: 0o600, flag: 'wx' });
  chmodSync(keyFile, 0o600);
  return {
    path,
    signingKey: readFileSync(keyFile, 'utf8'),
    files: made('files'),
    snapshots: made('snapshots'),
    isDemo: isDemoFolder(path),
  };
}
