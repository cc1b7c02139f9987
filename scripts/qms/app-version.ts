import { readFileSync } from 'node:fs';

/** Version of this program, as `package.json` beside the scripts states it. */
export function appVersion(): string {
  const read: { version?: string } = JSON.parse(
    readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
  );
  return read.version ?? '';
}
