/** One .onnx file in two folders, with other weights beside each, through the built commands. */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { stringify } from 'yaml';
import { WEIGHTS, withExternal } from '../adapters/references/tools.ts';
import { temporaryFolder } from '../temporary.ts';
import { DIST, run } from './run.ts';

const OTHERS = Buffer.from(Float32Array.of(3, -2, 1).buffer);
const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex');
const external = (weights: Uint8Array) => ({
  files: 1,
  bytes: 12,
  digest: `sha256:${sha256(`${sha256(weights)}  w.bin\n`)}`,
});

it('judges them as two models, and binds the weights of both', async () => {
  const cwd = temporaryFolder();
  for (const [folder, weights] of [
    ['now', OTHERS],
    ['before', WEIGHTS],
  ] as const) {
    mkdirSync(join(cwd, folder));
    writeFileSync(join(cwd, folder, 'm.onnx'), withExternal('w.bin'));
    writeFileSync(join(cwd, folder, 'w.bin'), weights);
  }
  const rows = Array.from({ length: 200 }, (_, i) => `${i % 7},${i % 5},${i % 3},${i % 2}`);
  writeFileSync(join(cwd, 'rows.csv'), `a,b,c,y\n${rows.join('\n')}\n`);
  const model = {
    candidate: 'now/m.onnx',
    baseline: 'before/m.onnx',
    holdout: { source: 'rows.csv', label: 'y' },
    inputs: { x: ['a', 'b', 'c'] },
    metrics: { auc: { min: 0 } },
  };
  writeFileSync(join(cwd, 'onnx-gate.yml'), stringify({ version: 1, models: { m: model } }));
  const { code, stdout, stderr } = await run(join(DIST, 'cli.js'), ['gate'], { cwd });
  expect({ code, told: stdout + stderr }).toMatchObject({ code: 0, told: expect.stringContaining('auc') });
  const read = (name: string) => JSON.parse(readFileSync(join(cwd, '.onnx-gate', name), 'utf8'));
  for (const name of ['m/validation.json', 'm/evaluation.json']) {
    const { candidate, baseline } = read(name);
    expect({ name, ours: candidate.external, theirs: baseline.external }).toEqual({
      name,
      ours: external(OTHERS),
      theirs: external(WEIGHTS),
    });
  }
  expect(read('verdict.json').subjects).toMatchObject([
    { candidate: { external: external(OTHERS) }, baseline: { external: external(WEIGHTS) } },
  ]);
  const [auc] = read('m/evaluation.json').metrics;
  expect(auc.candidate).not.toBe(auc.baseline);
});
