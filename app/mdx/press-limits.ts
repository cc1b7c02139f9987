import type { PressAnswer, PressRequest } from './child/answer.ts';
import { guardFinding } from './sentences.ts';

export interface PressLimits {
  /** Children kept ready. */
  warm: number;
  /** Children at most, while texts that take long hold the warm ones. */
  most: number;
  /** Milliseconds after which a waiting text gets a child beyond the warm ones. */
  patience: number;
  waiting: number;
  guardMilliseconds: number;
  bundleMilliseconds: number;
}

export const pressLimits: PressLimits = {
  warm: 2,
  most: 4,
  patience: 400,
  waiting: 5_000,
  guardMilliseconds: 2_000,
  bundleMilliseconds: 10_000,
};

/** What a text gets whose child had to be stopped. */
export function stoppedAnswer(
  request: PressRequest,
  rule: 'guard.too-slow' | 'guard.too-heavy',
  seconds: number,
): PressAnswer {
  const fault = { rule, line: 1, column: 1, details: { seconds } };
  return { findings: [guardFinding(fault, request.locale)], compiled: null, html: null };
}
