import { unzipSync, type Zippable, zipSync } from 'fflate';

/** A zip writes the wall clock's time: this one is the same everywhere. */
export const steadyTime = () => new Date(1980, 0, 1, 0, 0, 0);

/** A zip whose bytes follow from its parts alone: their names and contents, in the order given. */
export function steadyZip(parts: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const entries: Zippable = { ...parts };
  return zipSync(entries, { level: 6, mtime: steadyTime() });
}

/** Brings a zip that a library packed into that form, with its parts changed on the way. */
export function repacked(
  bytes: Uint8Array,
  change: (name: string, content: Uint8Array) => Uint8Array = (_name, content) => content,
): Uint8Array {
  // Readers tell the kind of an office file by what comes first.
  const first = ([name]: [string, Uint8Array]) => (name === '[Content_Types].xml' ? 0 : 1);
  const parts = Object.entries(unzipSync(bytes)).sort((a, b) => first(a) - first(b));
  return steadyZip(Object.fromEntries(parts.map(([name, content]) => [name, change(name, content)])));
}
