/** What the server's process leaves behind and holds open: none of ONNX Runtime's telemetry. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { DIST } from '../e2e/run.ts';
import { logistic } from '../models/small.ts';
import { temporaryFolder } from '../temporary.ts';

it('writes nothing into the user’s folders and opens no queue of events', async () => {
  const home = temporaryFolder();
  const file = join(temporaryFolder(), 'click.onnx');
  writeFileSync(file, logistic([1]));
  // A CI environment turns it off by itself: here nothing does but the server.
  const { PATH = '' } = process.env;
  const child = spawn(
    process.execPath,
    [join(DIST, 'cli.js'), 'serve', file, '--port', '0', '--host', '127.0.0.1', '--drain', '0'],
    {
      env: { PATH, HOME: home },
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
  let said = '';
  for await (const chunk of child.stderr.setEncoding('utf8')) {
    said += chunk;
    if (said.includes('answers.')) break;
  }
  const open = readdirSync(`/proc/${child.pid}/fd`).map((fd) => {
    try {
      return readlinkSync(`/proc/${child.pid}/fd/${fd}`);
    } catch {
      return '';
    }
  });
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(said).toContain('answers.');
  expect(open.filter((path) => /onnxruntime.*\.db|Microsoft/.test(path))).toEqual([]);
  expect(readdirSync(home, { recursive: true })).toEqual([]);
});
