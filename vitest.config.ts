import { defineConfig } from 'vitest/config';

/**
 * One project per kind of test. `sqlite` and `postgres` run the very same files; only QMS_TEST_DIALECT differs.
 * Two workers at most: the office machine and the build machine are small.
 */
const databaseTests = 'tests/**/*.db.test.{ts,tsx}';
/** The long run tries thousands of cases where the short one tries some. */
const patience = process.env.QMS_LONG ? 240 : 1;

export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 15_000 * patience,
    hookTimeout: 120_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: [databaseTests, 'tests/e2e/**', 'tests/bench/**', 'tests/long/**'],
          setupFiles: ['tests/setup/no-console-error.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'sqlite',
          include: [databaseTests],
          exclude: ['tests/e2e/**', 'tests/bench/**', 'tests/long/**'],
          setupFiles: ['tests/setup/no-console-error.ts'],
          env: { QMS_TEST_DIALECT: 'sqlite' },
        },
      },
      {
        extends: true,
        test: {
          name: 'postgres',
          include: [databaseTests],
          exclude: ['tests/e2e/**', 'tests/bench/**', 'tests/long/**'],
          setupFiles: ['tests/setup/no-console-error.ts'],
          globalSetup: ['tests/setup/postgres-server.ts'],
          env: { QMS_TEST_DIALECT: 'postgres' },
          testTimeout: 30_000 * patience,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.{ts,tsx}'],
          setupFiles: ['tests/setup/no-console-error.ts'],
          fileParallelism: false,
          testTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'long',
          include: ['tests/long/**/*.test.{ts,tsx}'],
          setupFiles: ['tests/setup/no-console-error.ts'],
          fileParallelism: false,
          testTimeout: 3_600_000,
        },
      },
    ],
  },
});
