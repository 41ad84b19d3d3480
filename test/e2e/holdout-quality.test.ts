/** What is odd about a holdout, told by the built command; and that it wears out. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { DataFinding } from '../../src/core/documents/evaluation.ts';
import { DIST, exampleCopy, run } from './run.ts';

/** Findings about the holdout, and what the report said, with the terminal's line breaks taken out. */
async function evaluate(cwd: string, model: string) {
  const args = ['evaluate', '--model', model, '--no-color'];
  const { stdout, stderr } = await run(join(DIST, 'cli.js'), args, { cwd });
  const document = JSON.parse(readFileSync(join(cwd, '.onnx-gate', model, 'evaluation.json'), 'utf8'));
  const levels = new Map(document.data.map(({ check, level }: DataFinding) => [check, level]));
  return { levels, data: document.data as DataFinding[], text: `${stdout}${stderr}`.replaceAll(/\s+/g, ' ') };
}

test('a constant column, rows that were trained on, repeated rows, and a second candidate on a worn holdout', async () => {
  const cwd = exampleCopy();
  const path = join(cwd, 'holdout.csv');
  const [head, ...rows] = readFileSync(path, 'utf8').trim().split('\n');
  const month = head!.split(',').indexOf('month');
  const alike = rows.slice(0, 1500).map((row) => row.split(',').with(month, '5').join());
  writeFileSync(path, [head, ...alike, ...alike.slice(0, 300)].join('\n'));
  writeFileSync(join(cwd, 'training.csv'), [head, ...alike.slice(0, 700)].join('\n'));
  const policy = readFileSync(join(cwd, 'onnx-gate.yml'), 'utf8');
  writeFileSync(
    join(cwd, 'onnx-gate.yml'),
    policy.replaceAll(
      'source: holdout.csv',
      'source: holdout.csv\n      training: training.csv\n      ledger: ledger.jsonl\n      worn-after: 1',
    ),
  );

  const first = await evaluate(cwd, 'conversion');
  expect(Object.fromEntries(first.levels)).toMatchObject({
    'holdout-wear': 'info',
    'label-balance': 'info',
    'repeated-rows': 'warning',
    'constant-column': 'warning',
    'shared-rows': 'warning',
  });
  expect(first.data.find(({ check }) => check === 'repeated-rows')!.value).toBeCloseTo(300 / 1800, 2);
  expect(first.text).toContain('`month` is `5.0` in every row');
  expect(first.text).not.toContain('holdout-wear');

  const again = await evaluate(cwd, 'conversion');
  expect(again.levels.get('holdout-wear')).toBe('info');
  const second = await evaluate(cwd, 'conversion-skewed');
  expect(second.levels.get('holdout-wear')).toBe('warning');
  expect(second.text).toContain('This holdout has judged 2 candidates, this one included');
  expect(readFileSync(join(cwd, 'ledger.jsonl'), 'utf8').trim().split('\n')).toHaveLength(2);
});
