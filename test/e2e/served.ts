import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { DIST } from './run.ts';

/** `onnx-gate serve` of what lies in `folder`, up to the moment that it answers: its address. It ends with the test. */
export function served(folder: string, models: string): Promise<string> {
  const args = ['--host', '127.0.0.1', '--port', '0', '--workers', '1', '--drain', '0'];
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(process.execPath, [join(DIST, 'cli.js'), 'serve', models, ...args], {
    cwd: folder,
    env: { PATH, HOME },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  onTestFinished(
    () =>
      new Promise<void>((done) => {
        child.on('close', () => done());
        child.kill('SIGTERM');
      }),
  );
  return new Promise((ready, fail) => {
    let said = '';
    child.on('close', () => fail(new Error(`serve ended: ${said}`)));
    child.stderr.setEncoding('utf8').on('data', (chunk) => {
      said += chunk;
      const address = /^(http:\S+) answers\.$/m.exec(said)?.[1];
      if (address) ready(address);
    });
  });
}
