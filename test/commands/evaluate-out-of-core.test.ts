import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createTables } from '../../src/adapters/duckdb/tables.ts';
import { type EvaluateInputs, runEvaluate } from '../../src/commands/evaluate.ts';
import { tensorFiles } from '../../src/commands/tensor-files.ts';
import type { MetricResult } from '../../src/core/documents/evaluation.ts';
import type { RowSource, ScoreColumns } from '../../src/ports.ts';
import { faultsOf, put, root, sql, tables } from '../adapters/duckdb/helpers.ts';
import { temporaryFolder } from '../temporary.ts';

const realworld = resolve(root, '../shared/realworld');

const BINARY = [
  'auc',
  'gini',
  'logloss',
  'logloss[eps=1e-15]',
  'ne',
  'rig',
  'brier',
  'copc',
  'accuracy',
  'accuracy@0.3[op=ge]',
  'balanced_accuracy',
  'precision@0.2',
  'recall@0.2',
  'f1@0.2',
  'mcc@0.2',
];
const REGRESSION = ['rmse', 'mae', 'mape[zero=eps]', 'mape', 'r2'];
/** Metrics whose interval in memory is no bootstrap. */
const EXACT = /^(auc|logloss|brier|accuracy|mae|mape)/;

function evaluate(
  source: RowSource,
  columns: Partial<ScoreColumns>,
  metrics: readonly string[],
  more: Partial<EvaluateInputs>,
  from = tables,
) {
  const inputs: EvaluateInputs = {
    model: 'test',
    toolVersion: '0',
    models: null,
    scores: source,
    columns: { label: 'label', candidate: 'a', baseline: 'b', weight: null, group: null, ...columns },
    holdout: { source: 'test', digest: `sha256:${'0'.repeat(64)}`, label: 'label' },
    metrics: Object.fromEntries(metrics.map((id) => [id, { level: 'error' as const }])),
    task: 'binary',
    slices: [],
    confidence: 0.95,
    ...more,
  };
  const files = { read: async () => new Uint8Array(), write: async () => {} };
  return runEvaluate(inputs, { tables: from, clock: { now: () => new Date(0) }, files });
}

/** Relative to the larger of the number and `scale`: a difference is as exact as the values that it is made of. */
function close(value: number | null, expected: number | null, what: string, scale = 1e-3) {
  if (value === null || expected === null) return expect(value, what).toBe(expected);
  const off = Math.abs(value - expected) / Math.max(Math.abs(expected), scale);
  expect(off, `${what}: ${value} for ${expected}`).toBeLessThan(1e-12);
}

function expectEqual(result: MetricResult, inMemory: MetricResult) {
  const name = result.metric;
  const scale = Math.abs(inMemory.candidate ?? 1);
  for (const key of ['candidate', 'baseline', 'delta'] as const)
    close(result[key], inMemory[key], `${name} ${key}`, scale);
  expect({ ...result, ...numbersOf(inMemory), reason: null }).toMatchObject({
    metric: name,
    convention: inMemory.convention,
    direction: inMemory.direction,
    n: inMemory.n,
    dropped: inMemory.dropped,
  });
  expect(result.candidateInterval?.method, `${name}'s own interval`).toBe(inMemory.candidateInterval?.method);
  for (const key of ['lower', 'upper'] as const)
    close(
      result.candidateInterval?.[key] ?? null,
      inMemory.candidateInterval?.[key] ?? null,
      `${name} own ${key}`,
    );
  if (!EXACT.test(name)) return;
  expect(result.test).toBe(inMemory.test);
  close(result.standardError, inMemory.standardError, `${name} SE`);
  close(result.interval?.lower ?? null, inMemory.interval?.lower ?? null, `${name} lower`, scale);
  close(result.interval?.upper ?? null, inMemory.interval?.upper ?? null, `${name} upper`, scale);
  expect(result.interval?.method).toBe(inMemory.interval?.method);
  expect(result.reason).toBe(inMemory.reason);
  if (inMemory.p !== null) expect(result.p).toBeCloseTo(inMemory.p, 9);
}

const numbersOf = ({ candidate, baseline, delta, standardError, interval, p, mde }: MetricResult) => ({
  candidate,
  baseline,
  delta,
  standardError,
  interval,
  p,
  mde,
});

async function compare(
  source: RowSource,
  columns: Partial<ScoreColumns>,
  metrics: readonly string[],
  more: Partial<EvaluateInputs> = {},
) {
  const inMemory = await evaluate(source, columns, metrics, { ...more, outOfCore: 'never' });
  const outside = await evaluate(source, columns, metrics, { ...more, outOfCore: 'always' });
  expect(outside.holdout).toEqual(inMemory.holdout);
  expect(outside.compared).toBe(inMemory.compared);
  expect(outside.metrics).toHaveLength(metrics.length);
  outside.metrics.forEach((result, i) => {
    expectEqual(result, inMemory.metrics[i]!);
  });
  return outside;
}

/** Scores in tenths or in 200 steps, some rows of weight 0, groups of 7, some with zero weight alone; labels for regression. */
async function madeUp(rows: number, steps: number): Promise<RowSource> {
  const file = join(temporaryFolder(), 'scores.parquet');
  await sql(
    `COPY (SELECT (hash(i) % 10 < 2 + z % 3)::DOUBLE AS label, a, round(a * 0.9 + (hash(i, 3) % ${steps}) / ${steps * 10}, 3) AS b,
       CASE WHEN i % 7 = 3 OR i < 9 THEN 0 ELSE (1 + hash(i, 4) % 9) / 4 END AS w, 'user ' || (i // 7) AS g, (hash(i, 5) % 1000) / 10 - 20 AS y
     FROM (SELECT i, hash(i, 1) % ${steps} AS z, (hash(i, 1) % ${steps} + 1) / (${steps} + 2) AS a FROM range(${rows}) t(i))) TO '${file}'`,
  );
  return { files: [file] };
}

describe.each([3, 200, 100_000])('%i different scores', (steps) => {
  test.each([
    ['independent rows', {}],
    ['weights', { weight: 'w' }],
    ['groups', { group: 'g' }],
    ['weights and groups', { weight: 'w', group: 'g' }],
    ['no baseline', { baseline: null }],
  ])('%s', async (_, columns) => {
    const source = await madeUp(1500, steps);
    await compare(source, columns, BINARY);
    await compare(source, { ...columns, label: 'y' }, REGRESSION, { task: 'regression' });
  });
});

test('every pair tied: the area is a half, and nothing differs', async () => {
  const file = put(
    temporaryFolder(),
    'scores.csv',
    'label,a,b\n1,0.5,0.5\n0,0.5,0.5\n1,0.5,0.5\n0,0.5,0.5\n',
  );
  const { metrics } = await compare({ files: [file] }, {}, ['auc']);
  expect(metrics[0]).toMatchObject({ candidate: 0.5, baseline: 0.5, delta: 0, standardError: 0, p: 1 });
});

test('minus zero ties with zero, and one positive has no interval', async () => {
  const file = put(temporaryFolder(), 'scores.csv', 'label,a,b\n1,-0.0,0.5\n0,0.0,0.1\n0,0.2,0.7\n');
  await compare({ files: [file] }, {}, ['auc']);
});

test('the interval of a function of means agrees with the bootstrap', async () => {
  const source = await madeUp(5000, 200);
  const [inMemory, outside] = await Promise.all(
    (['never', 'always'] as const).map((outOfCore) =>
      evaluate(source, { group: 'g' }, ['copc', 'ne', 'f1@0.2', 'mcc@0.2'], { outOfCore }),
    ),
  );
  for (const [i, { metric, standardError, interval }] of outside!.metrics.entries()) {
    expect(interval!.method, metric).toBe('paired t, skewness-corrected, linearised, clustered');
    const bootstrap = inMemory!.metrics[i]!.standardError!;
    // A thousand resamples know a standard error to 2 %; 10 % is four times their error and more.
    expect(Math.abs(standardError! / bootstrap - 1), metric).toBeLessThan(0.1);
  }
});

test('what cannot be done out of core is refused, all at once', async () => {
  const source = await madeUp(100, 10);
  const slices = [{ by: 'g', 'min-rows': 1, 'min-positives': 1, level: 'error' as const }];
  const faults = await faultsOf(
    evaluate(source, { group: 'g' }, ['ece@20', 'gauc', 'auc'], { outOfCore: 'always', slices }),
  );
  expect(faults.map(({ message }) => message)).toEqual([
    '`ece@20` needs all rows in memory, and these scores are evaluated out of core.',
    '`gauc` needs all rows in memory, and these scores are evaluated out of core.',
    'Slices are not measured out of core, and these scores do not fit in memory.',
  ]);
});

test.each([
  ['label', 'label,a,b\n1,0.1,0.2\n2,0.1,0.2\n', 'The label "label" is 2 in row 2; it must be 0 or 1.'],
  ['NaN', 'label,a,b\n1,0.1,0.2\n0,NaN,0.2\n', "The candidate's score in row 2 is NaN."],
  ['infinity', 'label,a,b\n1,0.1,0.2\n0,0.1,-inf\n', "The baseline's score in row 2 is -Infinity."],
  [
    'probabilities',
    'label,a,b\n1,0.1,0.2\n0,1.5,0.2\n',
    "The candidate's score in row 2 is 1.5, but brier needs probabilities from 0 to 1.",
  ],
  ['a gap', 'label,a,b\n1,0.1,0.2\n0,,0.2\n', 'The candidate column `a` has no value in row 2.'],
  [
    'text',
    'label,a,b\n1,0.1,0.2\n0,high,0.2\n',
    'Column `a` holds `high` in row 2, where a number is wanted.',
  ],
  [
    'one class',
    'label,a,b\n1,0.1,0.2\n1,0.3,0.2\n',
    'All 2 rows have 1 as the label "label"; no model can be judged on one class.',
  ],
  ['no column', 'label,a\n1,0.1\n0,0.3\n', 'The scores have no baseline column `b`; they have label, a.'],
])('%s: the sentence is the one of an evaluation in memory', async (_, content, sentence) => {
  const source = { files: [put(temporaryFolder(), 'scores.csv', content)] };
  for (const outOfCore of ['always', 'never'] as const) {
    const faults = await faultsOf(evaluate(source, {}, ['auc', 'brier'], { outOfCore }));
    expect(faults[0]!.message).toBe(sentence);
  }
});

describe.skipIf(!existsSync(realworld))('real scores', () => {
  test.each([
    ['shoppers', 'session_id', 'label', 'shopper_mlp_wide', 'shopper_mlp_base', null],
    ['shoppers', 'session_id', 'label', 'shopper_gbdt', 'shopper_lr', null],
    ['eshop_impressions', 'row', 'clicked', 'eshop_deepfm', 'eshop_fm_base', 'session_id'],
    ['eshop_small', 'row', 'clicked', 'eshop_rank_cand', 'eshop_rank_base', 'query_id'],
  ])('%s, %s: %s, %s', async (file, key, label, candidate, baseline, group) => {
    const at = (folder: string) => `'${join(realworld, folder, file)}.parquet'`;
    const holdout =
      key === 'row' ? `(SELECT row_number() OVER () - 1 AS row, * FROM ${at('holdout')})` : at('holdout');
    const source = {
      query: `SELECT s.*, h.* EXCLUDE (${key}) FROM ${at('scores')} s JOIN ${holdout} h USING (${key}) ORDER BY ${key}`,
    };
    const metrics = candidate.includes('rank') ? ['auc', 'gini'] : BINARY;
    await compare(source, { label, candidate, baseline, group }, metrics);
  });
});

test('with less memory than the rows take, sorting goes by way of the disk, gives the same, and leaves nothing', async () => {
  const source = await madeUp(500_000, 100_000);
  const columns = { weight: 'w' };
  const metrics = ['auc', 'logloss'];
  const inMemory = await evaluate(source, columns, metrics, { outOfCore: 'never' });

  const folder = temporaryFolder();
  const before = process.env.TMPDIR;
  process.env.TMPDIR = folder;
  let most = 0;
  const watch = setInterval(() => {
    most = Math.max(most, bytesBelow(folder));
  }, 5);
  onTestFinished(() => {
    clearInterval(watch);
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  });
  const small = createTables({ natives: async () => root, decode: tensorFiles, memory: 48 * 2 ** 20 });
  const outside = await evaluate(source, columns, metrics, { outOfCore: 'always' }, small);
  outside.metrics.forEach((result, i) => {
    expectEqual(result, inMemory.metrics[i]!);
  });
  expect(most).toBeGreaterThan(2 ** 20);
  expect(bytesBelow(folder)).toBe(0);
  expect(outside.data).toMatchObject([
    { check: 'out-of-core', message: expect.stringContaining('500000 rows were evaluated out of core') },
    { check: 'label-balance' },
  ]);
}, 120_000);

function bytesBelow(folder: string): number {
  const sizes = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => {
    const found = statSync(join(folder, name), { throwIfNoEntry: false });
    return found?.isFile() ? found.size : 0;
  });
  return sizes.reduce((sum, size) => sum + size, 0);
}

test('a window of the sweep holds a sum and no rows', async () => {
  const { placed } = await import('../../src/adapters/duckdb/out-of-core/areas.ts');
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  await connection.run('CREATE TABLE t (y DOUBLE, w DOUBLE, c DOUBLE)');
  const survey = { positiveWeight: 1, negativeWeight: 1 } as Parameters<typeof placed>[3];
  const reader = await connection.runAndReadAll(`EXPLAIN ${placed('t', 'c', [], survey)}`);
  const plan = String(reader.getRowsJson()[0]![1]);
  expect(plan.match(/[^_]WINDOW|STREAMING_WINDOW/g)!.every((name) => name === 'STREAMING_WINDOW')).toBe(true);
  expect(plan.match(/ORDER_BY/g)).toHaveLength(2);
  connection.closeSync();
});
