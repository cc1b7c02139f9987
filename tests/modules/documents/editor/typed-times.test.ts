import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { compileDocument } from '#app/mdx/compile.ts';
import { guard } from '#app/mdx/guard.ts';
import { faultsOfTimes } from '#app/modules/documents/check/times.ts';
import { viewOf } from '#app/modules/documents/editor/form-view.ts';
import { typedSums } from '#app/modules/documents/editor/typed-times.ts';
import { outlined } from './outlined.ts';

const folder = 'content/library/procedures';
const procedures = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.mdx'))
  .map((name): [string, string] => [name, readFileSync(join(folder, name), 'utf8')]);

function checked(source: string): string[] {
  const { guarded } = guard(source, 'test', 'vi');
  if (!guarded) throw new Error(source);
  return faultsOfTimes(compileDocument(guarded)).map((fault) => fault.rule);
}

it('the sum shown while typing and the finding after saving are one rule, for every procedure and a changed time', () => {
  expect(procedures.length).toBeGreaterThan(10);
  for (const [name, source] of procedures) {
    const view = viewOf(source, outlined(source));
    const states = typedSums(view, () => null).map((sum) => sum.state);
    expect(
      states.filter((state) => state === 'over' || state === 'under'),
      name,
    ).toEqual([]);
    expect(checked(source), name).toEqual([]);
    const counted = view.components.find((one) => one.name === 'Time' && one.values.counted !== 'no');
    const own = view.components.find((one) => one.name === 'Case' && one.values.id === counted?.values.case);
    if (!counted || own?.values.limit === 'none') continue;
    const field = `c${counted.at}.within`;
    const after = typedSums(view, (asked) => (asked === field ? ['400', 'wd'] : null));
    const said = after.find((sum) => sum.case.id === own?.values.id)?.state;
    const lines = source.split('\n');
    const line = counted.line - 1;
    lines[line] = (lines[line] ?? '').replace(/within="[^"]*"/, 'within="400wd"');
    const rules = checked(lines.join('\n'));
    expect(said === 'over', `${name} ${said}`).toBe(rules.includes('check.time.sum-over'));
    if (said !== 'over') expect(rules, name).toContain('check.time.beyond-limit');
  }
});
