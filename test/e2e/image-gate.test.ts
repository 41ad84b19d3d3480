/** From a model to a tag, by the built command: measured, pushed, probed, judged, tagged. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Probe } from '../../src/core/documents/image.ts';
import { fakeRegistry } from '../adapters/registry/fake.ts';
import { probe } from '../core/gate/samples.ts';
import { DIST, exampleCopy, run } from './run.ts';

const POLICY = `version: 1
models:
  conversion:
    candidate: models/candidate.onnx
    baseline: models/baseline.onnx
    holdout: { source: holdout.csv, label: purchased, group: user_id }
    output: { name: probability }
    metrics:
      auc: { margin: 0.005 }
    image: { memory: 2Gi, cpus: 2 }
`;

it('no tag before the image was probed and the gate passed on it', async () => {
  const { host, manifests } = await fakeRegistry();
  const cwd = exampleCopy();
  writeFileSync(join(cwd, 'onnx-gate.yml'), POLICY);
  const env = { SOURCE_DATE_EPOCH: '1800000000', DOCKER_CONFIG: cwd };
  const gate = (...args: string[]) => run(join(DIST, 'cli.js'), args, { cwd, env });
  const file = join(cwd, '.onnx-gate/image.json');
  const found = (one: Probe) =>
    writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')), probe: one }));
  const rules = () => {
    const { rules } = JSON.parse(readFileSync(join(cwd, '.onnx-gate/verdict.json'), 'utf8'));
    return rules
      .filter(({ metric }: { metric: string }) => metric.startsWith('image'))
      .map(({ id, result }: { id: string; result: string }) => `${id} ${result}`);
  };
  const tag = () =>
    gate('image', '--built', file, '--verdict', '.onnx-gate/verdict.json', '--tags', 'stable');

  // A run that measures has no image to ask for.
  expect(await gate('gate')).toMatchObject({ code: 0 });
  expect(rules()).toEqual([]);
  const judge = () => gate('gate', '--documents', '.onnx-gate');
  const missing = await judge();
  expect(missing).toMatchObject({ code: 1 });
  expect(missing.stdout).toContain('There is no image document.');

  const pushed = await gate(
    'image',
    'models/candidate.onnx',
    '--name',
    'conversion',
    '--to',
    `${host}/team/m`,
  );
  expect(pushed).toMatchObject({ code: 0 });
  expect((await judge()).stdout).toContain('was not probed');
  found(probe({ hostile: [{ request: 'garbage', status: 500, ready: true }] }));
  expect(await judge()).toMatchObject({ code: 1 });
  expect(rules()).toContain('conversion/image/hostile fail');
  expect(await tag()).toMatchObject({
    code: 1,
    stdout: expect.stringContaining('is `fail`, not `pass`'.replaceAll('`', '')),
  });
  expect([...manifests.keys()].filter((name) => name.includes(':stable'))).toEqual([]);

  found(probe());
  expect(await judge()).toMatchObject({ code: 0 });
  expect(rules()).toHaveLength(8);
  expect(await tag()).toMatchObject({ code: 0 });
  expect(manifests.get('team/m:stable')).toEqual(
    manifests.get(pushed.stdout.match(/team\/m@sha256:\w+/)![0]),
  );
});
