import { appendFileSync, existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { usualRoom } from '../../src/adapters/blobs/evict.ts';
import { createScoreCache } from '../../src/adapters/blobs/score-cache.ts';
import { files } from '../../src/adapters/files.ts';
import { createModelRunner } from '../../src/adapters/onnxruntime/runner.ts';
import { runBaselineCache } from '../../src/commands/cached-baseline.ts';
import { runFindModels } from '../../src/commands/models.ts';
import { runScore } from '../../src/commands/score.ts';
import type { ModelRunner } from '../../src/ports.ts';
import { put, root, tables } from '../adapters/duckdb/helpers.ts';
import { reader, WEIGHTS, withExternal } from '../adapters/references/tools.ts';
import { logistic } from '../models/small.ts';
import { temporaryFolder } from '../temporary.ts';

const real = createModelRunner({
  child: join(root, 'src/adapters/onnxruntime/child.ts'),
  natives: async () => root,
});

/** A holdout of 100 rows, two models, and a cache, for several runs in a row. */
function world() {
  const folder = temporaryFolder();
  const cache = temporaryFolder();
  const scoreCache = createScoreCache(usualRoom(cache));
  const rows = Array.from({ length: 100 }, (_, i) => `${i / 7},${i % 5},${i % 3},${i % 2}`);
  const holdout = put(folder, 'h.csv', `a,b,c,label\n${rows.join('\n')}\n`);
  const candidate = put(folder, 'candidate.onnx', logistic([2, 1, 0], 0.5));
  const baseline = put(folder, 'baseline.onnx', logistic([1, -1, 2]));

  /** Scores both; says how often the baseline was opened and run, the scores, and what was told. */
  const score = async (
    more: {
      baseline?: string;
      batchRows?: number | undefined;
      inputs?: Record<string, string[]>;
      query?: string;
    } = {},
  ) => {
    const path = more.baseline ?? baseline;
    const pair = await runFindModels({ candidate, baseline: [path], sameModel: false }, reader().ports);
    const batchRows = 'batchRows' in more ? more.batchRows : 32;
    const mapping = {
      inputs: more.inputs ?? { features: ['a', 'b', 'c'] },
      output: { activation: 'none' as const },
    };
    const source = more.query === undefined ? { files: [holdout] } : { query: more.query };
    const said: string[] = [];
    const progress = { report: (words: string) => void said.push(words) };
    const machine = { platform: 'p', cpu: 'c' };
    const made = await runBaselineCache(
      {
        baseline: pair.baseline!,
        rows: await tables.identify(source),
        mapping,
        toolVersion: '1',
        machine,
        scores: scoreCache,
      },
      { files, modelFiles: reader().ports.modelFiles, progress },
    );
    let runs = 0;
    let opened = 0;
    const runner: ModelRunner = {
      ...real,
      async open(file, ...rest) {
        const session = await real.open(file, ...rest);
        if (file === path) opened++;
        const run: typeof session.run = (...args) => {
          if (file === path) runs++;
          return session.run(...args);
        };
        return { ...session, run, [Symbol.asyncDispose]: () => session[Symbol.asyncDispose]() };
      },
    };
    const out = join(folder, 'out/scores.parquet');
    const limits = { seconds: 60, memory: 2 ** 30 };
    const inputs = {
      candidate,
      baseline: path,
      holdout: { source, label: 'label' },
      ...mapping,
      batchRows,
      limits,
      cache: made,
      out,
    };
    await runScore(inputs, {
      runner,
      tables,
      progress,
      clock: { now: () => new Date() },
    });
    const columns = {
      label: 'label',
      candidate: 'candidate',
      baseline: 'baseline',
      weight: null,
      group: null,
    };
    const { candidate: first, baseline: second } = await tables.readScores({ files: [out] }, columns);
    expect(readdirSync(join(folder, 'out'))).toEqual(['scores.parquet']);
    return { runs, opened, said, scores: { first, second } };
  };
  return { folder, cache, holdout, score };
}

test('the second run takes the baseline’s scores from the first, equal to the bit', async () => {
  const { score } = world();
  const [one, two] = [await score(), await score()];
  expect([one.runs, two.runs]).toEqual([4, 0]);
  expect([one.opened, two.opened]).toEqual([1, 0]);
  expect(two.scores).toEqual(one.scores);
});

test('other rows, another batch size, another mapping: scored again', async () => {
  const { score, holdout } = world();
  await score();
  expect((await score({ batchRows: 50 })).runs).toBe(2);
  expect((await score({ inputs: { features: ['b', 'a', 'c'] } })).runs).toBe(4);
  appendFileSync(holdout, '1,2,3,1\n');
  expect((await score()).runs).toBe(4);
});

test('a size of batches that is chosen is that of both models, whether the baseline is loaded or not', async () => {
  const { score } = world();
  const [one, two] = [await score({ batchRows: undefined }), await score({ batchRows: undefined })];
  expect([two.opened, two.scores]).toEqual([0, one.scores]);
});

test('the rows of a query are known by the files that it reads; where these may change, nothing is kept', async () => {
  const { score, holdout } = world();
  const query = `SELECT * FROM '${holdout}' ORDER BY b, a`;
  await score({ query });
  expect((await score({ query })).runs).toBe(0);
  appendFileSync(holdout, '1,2,3,1\n');
  expect((await score({ query })).runs).toBe(4);
  const drawn = await score({ query: `${query}, random()` });
  expect(drawn.said).toContain(
    "The baseline's scores are not kept: the query's rows may change, for `random` may give something else each time.",
  );
});

test('other weights beside the same model: scored again', async () => {
  const { folder, score } = world();
  const baseline = put(folder, 'external.onnx', withExternal('w.bin'));
  writeFileSync(join(folder, 'w.bin'), WEIGHTS);
  const inputs = { features: ['a', 'b', 'c'], x: ['a', 'b', 'c'] };
  const one = await score({ baseline, inputs });
  expect((await score({ baseline, inputs })).runs).toBe(0);
  writeFileSync(join(folder, 'w.bin'), Buffer.from(Float32Array.of(3, 2, 1).buffer));
  const other = await score({ baseline, inputs });
  expect(other.runs).toBe(4);
  expect(other.scores.second).not.toEqual(one.scores.second);
});

test('a damaged entry is not used, and replaced', async () => {
  const { cache, score } = world();
  const one = await score();
  const [key] = readdirSync(join(cache, 'scores'));
  writeFileSync(join(cache, 'scores', key!, 'scores.parquet'), 'PAR1');
  const two = await score();
  expect(two.runs).toBe(4);
  expect(two.scores).toEqual(one.scores);
  expect((await score()).runs).toBe(0);
});

test('a cache that cannot be written changes nothing', async () => {
  const file = put(temporaryFolder(), 'file', 'x');
  const cache = createScoreCache(usualRoom(join(file, 'below')));
  const scores = put(temporaryFolder(), 'scores.parquet', 'x');
  await cache.put('k', { path: scores, about: '{}' });
  expect(await cache.get('k')).toBeNull();
  expect(existsSync(scores)).toBe(false);
});
