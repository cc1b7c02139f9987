import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isDemoFolder } from '#app/http/data-folder.ts';
import { readEnv, UnusableSetting } from '#app/http/env.ts';
import { isEmptyFolder, tellSampleYear } from './sample/sample-year.ts';

/**
 * The demonstration: builds the program if needed, tells the sample ward's year in a folder of its own and serves it
 * with one-click sign-in. `PORT` and `QMS_DATA` (default `demo-data`) are respected.
 */
async function main(): Promise<void> {
  const env = readEnv({
    ...process.env,
    QMS_DATA: process.env.QMS_DATA ?? 'demo-data',
    DATABASE_URL: undefined,
  });
  if (!existsSync('build/web.js')) {
    const built = spawnSync(process.execPath, ['node_modules/tsx/dist/cli.mjs', 'scripts/build.ts'], {
      stdio: 'inherit',
    });
    if (built.status !== 0) throw new Error('The program could not be built; see above.');
  }
  if (isEmptyFolder(env.dataFolder)) {
    process.stdout.write('Đang dựng phường mẫu với một năm hoạt động… / Telling the sample ward’s year…\n');
    await tellSampleYear({ ...env, demo: true }, new Date().toISOString());
  } else if (!isDemoFolder(env.dataFolder)) {
    throw new UnusableSetting(
      `${env.dataFolder} is not a folder that npm run demo made: name an empty one in QMS_DATA.\n` +
        `${env.dataFolder} không phải thư mục do npm run demo tạo: hãy ghi một thư mục trống vào QMS_DATA.`,
    );
  }
  const web = spawn(process.execPath, [join('build', 'web.js'), '--demo'], {
    stdio: 'inherit',
    env: { ...process.env, NODE_ENV: 'production', QMS_DATA: env.dataFolder, DATABASE_URL: env.databaseUrl },
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => web.kill(signal));
  web.on('exit', (code) => {
    process.exitCode = code ?? 1;
  });
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = error instanceof UnusableSetting ? 2 : 1;
});
