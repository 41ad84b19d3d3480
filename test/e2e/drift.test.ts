/** A holdout that has moved, told by the built command in the document and in the report. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { DataFinding } from '../../src/core/documents/evaluation.ts';
import { DIST, exampleCopy, run } from './run.ts';

const evaluate = (cwd: string, ...args: string[]) =>
  run(join(DIST, 'cli.js'), ['evaluate', '--model', 'conversion', ...args], { cwd });
const drift = (cwd: string): DataFinding[] =>
  JSON.parse(readFileSync(join(cwd, '.onnx-gate/conversion/evaluation.json'), 'utf8')).data.filter(
    ({ check }: DataFinding) => check.startsWith('drift'),
  );

/** The example, whose policy names `then.csv`: the same rows at half of the price, without `dwell_seconds`. */
function moved(): string {
  const cwd = exampleCopy();
  const [head, ...rows] = readFileSync(join(cwd, 'holdout.csv'), 'utf8').trim().split('\n');
  const names = head!.split(',');
  const [price, gone] = [names.indexOf('price'), names.indexOf('dwell_seconds')];
  const before = rows.map((row) =>
    row
      .split(',')
      .map((value, i) => (i === price ? Number(value) / 2 : value))
      .filter((_, i) => i !== gone)
      .join(),
  );
  const kept = names.filter((_, i) => i !== gone).join();
  writeFileSync(join(cwd, 'then.csv'), [kept, ...before].join('\n'));
  const policy = readFileSync(join(cwd, 'onnx-gate.yml'), 'utf8');
  writeFileSync(
    join(cwd, 'onnx-gate.yml'),
    policy.replace('source: holdout.csv', 'source: holdout.csv\n      baseline: then.csv'),
  );
  return cwd;
}

test('columns that feed the models, and the label', async () => {
  const cwd = moved();
  const { code, stdout, stderr } = await evaluate(cwd);
  expect(code, stderr).toBe(0);
  const found = drift(cwd);
  expect(found.map(({ check, level, column }) => [check, level, column])).toEqual([
    ['drift-psi', 'warning', 'price'],
    ['drift-ks', 'warning', 'price'],
    ['drift-unknown', 'info', undefined],
  ]);
  expect(found[0]!.value).toBeGreaterThan(0.25);
  expect(found[2]!.message).toContain('`dwell_seconds`');
  expect(stdout).toContain('PSI of `price` is 0.693');
});

test('scores made elsewhere: the label and the score', async () => {
  const cwd = exampleCopy();
  const rows = Array.from({ length: 2000 }, (_, i) => `${i % 4 === 0 ? 1 : 0},${(i % 100) / 100}`);
  const before = rows.map((row) => row.replace(/,(.*)/, (_, score) => `,${Number(score) / 2}`));
  writeFileSync(join(cwd, 'now.csv'), ['label,score', ...rows].join('\n'));
  writeFileSync(join(cwd, 'then.csv'), ['label,score', ...before].join('\n'));
  writeFileSync(
    join(cwd, 'onnx-gate.yml'),
    'version: 1\nmodels:\n  conversion:\n    candidate: none.onnx\n    holdout: { source: now.csv, label: label, baseline: then.csv }\n    metrics: { auc: { min: 0.1 } }\n',
  );
  const { code, stderr } = await evaluate(cwd, '--scores', 'now.csv', '--candidate-score', 'score');
  expect(code, stderr).toBe(0);
  expect(drift(cwd).map(({ check, level, column }) => [check, level, column])).toEqual([
    ['drift-psi', 'warning', 'score'],
    ['drift-ks', 'warning', 'score'],
  ]);
});

test('a baseline holdout that is not there is one sentence', async () => {
  const cwd = moved();
  const policy = readFileSync(join(cwd, 'onnx-gate.yml'), 'utf8');
  writeFileSync(join(cwd, 'onnx-gate.yml'), policy.replace('then.csv', 'gone.csv'));
  const { code, stdout, stderr } = await evaluate(cwd);
  expect(code).toBe(2);
  expect(stdout + stderr).toContain('gone.csv');
  expect(stdout + stderr).not.toContain('    at ');
});
