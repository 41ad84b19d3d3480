/** What users see when something is wrong: one clear sentence with the value and the fix, and exit code 2 or 3. */
import { readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { divisionOverflow, endlessLoop } from '../models/hostile.ts';
import { DIST, exampleCopy, run } from './run.ts';

const STACK = /^\s+at .*\.js:\d+/m;
const cli = join(DIST, 'cli.js');

/** Changes the lines of the holdout: the first is the header. */
function editRows(folder: string, edit: (lines: string[]) => string[]): void {
  const path = join(folder, 'holdout.csv');
  writeFileSync(path, `${edit(readFileSync(path, 'utf8').trim().split('\n')).join('\n')}\n`);
}

const cell = (line: string, column: number, text: string) => {
  const cells = line.split(',');
  cells[column] = text;
  return cells.join(',');
};
const columnOf = (header: string, name: string) => header.split(',').indexOf(name);

/** Breaks a copy of the example, and what standard error must say. */
const CASES: readonly (readonly [string, (folder: string) => void, 2 | 3, readonly string[]])[] = [
  [
    'a missing model',
    (folder) => rmSync(join(folder, 'models/candidate.onnx')),
    2,
    ['models/candidate.onnx does not exist', 'Did you mean'],
  ],
  [
    'an empty model',
    (folder) => truncateSync(join(folder, 'models/candidate.onnx')),
    2,
    ['models/candidate.onnx is empty'],
  ],
  [
    'a Git LFS pointer instead of a model',
    (folder) =>
      writeFileSync(
        join(folder, 'models/candidate.onnx'),
        `version https://git-lfs.github.com/spec/v1\noid sha256:${'a'.repeat(64)}\nsize 4562\n`,
      ),
    2,
    ['is a Git LFS pointer', 'git lfs pull', 'lfs: true'],
  ],
  ['a missing holdout', (folder) => rmSync(join(folder, 'holdout.csv')), 2, ['holdout.csv']],
  ['an empty holdout', (folder) => truncateSync(join(folder, 'holdout.csv')), 2, ['holdout.csv is empty']],
  ['a holdout with a header only', (folder) => editRows(folder, ([header]) => [header!]), 2, ['no rows']],
  [
    'a CSV without the label column',
    (folder) => editRows(folder, ([header, ...rows]) => [header!.replace('purchased', 'bought'), ...rows]),
    2,
    ['purchased', 'label'],
  ],
  [
    'a model whose input has no matching column',
    (folder) => editRows(folder, ([header, ...rows]) => [header!.replace('n_views', 'views'), ...rows]),
    2,
    ['n_views', 'views'],
  ],
  [
    'a holdout with one class only',
    (folder) =>
      editRows(folder, ([header, ...rows]) => [
        header!,
        ...rows.map((row) => cell(row, columnOf(header!, 'purchased'), '0')),
      ]),
    2,
    ['purchased', '0'],
  ],
  [
    'a label that is not 0 or 1',
    (folder) =>
      editRows(folder, ([header, first, ...rows]) => [
        header!,
        cell(first!, columnOf(header!, 'purchased'), '2'),
        ...rows,
      ]),
    2,
    ['purchased', '2', 'row 1'],
  ],
  [
    'NaN in a feature',
    (folder) =>
      editRows(folder, ([header, first, ...rows]) => [
        header!,
        first!,
        cell(rows[0]!, columnOf(header!, 'price'), 'NaN'),
        ...rows.slice(1),
      ]),
    2,
    ['price', 'row 2', 'missing'],
  ],
  [
    'text in a number column',
    (folder) =>
      editRows(folder, ([header, first, ...rows]) => [
        header!,
        cell(first!, columnOf(header!, 'price'), 'cheap'),
        ...rows,
      ]),
    2,
    ['price', 'cheap'],
  ],
  ['no policy', (folder) => rmSync(join(folder, 'onnx-gate.yml')), 2, ['onnx-gate.yml does not exist']],
  [
    'a policy with mistakes',
    (folder) =>
      writeFileSync(join(folder, 'onnx-gate.yml'), 'version: 1\nmodels:\n  m:\n    candidat: x.onnx\n'),
    2,
    ['onnx-gate.yml:4:5', 'candidate'],
  ],
];

describe('errors of onnx-gate gate', () => {
  it.each(CASES)('%s', async (_, breakIt, expected, words) => {
    const cwd = exampleCopy();
    breakIt(cwd);
    const { code, stdout, stderr } = await run(cli, ['evaluate', '--model', 'conversion', '--no-color'], {
      cwd,
    });
    const said = stdout + stderr;
    for (const word of words) expect(said).toContain(word);
    expect(said).not.toMatch(STACK);
    expect(code).toBe(expected);
  });

  it('a model that crashes ONNX Runtime fails with the signal', async () => {
    const cwd = exampleCopy();
    writeFileSync(join(cwd, 'crash.onnx'), divisionOverflow());
    const { code, stdout, stderr } = await run(cli, ['validate', 'crash.onnx'], { cwd });
    expect(stdout + stderr).toContain('SIGFPE');
    expect(stdout + stderr).not.toMatch(STACK);
    expect(code).toBe(1);
  });

  it('a model that never ends is seen before it runs; run all the same, it meets the limit, and exit code 3', async () => {
    const cwd = exampleCopy();
    writeFileSync(join(cwd, 'endless.onnx'), endlessLoop());
    writeFileSync(join(cwd, 'rows.csv'), 'x,y\n1,1\n2,0\n');
    const policy = [
      'version: 1',
      'limits: { seconds: 3 }',
      'models:',
      '  endless:',
      '    candidate: endless.onnx',
      '    holdout: { source: rows.csv, label: y }',
      '    metrics: { auc: { min: 0.5 } }',
    ];
    writeFileSync(join(cwd, 'onnx-gate.yml'), policy.join('\n'));
    const seen = await run(cli, ['gate'], { cwd });
    expect(seen.stdout + seen.stderr).toContain('Loop "Loop_y" runs 9223372036854775807 times');
    expect(seen.code).toBe(1);
    // Without the checks of the file, only the limit is left.
    const { code, stdout, stderr } = await run(cli, ['evaluate', '--model', 'endless'], { cwd });
    expect(stdout + stderr).toContain('3 s');
    expect(stdout + stderr).not.toMatch(STACK);
    expect(code).toBe(3);
    const verdict = JSON.parse(readFileSync(join(cwd, '.onnx-gate/verdict.json'), 'utf8'));
    expect(verdict).toMatchObject({ verdict: 'error', exitCode: 3, reasons: [{ code: 'model-timeout' }] });
  });

  it('tells the faults of all models at once', async () => {
    const cwd = exampleCopy();
    rmSync(join(cwd, 'models/degraded.onnx'));
    truncateSync(join(cwd, 'models/candidate.onnx'));
    const { code, stdout, stderr } = await run(cli, ['gate'], { cwd });
    expect(stdout + stderr).toContain('models/candidate.onnx is empty');
    expect(stdout + stderr).toContain('models/degraded.onnx does not exist');
    expect(code).toBe(2);
  });

  it('refuses to compare a model with itself, unless that is asked for', async () => {
    const cwd = exampleCopy();
    const args = ['validate', 'models/baseline.onnx', '--baseline', 'models/baseline.onnx'];
    const refused = await run(cli, args, { cwd });
    expect(refused.stdout + refused.stderr).toContain('are the same bytes');
    expect(refused.code).toBe(2);
    expect((await run(cli, [...args, '--same-model'], { cwd })).code).toBe(0);
  });
});
