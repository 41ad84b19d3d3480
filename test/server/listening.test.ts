/** A place that the server cannot have: one sentence, and no thread keeps the process. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { DIST, run } from '../e2e/run.ts';
import { logistic } from '../models/small.ts';
import { serve } from '../serve.ts';
import { temporaryFolder } from '../temporary.ts';

it('says that the port is taken, and ends', async () => {
  const cwd = temporaryFolder();
  writeFileSync(join(cwd, 'click.onnx'), logistic([1]));
  const { host } = await serve(() => null);
  const [name, port] = host.split(':') as [string, string];
  const args = ['serve', 'click.onnx', '--host', name, '--port', port];
  const { code, stderr } = await run(join(DIST, 'cli.js'), args, { cwd });
  expect(stderr).toContain(`The server cannot listen: listen EADDRINUSE: address already in use ${host}.`);
  expect(stderr).toContain('--port');
  expect(stderr).not.toContain('This is a bug');
  expect(code).toBe(2);
});
