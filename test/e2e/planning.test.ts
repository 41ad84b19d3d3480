import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DIST, exampleCopy, run } from './run.ts';

const cli = join(DIST, 'cli.js');

describe('onnx-gate plan, built', () => {
  it('plans from priors', async () => {
    const args = [
      'plan',
      '--rows',
      '200000',
      '--positive-rate',
      '0.05',
      '--auc',
      '0.75',
      '--margin',
      '0.002',
    ];
    const { code, stdout, stderr } = await run(cli, args, { cwd: DIST });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('200,000 rows, 10,000 of them positive');
    expect(stdout).toContain('correlate at 0.9');
    const json = JSON.parse((await run(cli, [...args, '--format', 'json'], { cwd: DIST })).stdout);
    expect(json).toMatchObject({ schema: 'onnx-gate/plan/v1', from: 'prior', positives: 10_000 });
  });

  it('names every flag that is missing or wrong, at once', async () => {
    const { code, stderr } = await run(cli, ['plan', '--auc', '7', '--rows', 'many'], { cwd: DIST });
    expect(code).toBe(2);
    expect(stderr).toContain('--auc is `7`; it must be a number between 0 and 1.');
    expect(stderr).toContain('--rows is `many`');
    for (const name of ['positive-rate', 'margin']) expect(stderr).toContain(`--${name} is missing.`);
  });

  it('refuses both ways at once', async () => {
    const { code, stderr } = await run(cli, ['plan', '--rows', '9', '--documents', '.'], { cwd: DIST });
    expect(code).toBe(2);
    expect(stderr).toContain('two ways to plan');
  });
});

describe('after an evaluation', () => {
  it('plans every rule with a margin, and tests the gate on its scores', async () => {
    const cwd = exampleCopy();
    await run(cli, ['evaluate', '--model', 'conversion', '--quiet'], { cwd });

    const planned = await run(cli, ['plan', '--documents', '.onnx-gate', '--format', 'json'], { cwd });
    expect(planned.code).toBe(0);
    const { rules } = JSON.parse(planned.stdout);
    expect(rules.map(({ metric }: { metric: string }) => metric)).toEqual(['auc', 'logloss', 'accuracy']);
    expect(rules[0]).toMatchObject({ margin: 0.005, groups: 4000, reason: null });
    expect(rules[0].rowsNeeded).toBeGreaterThan(rules[0].rows);

    const other = await run(cli, ['plan', '--documents', '.onnx-gate', '--metric', 'auc:margin=0.001'], {
      cwd,
    });
    expect(other.stdout).toContain('0.0010');
    const unknown = await run(cli, ['plan', '--documents', '.onnx-gate', '--model', 'conv'], { cwd });
    expect(unknown.code).toBe(2);
    expect(unknown.stderr).toContain('There is no evaluation of `conv`');

    const args = ['selftest', '--model', 'conversion', '--metric', 'auc:margin=0.02', '--repetitions', '20'];
    const tested = await run(cli, [...args, '--format', 'json', '--quiet'], { cwd });
    expect({ code: tested.code, stderr: tested.stderr }).toEqual({ code: 0, stderr: '' });
    const [report] = JSON.parse(tested.stdout);
    expect(report).toMatchObject({ model: 'conversion', rows: 15_780, groups: 4000, made: 20 });
    const rate = (times: number, result: 'pass' | 'fail') =>
      report.cases.find((one: { times: number }) => one.times === times)[result].count;
    expect(rate(0, 'fail')).toBe(0);
    expect(rate(2, 'fail')).toBe(20);
    const text = await run(cli, args, { cwd });
    expect(text.stdout).toContain('worse by 2 margins (0.040)');
    expect(text.stderr).toContain('20 of 20 repetitions');
  });

  it('says what the self-test lacks', async () => {
    const cwd = exampleCopy();
    const none = await run(cli, ['selftest', '--model', 'conversion'], { cwd });
    expect(none.code).toBe(2);
    expect(none.stderr).toContain('scores.parquet');
    const bad = await run(cli, ['selftest', '--repetitions', '1', '--losses', '0,x'], { cwd });
    expect(bad.code).toBe(2);
    expect(bad.stderr).toContain('--repetitions is `1`');
    expect(bad.stderr).toContain('--losses is `x`');
  });
});
