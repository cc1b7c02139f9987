import type { TestProject } from 'vitest/node';
import { startPostgres } from '../postgres.ts';

declare module 'vitest' {
  interface ProvidedContext {
    postgresUrl: string;
  }
}

/** One PostgreSQL for the run, brought by an npm package; `QMS_TEST_POSTGRES` names one that already runs. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.QMS_TEST_POSTGRES;
  const server = given ? { url: given, stop: async () => undefined } : await startPostgres();
  project.provide('postgresUrl', server.url);
  return async () => {
    await server.stop();
  };
}
