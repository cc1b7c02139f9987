import { spawn } from 'node:child_process';

/** A stand-in that starts a process of its own, as the bundler does, and never answers. */
spawn('sleep', ['600'], { stdio: 'ignore', env: { NODE_ENV: 'test' } });
spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], {
  stdio: 'ignore',
  env: { NODE_ENV: 'test' },
});
process.on('disconnect', () => process.exit(0));
process.on('message', () => {
  for (;;) Math.random();
});
process.send?.({ say: 'ready' });
