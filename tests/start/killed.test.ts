import { expect, test } from 'vitest';
import { killOften } from '#tests/harness/killing.ts';
import { testProgram } from '#tests/harness/program.ts';

const points = 20;

test('killed at twenty random moments, the program keeps every write it acknowledged and leaves no process behind', async () => {
  const { acknowledged, ...rest } = await killOften(await testProgram(), points, 20261121);
  expect(rest).toEqual({ points, lost: [], damage: [] });
  expect(acknowledged).toBeGreaterThan(points * 3);
}, 300_000);

test('the same killing finds writes that were acknowledged before they were kept', async () => {
  const program = await testProgram({ name: 'hasty', into: acknowledgeBeforeCommit });
  const { lost } = await killOften(program, 4, 7);
  expect(lost.length).toBeGreaterThan(0);
}, 180_000);

/** Plants what a careless unit of work would do: it answers with the result and commits a little later. */
function acknowledgeBeforeCommit(pages: string): string {
  const honest = 'async function inTransaction(';
  if (pages.split(honest).length !== 2)
    throw new Error('The unit of work looks different: plant the fault anew.');
  return pages.replace(
    honest,
    `function inTransaction(db, work) {
      return new Promise((resolve, reject) => {
        honestTransaction(db, async (trx) => {
          const result = await work(trx);
          resolve(result);
          await new Promise((late) => setTimeout(late, 25));
          return result;
        }).catch(reject);
      });
    }
    async function honestTransaction(`,
  );
}
