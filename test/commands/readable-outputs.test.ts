import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { withReadableOutputs } from '../../src/commands/readable-outputs.ts';
import { runScore } from '../../src/commands/score.ts';
import { tables } from '../adapters/duckdb/helpers.ts';
import {
  fileOf,
  hasRealworld,
  limits,
  open,
  realworld,
  runner,
  values,
} from '../adapters/onnxruntime/open.ts';
import { logistic } from '../models/small.ts';
import { sequence } from '../models/zipmaps.ts';
import { temporaryFolder } from '../temporary.ts';

const readable = withReadableOutputs(runner, { read: readFile });

it('keeps the change when the model is loaded again', async () => {
  await using session = await readable.open(fileOf(sequence()), limits);
  const { outputs } = await session.reopen({ optimization: 'disabled', strictShapes: false });
  expect(outputs.map(({ name }) => name)).toEqual(['all_0', 'all_1']);
});

it('does not read the file of a model that needs no change', async () => {
  const unread = withReadableOutputs(runner, { read: () => Promise.reject(new Error('read')) });
  await using session = await unread.open(fileOf(logistic([1])), limits);
  expect(session.notes).toBeUndefined();
  const feeds = new Map([['features', values('float32', Float32Array.of(0), [1, 1])]]);
  expect((await session.run(feeds, ['probability'])).get('probability')!.data[0]).toBe(0.5);
});

it('leaves a model that cannot be changed as it is', async () => {
  const broken = withReadableOutputs(runner, { read: async () => logistic([1]).slice(0, 40) });
  await using session = await broken.open(fileOf(sequence()), limits);
  expect(session.signature.outputs).toMatchObject([{ name: 'all', type: null }]);
  await using plain = await open(sequence());
  expect(session.signature).toEqual(plain.signature);
});

it.skipIf(!hasRealworld)('scores a real holdout with a ZipMap as without it', async () => {
  const folder = temporaryFolder();
  const path = (name: string) => join(realworld, 'models', `${name}.onnx`);
  const { path: out } = await runScore(
    {
      candidate: path('shopper_lr_zipmap'),
      baseline: path('shopper_lr'),
      holdout: { source: { files: [join(realworld, 'holdout/shoppers.parquet')] }, label: 'label' },
      inputs: 'auto',
      output: { activation: 'none' },
      batchRows: 4096,
      limits,
      out: join(folder, 'scores.parquet'),
    },
    { runner: readable, tables, progress: { report: () => {} }, clock: { now: () => new Date() } },
  );
  const columns = { label: 'label', candidate: 'candidate', baseline: 'baseline', weight: null, group: null };
  const { candidate, baseline } = await tables.readScores({ files: [out] }, columns);
  expect(candidate).toHaveLength(4932);
  expect(new Set(candidate).size).toBeGreaterThan(4000);
  expect(Math.max(...candidate.map((score, i) => Math.abs(score - baseline![i]!)))).toBeLessThan(1e-6);
});
