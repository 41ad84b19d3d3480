/** ONNX Runtime's telemetry leaves a device id under the home folder, unless it is off. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createModelMeter } from '../../../src/adapters/onnxruntime/meter.ts';
import { createModelRunner } from '../../../src/adapters/onnxruntime/runner.ts';
import { dense } from '../../models/small.ts';
import { temporaryFolder } from '../../temporary.ts';
import { fileOf, limits, natives, root, values } from './open.ts';

const child = `${import.meta.dirname}/children/at-home.ts`;
const settings = { threads: 1, spinning: true, execution: 'sequential', optimization: 'all' } as const;

test('no process of ours leaves a file under the home folder', async () => {
  const home = temporaryFolder();
  const options = { child, natives, env: { ...process.env, TMPDIR: home } };
  const runner = createModelRunner(options);
  const meter = createModelMeter(options);
  const path = fileOf(dense(8, 1));
  const feeds = new Map([['x', values('float32', new Float32Array(8), [1, 8])]]);
  const model = { path, feeds };
  const timing = { seed: 1, settings, seconds: 0.01, minimumCalls: 0, callsPerTurn: 2 };
  await (await runner.open(path, limits))[Symbol.asyncDispose]();
  await runner.time({ ...timing, candidate: model, baseline: model }, limits);
  await meter.footprint(model, settings, limits);
  await meter.throughput(model, { clients: 2, seconds: 0.01 }, settings, limits);
  await meter.profile(model, settings, limits);
  expect(readdirSync(home)).toEqual([]);
});

test('nor does the server', async () => {
  const home = temporaryFolder();
  const given = ['serve', fileOf(dense(8, 1)), '--port', '0', '--workers', '1'];
  const server = spawn(process.execPath, [join(root, 'dist/cli.js'), ...given], {
    env: { HOME: home, TMPDIR: home, PATH: process.env.PATH },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  onTestFinished(() => void server.kill('SIGKILL'));
  let said = '';
  for await (const chunk of server.stderr) {
    said += chunk;
    if (said.includes(' answers.')) server.kill('SIGTERM');
  }
  expect(said).toContain('Draining.');
  if (server.exitCode === null) await once(server, 'exit');
  expect(readdirSync(home)).toEqual([]);
});

test.runIf(process.platform === 'linux')('with it on there would be one', () => {
  const home = temporaryFolder();
  const load = `const { InferenceSession } = require('onnxruntime-node');
    InferenceSession.create(${JSON.stringify(fileOf(dense(8, 1)))}).then(() => console.log('loaded'));`;
  const { stdout } = spawnSync(process.execPath, ['-e', load], {
    cwd: root,
    env: { HOME: home, PATH: process.env.PATH },
    encoding: 'utf8',
  });
  expect(stdout).toBe('loaded\n');
  expect(readdirSync(home, { recursive: true }).join()).toContain('onnxruntime');
});
