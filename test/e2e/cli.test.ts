import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../src/core/documents/index.ts';
import { SPECS } from '../../src/specs/index.ts';
import { DIST, exampleCopy, run } from './run.ts';

const cli = join(DIST, 'cli.js');
const json = (path: string) => JSON.parse(readFileSync(path, 'utf8'));

describe('onnx-gate, built', () => {
  it.each([['--help'], ['help'], []])('prints help for %j', async (...args) => {
    const { code, stdout, stderr } = await run(cli, args, { cwd: DIST });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    for (const { name } of SPECS) expect(stdout).toContain(`  ${name} `);
  });

  it.each(SPECS.map(({ name }) => name))('prints help for %s, with its examples', async (name) => {
    const { code, stdout } = await run(cli, [...name.split(' '), '--help'], { cwd: DIST });
    expect(code).toBe(0);
    for (const example of SPECS.find((spec) => spec.name === name)!.examples)
      expect(stdout).toContain(example);
  });

  it('prints the version of package.json', async () => {
    const { version } = json(join(DIST, '../package.json'));
    expect((await run(cli, ['--version'], { cwd: DIST })).stdout).toBe(`${version}\n`);
  });

  it('suggests the command that was meant', async () => {
    const { code, stderr } = await run(cli, ['valdate'], { cwd: DIST });
    expect(code).toBe(2);
    expect(stderr).toContain('Did you mean `validate`?');
  });
});

describe('onnx-gate gate on the example', () => {
  it('passes the better model, fails the worse one, and leaves its documents', async () => {
    const cwd = exampleCopy();
    const { code, stdout } = await run(cli, ['gate', '--no-color'], { cwd });
    expect(code).toBe(1);
    expect(stdout).toContain('✓ conversion');
    expect(stdout).toContain('✗ conversion-skewed');
    expect(stdout).toContain('at most 0.005 may be lost');
    expect(stdout).toContain('.onnx-gate/verdict.json');
    const verdict = json(join(cwd, '.onnx-gate/verdict.json'));
    expect(verdict).toMatchObject({ verdict: 'fail', exitCode: 1 });
    const resultOf = (id: string) => verdict.rules.find((rule: { id: string }) => rule.id === id)?.result;
    expect(resultOf('conversion/auc')).toBe('pass');
    expect(resultOf('conversion-skewed/auc')).toBe('fail');
    for (const model of ['conversion', 'conversion-skewed']) {
      for (const kind of ['validation', 'evaluation', 'benchmark'] as const) {
        const path = join(cwd, '.onnx-gate', model, `${kind}.json`);
        expect(parseDocument(kind, readFileSync(path, 'utf8'), path)).toMatchObject({ ok: true });
      }
    }
    expect(readFileSync(join(cwd, '.onnx-gate/comment.md'), 'utf8')).toContain('❌ onnx-gate');
    const judged = await run(cli, ['gate', '--documents', '.onnx-gate', '--format', 'json'], { cwd });
    expect(JSON.parse(judged.stdout).rules).toEqual(verdict.rules);
  });

  it('prints exactly the document with --format json, and nothing on stderr with --quiet', async () => {
    const cwd = exampleCopy();
    const { code, stdout, stderr } = await run(
      cli,
      ['evaluate', '--model', 'conversion', '--format', 'json', '--quiet'],
      { cwd },
    );
    expect(stderr).toBe('');
    expect(code).toBe(0);
    expect(parseDocument('verdict', stdout, 'stdout')).toMatchObject({
      ok: true,
      document: { verdict: 'pass' },
    });
  });

  it('reads a policy from another folder, whose paths are relative to it', async () => {
    const folder = exampleCopy();
    const { code, stdout } = await run(
      cli,
      [
        'validate',
        '--policy',
        join(folder, 'onnx-gate.yml'),
        '--out',
        join(folder, 'out'),
        '--model',
        'conversion',
      ],
      { cwd: DIST },
    );
    expect({ code, stdout }).toMatchObject({ code: 0, stdout: expect.stringContaining('Passed') });
  });

  it('judges a model by flags alone', async () => {
    const cwd = exampleCopy();
    const flags = ['--holdout', 'holdout.csv', '--label', 'purchased', '--group', 'user_id'];
    const args = ['evaluate', 'models/degraded.onnx', '--baseline', 'models/baseline.onnx', ...flags];
    const { code, stdout } = await run(cli, [...args, '--metric', 'auc:margin=0.005'], { cwd });
    expect(code).toBe(1);
    expect(stdout).toContain('auc failed');
  });

  it('times models without a holdout, on inputs that it makes up', async () => {
    const cwd = exampleCopy();
    const args = ['benchmark', 'models/candidate.onnx', '--baseline', 'models/baseline.onnx', '--batch', '8'];
    const { code, stderr } = await run(cli, args, { cwd });
    expect({ code, stderr }).toMatchObject({ code: 0, stderr: expect.stringMatching(/launch \d+ of 7/) });
    const { arms } = json(join(cwd, '.onnx-gate/candidate/benchmark.json'));
    expect(arms.map(({ batch, metric }: { batch: number; metric: string }) => `${batch} ${metric}`)).toEqual([
      '8 p50',
      '8 p95',
      '8 p99',
    ]);
  });

  it('does not pass by doing nothing', async () => {
    const cwd = exampleCopy();
    const { code, stdout } = await run(cli, ['evaluate', 'models/candidate.onnx'], { cwd });
    expect({ code, stdout }).toMatchObject({ code: 2, stdout: expect.stringContaining('nothing to do') });
  });

  it('ends quietly when its reader closes early', async () => {
    const cwd = exampleCopy();
    const command = `${process.execPath} ${cli} validate models/candidate.onnx --quiet | true`;
    const { code, stderr } = await run(
      '-e',
      [
        `process.exitCode = require('node:child_process').spawnSync('sh', ['-c', ${JSON.stringify(command)}], { stdio: 'inherit' }).status`,
      ],
      { cwd },
    );
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });

  it('judges scores that were made elsewhere', async () => {
    const cwd = exampleCopy();
    const scores = [
      'label,user,new,old',
      '1,a,.9,.8',
      '0,a,.2,.3',
      '1,b,.7,.9',
      '0,b,.1,.2',
      '0,c,.5,.1',
      '1,c,.8,.4',
    ];
    writeFileSync(join(cwd, 'scores.csv'), scores.join('\n'));
    const columns = [
      '--label',
      'label',
      '--group',
      'user',
      '--candidate-score',
      'new',
      '--baseline-score',
      'old',
    ];
    const args = [
      'evaluate',
      '--scores',
      'scores.csv',
      ...columns,
      '--metric',
      'auc:min=0.9',
      '--metric',
      'accuracy',
    ];
    const { code } = await run(cli, [...args, '--runtime-path', join(DIST, '..')], { cwd });
    expect(code).toBe(0);
    const { metrics } = json(join(cwd, '.onnx-gate/scores/evaluation.json'));
    // Pairs in order: 9 of 9 for the candidate; 9 of 9 for the baseline.
    expect(metrics[0]).toMatchObject({ metric: 'auc', n: 6, candidate: 1, baseline: 1 });
    expect(metrics[1]).toMatchObject({ metric: 'accuracy', candidate: 1 });
  });
});
