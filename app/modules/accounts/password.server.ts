import { hash, verify } from '@node-rs/argon2';

/** argon2id at the strength OWASP asks for (ASVS 5.0 appendix C): 19 MiB, 2 passes, 1 lane. */
const strength = { memoryCost: 19 * 1024, timeCost: 2, parallelism: 1 } as const;

/** Hash of a password nobody has: unknown accounts take as long as known ones. */
let nobody: Promise<string> | undefined;

const atOnce = 2;
let running = 0;
const waiting: (() => void)[] = [];

/** At most two hashes at a time: a flood of sign-ins may not hold the threads that read documents. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve));
  running += 1;
  try {
    return await work();
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
}

export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password.normalize('NFC'), strength));
}

/** Constant work: a missing hash is compared with nobody's. */
export async function isPassword(password: string, stored: string | null): Promise<boolean> {
  nobody ??= hashPassword('nobody signs in with this');
  const known = stored ?? (await nobody);
  const good = await inTurn(() => verify(known, password.normalize('NFC')));
  return good && stored !== null;
}
