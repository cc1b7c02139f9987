import { writeFileSync } from 'node:fs';
import type { Reporter, TestModule } from 'vitest/node';

export interface ProjectCount {
  passed: number;
  failed: number;
  skipped: number;
}

function countOf(counts: Record<string, ProjectCount>, name: string): ProjectCount {
  const count = counts[name] ?? { passed: 0, failed: 0, skipped: 0 };
  counts[name] = count;
  return count;
}

/** Writes how many tests of each project passed, failed or were skipped to the file that QMS_TEST_COUNTS names. */
export default class CountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const counts: Record<string, ProjectCount> = {};
    for (const module of modules) {
      const count = countOf(counts, module.project.name);
      let tests = 0;
      for (const test of module.children.allTests()) {
        tests += 1;
        const { state } = test.result();
        if (state === 'passed') count.passed += 1;
        else if (state === 'skipped') count.skipped += 1;
        else count.failed += 1;
      }
      // A file that could not be read runs no test: that is a failure, not a silence.
      if (tests === 0 && module.state() === 'failed') count.failed += 1;
    }
    if (errors.length > 0) countOf(counts, 'run').failed += errors.length;
    const file = process.env.QMS_TEST_COUNTS;
    if (file) writeFileSync(file, JSON.stringify(counts));
  }
}
