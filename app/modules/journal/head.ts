import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto';
import { z } from 'zod';
import type { Instant } from '#db/schema.ts';
import { canonical } from './canonical.ts';

/** A signed head: what the chain was at an instant. Kept outside the database and handed to people outside. */
export const headSchema = z.object({
  origin: z.string(),
  size: z.number().int().nonnegative(),
  hash: z.string(),
  at: z.string(),
  publicKey: z.string(),
  signature: z.string(),
});
export type Head = z.infer<typeof headSchema>;

function signedPart(head: Omit<Head, 'signature'>): Buffer {
  const { origin, size, hash, at, publicKey } = head;
  return Buffer.from(canonical({ v: 1, origin, size, hash, at, publicKey }), 'utf8');
}

/** PEM of a new Ed25519 key. */
export function newSigningKey(): string {
  return generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}

export function publicKeyOf(pem: string): string {
  return createPublicKey(createPrivateKey(pem)).export({ type: 'spki', format: 'der' }).toString('base64');
}

export function signHead(
  pem: string,
  head: { origin: string; size: number; hash: string; at: Instant },
): Head {
  const unsigned = { ...head, publicKey: publicKeyOf(pem) };
  return { ...unsigned, signature: sign(null, signedPart(unsigned), pem).toString('base64') };
}

export function isSignatureGood(head: Head): boolean {
  let key: KeyObject;
  try {
    key = createPublicKey({ key: Buffer.from(head.publicKey, 'base64'), type: 'spki', format: 'der' });
    return verify(null, signedPart(head), key, Buffer.from(head.signature, 'base64'));
  } catch {
    return false;
  }
}

/** One head a line; a line that is no head is reported by its number. */
export function parseHeads(text: string): { heads: Head[]; badLines: number[] } {
  const heads: Head[] = [];
  const badLines: number[] = [];
  text.split('\n').forEach((line, at) => {
    if (line.trim() === '') return;
    try {
      heads.push(headSchema.parse(JSON.parse(line)));
    } catch {
      badLines.push(at + 1);
    }
  });
  return { heads, badLines };
}
