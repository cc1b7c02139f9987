import { expect, test } from 'vitest';
import { killOften } from '#tests/harness/killing.ts';
import { testProgram } from '#tests/harness/program.ts';

const points = 300;

test('killed at three hundred random moments, the program keeps every write it acknowledged', async () => {
  const { acknowledged, ...rest } = await killOften(await testProgram(), points, 9001);
  expect(rest).toEqual({ points, lost: [], damage: [] });
  expect(acknowledged).toBeGreaterThan(points * 3);
});
