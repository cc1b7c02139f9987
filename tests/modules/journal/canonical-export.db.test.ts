import { expect, test } from 'vitest';
import { canonicalExport } from '#app/modules/journal/canonical-export.server.ts';
import { openTestDatabase } from '#tests/database.ts';
import { tellStory } from '#tests/story.ts';

test('the same story told twice is the same record once ids are told by what they name', async () => {
  const [one, other] = [await openTestDatabase(), await openTestDatabase()];
  await tellStory(one.db);
  const { agencyId } = await tellStory(other.db);
  const [first, second] = [await canonicalExport(one.db, 'told'), await canonicalExport(other.db, 'told')];
  expect(second.rows).toEqual(first.rows);
  expect(second.hash).toBe(first.hash);
  expect((await canonicalExport(one.db)).hash).not.toBe((await canonicalExport(other.db)).hash);
  expect(first.rows.join('\n')).not.toContain(agencyId);
  await other.db.updateTable('unit').set({ sort: 99 }).where('key', '=', 'van-phong').execute();
  expect((await canonicalExport(other.db, 'told')).hash).not.toBe(first.hash);
  await one.close();
  await other.close();
});
