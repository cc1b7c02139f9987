import { limits } from './profile.ts';
import type { GuardFault } from './sentences.ts';

/** A text above the limit is not even handed to the reader. */
export function sizeFaults(source: string): GuardFault[] {
  const bytes = Buffer.byteLength(source);
  if (bytes <= limits.bytes) return [];
  const details = { size: Math.ceil(bytes / 1024), limit: limits.bytes / 1024 };
  return [{ rule: 'guard.size', line: 1, column: 1, details }];
}
