import { afterEach, beforeEach, expect, vi } from 'vitest';

/** Whatever writes to console.error during a test fails that test, so no warning of React or Node goes unread. */
let written: unknown[][] = [];

beforeEach(() => {
  written = [];
  vi.spyOn(console, 'error').mockImplementation((...line: unknown[]) => {
    written.push(line);
  });
});

afterEach(() => {
  const lines = written.map((line) => line.map(String).join(' '));
  vi.restoreAllMocks();
  expect(lines, 'console.error was called').toEqual([]);
});
