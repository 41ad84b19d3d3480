/** Scores that are not made by ONNX Runtime here: from a model server, and from two tables joined by a key. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { put } from '../adapters/duckdb/helpers.ts';
import { serve } from '../adapters/oip-server.ts';
import { logistic } from '../models/small.ts';
import { temporaryFolder } from '../temporary.ts';
import { DIST, ROOT, run } from './run.ts';
import { served } from './served.ts';

const ROWS = Array.from(
  { length: 400 },
  (_, i) => `${i % 3 === 0 ? 1 : 0},${(i % 7) / 30},${(i % 5) / 20},${i}`,
);
const CSV = `label,a,b,id\n${ROWS.join('\n')}\n`;

const cli = (cwd: string, ...args: string[]) =>
  run(join(DIST, 'cli.js'), ['evaluate', '--runtime-path', ROOT, ...args], { cwd });
const evaluation = (folder: string, model: string) =>
  JSON.parse(readFileSync(join(folder, '.onnx-gate', model, 'evaluation.json'), 'utf8'));

test.each([false, true])('a candidate behind an address, bytes: %s', async (binary) => {
  const server = await serve({ binary });
  const folder = temporaryFolder();
  put(folder, 'rows.csv', CSV);
  put(
    folder,
    'onnx-gate.yml',
    `version: 1\nmodels:\n  m:\n    candidate: oip:${server.url}\n    holdout: { source: rows.csv, label: label }\n    inputs: { x: [a, b] }\n    metrics: { auc: { min: 0.1 } }\n`,
  );
  const { code, stderr } = await cli(folder);
  expect(code, stderr).toBe(0);
  const { candidate, metrics } = evaluation(folder, 'm');
  expect(candidate.reference).toBe(`oip:${server.url} (test-server 1.2, adder version 3)`);
  // 134 positives: counted by hand over a + 2b.
  const score = (i: number) => Math.fround((i % 7) / 30) + 2 * Math.fround((i % 5) / 20);
  let wins = 0;
  for (let i = 0; i < 400; i += 3)
    for (let j = 0; j < 400; j++)
      if (j % 3 !== 0) {
        const [p, n] = [Math.fround(score(i)), Math.fround(score(j))];
        wins += p > n ? 1 : p === n ? 0.5 : 0;
      }
  expect(metrics[0].candidate).toBeCloseTo(wins / (134 * 266), 12);
});

test('a model that `onnx-gate serve` serves scores as its file does', async () => {
  const folder = temporaryFolder();
  put(folder, 'rows.csv', CSV);
  put(folder, 'click.onnx', logistic([1, -2]));
  const address = await served(folder, 'click.onnx');
  put(
    folder,
    'onnx-gate.yml',
    `version: 1\nmodels:\n  m:\n    candidate: oip:${address}/v2/models/click\n    baseline: click.onnx\n    holdout: { source: rows.csv, label: label }\n    inputs: { features: [a, b] }\n    metrics: { auc: {}, logloss: {} }\n`,
  );
  const { code, stderr } = await cli(folder);
  expect(code, stderr).toBe(0);
  const { candidate, metrics } = evaluation(folder, 'm');
  expect(candidate.reference).toContain('onnx-gate');
  for (const { candidate, baseline, delta } of metrics) expect([delta, candidate]).toEqual([0, baseline]);
});

test('a server that is down is one sentence, exit 3', async () => {
  const server = await serve();
  server.close();
  const folder = temporaryFolder();
  put(folder, 'rows.csv', CSV);
  const { code, stdout } = await cli(
    folder,
    `oip:${server.url}`,
    '--holdout',
    'rows.csv',
    '--label',
    'label',
    '--metric',
    'auc',
  );
  expect(stdout).toContain('nothing listens there');
  expect(code).toBe(3);
});

test('two tables joined by a key, in memory and out of core', async () => {
  const folder = temporaryFolder();
  put(folder, 'new.csv', CSV);
  put(
    folder,
    'old.csv',
    `id,score\n${ROWS.map((row) => `${row.split(',')[3]},${row.split(',')[2]}`)
      .reverse()
      .join('\n')}\n`,
  );
  const args =
    '--scores new.csv --label label --candidate-score a --baseline-scores old.csv --baseline-score score --key id --metric auc'.split(
      ' ',
    );
  const results = [];
  for (const where of ['never', 'always']) {
    const { code, stderr } = await cli(folder, ...args, '--out-of-core', where);
    expect(code, stderr).toBe(0);
    results.push(evaluation(folder, 'new').metrics[0]);
  }
  const whole = await cli(
    folder,
    '--scores',
    'new.csv',
    '--label',
    'label',
    '--candidate-score',
    'a',
    '--baseline-score',
    'b',
    '--metric',
    'auc',
  );
  expect(whole.code).toBe(0);
  const [expected] = evaluation(folder, 'new').metrics;
  for (const result of results) {
    expect(result.delta).toBeCloseTo(expected.delta, 12);
    expect(result.standardError).toBeCloseTo(expected.standardError, 12);
  }
});
