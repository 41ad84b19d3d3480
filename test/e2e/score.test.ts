import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { parse } from 'yaml';
import type { Evaluation } from '../../src/core/documents/evaluation.ts';
import { column, tables } from '../adapters/duckdb/helpers.ts';
import { logistic } from '../models/small.ts';
import { temporaryFolder } from '../temporary.ts';
import { DIST, exampleCopy, ROOT, run } from './run.ts';

const cli = (cwd: string, ...args: string[]) => run(join(DIST, 'cli.js'), args, { cwd });
const evaluationIn = (folder: string): Evaluation =>
  JSON.parse(readFileSync(join(folder, 'evaluation.json'), 'utf8'));

it('shards give the very evaluation that one run gives', async () => {
  const cwd = exampleCopy();
  const whole = await cli(cwd, 'evaluate', '--model', 'conversion', '--quiet');
  expect(whole.code).toBe(0);
  for (const shard of ['3/3', '1/3', '2/3']) {
    const { code, stdout } = await cli(
      cwd,
      'score',
      '--model',
      'conversion',
      '--shard',
      shard,
      '--out',
      'parts',
    );
    expect(code).toBe(0);
    expect(stdout).toContain(`scores-0000${shard[0]}-of-00003.parquet`);
  }
  const columns = ['--label', 'label', '--group', 'group', '--candidate-score', 'candidate'];
  const { code, stderr } = await cli(
    cwd,
    ...['evaluate', '--scores', 'parts/conversion/*.parquet', ...columns, '--baseline-score', 'baseline'],
    ...['--metric', 'auc', '--metric', 'logloss', '--metric', 'accuracy', '--out', 'joined'],
  );
  expect({ code, stderr }).toMatchObject({ code: 0 });
  const [one, joined] = [
    evaluationIn(join(cwd, '.onnx-gate/conversion')),
    evaluationIn(join(cwd, 'joined/model')),
  ];
  expect(joined.metrics).toEqual(one.metrics);
  expect(joined.churn).toEqual(one.churn);
  expect(one.scoring).toEqual({ batch: 1024 });
  expect(joined.scoring).toBeUndefined();

  rmSync(join(cwd, 'parts/conversion/scores-00002-of-00003.parquet'));
  const gap = await cli(
    cwd,
    ...['evaluate', '--scores', 'parts/conversion/*.parquet', ...columns, '--metric', 'auc', '--out', 'gap'],
  );
  expect(gap.code).not.toBe(0);
  expect(gap.stdout + gap.stderr).toContain('scores-00002-of-00003.parquet is missing');
}, 240_000);

it('a killed run leaves no table, and the next goes on behind its finished parts', async () => {
  const cwd = temporaryFolder();
  const rows = 5 * 2 ** 20;
  writeFileSync(join(cwd, 'm.onnx'), logistic([2, -1]));
  const policy = {
    candidate: 'm.onnx',
    holdout: {
      query: `SELECT i / ${rows} AS a, i % 7 AS b, i % 2 AS label FROM range(${rows}) t(i)`,
      label: 'label',
    },
    inputs: { features: ['a', 'b'] },
  };
  writeFileSync(join(cwd, 'onnx-gate.yml'), JSON.stringify({ version: 1, models: { m: policy } }));
  const args = ['score', '--out', 'o', '--runtime-path', ROOT];
  const killed = spawn(process.execPath, [join(DIST, 'cli.js'), ...args], { cwd, stdio: 'ignore' });
  const ended = once(killed, 'exit');
  const written = () => (existsSync(join(cwd, 'o')) ? readdirSync(join(cwd, 'o'), { recursive: true }) : []);
  await vi.waitUntil(() => written().some((name) => String(name).endsWith('/000000.parquet')), {
    timeout: 100_000,
    interval: 10,
  });
  killed.kill('SIGKILL');
  expect(await ended).toEqual([null, 'SIGKILL']);
  expect(existsSync(join(cwd, 'o/m/scores.parquet'))).toBe(false);

  const { code, stdout, stderr } = await cli(cwd, ...args);
  expect({ code, stdout }).toMatchObject({ code: 0, stdout: expect.stringContaining(`${rows} rows`) });
  expect(stderr).toMatch(/Going on after \d+ rows that an earlier run has scored/);
  expect(readdirSync(join(cwd, 'o/m'))).toEqual(['scores.parquet']);
  await using table = await tables.open({ files: [join(cwd, 'o/m/scores.parquet')] });
  expect(table.rows).toBe(rows);
  let odd = 0;
  for await (const { first, columns } of table.read(
    [column('row', 'float64'), column('candidate', 'float64')],
    2 ** 16,
  )) {
    const [row, scores] = columns.map(({ data }) => data as Float64Array);
    row!.forEach((value, i) => {
      const logit = (2 * value) / rows - (value % 7);
      if (value !== first + i || Math.abs(scores![i]! - 1 / (1 + Math.exp(-logit))) > 1e-6) odd++;
    });
  }
  expect(odd).toBe(0);
}, 240_000);

it('a shard that cannot be is told', async () => {
  const cwd = exampleCopy();
  const { code, stderr } = await cli(cwd, 'score', '--model', 'conversion', '--shard', '5/4');
  expect(code).toBe(2);
  expect(stderr).toContain('`--shard 5/4` is not a part of a whole.');
});

it('where, sample and limit are flags as well, and what they may be is told', async () => {
  const cwd = exampleCopy();
  const args = ['score', '--model', 'conversion', '--format', 'json'];
  const { stdout } = await cli(cwd, ...args, '--where', 'price > 10', '--sample', '2000', '--limit', '1000');
  expect(JSON.parse(stdout)).toMatchObject([{ model: 'conversion', rows: 1000, batch: 1024 }]);
  const { code, stderr } = await cli(cwd, ...args, '--sample', 'half', '--limit', 'ten');
  expect(code).toBe(2);
  expect(stderr).toContain('sample is "half": it must be a percentage or a number of rows');
  expect(stderr).toContain('limit is "ten": it must be a whole number');
});

it('init writes a policy that can be used, and overwrites nothing', async () => {
  const cwd = exampleCopy();
  const args = ['init', 'models/candidate.onnx', 'holdout.csv', '--policy', 'first.yml'];
  const { code, stdout } = await cli(cwd, ...args);
  expect(code).toBe(0);
  expect(stdout).toContain('Wrote first.yml.');
  const policy = parse(readFileSync(join(cwd, 'first.yml'), 'utf8'));
  expect(policy.models.candidate.holdout).toEqual({
    source: 'holdout.csv',
    label: 'purchased',
    group: 'user_id',
  });
  const evaluated = await cli(cwd, 'evaluate', '--policy', 'first.yml', '--quiet');
  expect(evaluated.stderr).toBe('');
  expect(evaluationIn(join(cwd, '.onnx-gate/candidate')).holdout.rows).toBe(15_780);
  expect((await cli(cwd, ...args)).stderr).toContain('first.yml exists, and is not overwritten.');
});

it('init says what it needs', async () => {
  const { code, stderr } = await cli(temporaryFolder(), 'init');
  expect(code).toBe(2);
  expect(stderr).toContain('onnx-gate init model.onnx holdout.parquet');
});
