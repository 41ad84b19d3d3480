/** The actions as GitHub's runner starts them: `node dist/<stub>.js` with `INPUT_*` and the runner's files. */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ACTIONS } from '../../scripts/generate/actions.ts';
import { exampleCopy } from './run.ts';
import { step } from './step.ts';

describe('actions, as the runner starts them', () => {
  it('the root action fails a worse model: outputs, summary, annotation on the rule’s line, exit code', async () => {
    const cwd = exampleCopy();
    const { code, outputs, summary, annotations } = await step('.', {}, cwd);
    expect(code).toBe(1);
    expect(outputs).toEqual({
      verdict: 'fail',
      'verdict-file': '.onnx-gate/verdict.json',
      'comment-file': '.onnx-gate/comment.md',
      out: '.onnx-gate',
    });
    expect(summary).toContain('❌ onnx-gate');
    expect(summary).toContain('conversion-skewed');
    const line =
      readFileSync(join(cwd, 'onnx-gate.yml'), 'utf8')
        .split('\n')
        .findLastIndex((text) => /^ {6}auc:/.test(text)) + 1;
    expect(annotations).toContainEqual(
      expect.stringMatching(
        new RegExp(`^::error title=conversion-skewed/auc.*,file=onnx-gate\\.yml,line=${line},`),
      ),
    );
  });

  it.each([
    ['actions/validate', 'validation'],
    ['actions/evaluate', 'evaluation'],
    ['actions/benchmark', 'benchmark'],
  ])('%s measures its part and passes', async (folder, kind) => {
    const cwd = exampleCopy();
    const { code, outputs, summary } = await step(folder, { model: 'conversion' }, cwd);
    expect({ code, verdict: outputs.verdict }).toEqual({ code: 0, verdict: 'pass' });
    expect(summary).toContain('✅ onnx-gate');
    expect(JSON.parse(readFileSync(join(cwd, `.onnx-gate/conversion/${kind}.json`), 'utf8')).schema).toBe(
      `onnx-gate/${kind}/v1`,
    );
  });

  it('actions/gate judges what the steps before it measured, and fails what they did not', async () => {
    const cwd = exampleCopy();
    await step('actions/validate', { model: 'conversion' }, cwd);
    await step('actions/evaluate', { model: 'conversion' }, cwd);
    const before = await step('actions/gate', { model: 'conversion' }, cwd);
    expect(before).toMatchObject({ code: 1, outputs: { verdict: 'fail' } });
    expect(before.summary).toContain('benchmark');
    await step('actions/benchmark', { model: 'conversion' }, cwd);
    const after = await step('actions/gate', { model: 'conversion' }, cwd);
    expect(after).toMatchObject({ code: 0, outputs: { verdict: 'pass' } });
  });

  it('a fault is an error annotation and exit code 2', async () => {
    const cwd = exampleCopy();
    writeFileSync(join(cwd, 'models/candidate.onnx'), '');
    const { code, annotations, outputs } = await step('actions/validate', { model: 'conversion' }, cwd);
    expect(code).toBe(2);
    expect(annotations.join('\n')).toContain('models/candidate.onnx is empty');
    expect(outputs.verdict).toBe('error');
  });

  it('on a pull request the policy of its base counts, not its own', async () => {
    const cwd = exampleCopy();
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.org', ...args], {
        cwd,
        encoding: 'utf8',
      });
    git('init', '-q');
    git('add', 'onnx-gate.yml');
    git('commit', '-qm', 'base');
    const sha = git('rev-parse', 'HEAD').trim();
    const loosened = readFileSync(join(cwd, 'onnx-gate.yml'), 'utf8').replaceAll(
      /auc: .*/g,
      'auc: { margin: 0.5 }',
    );
    writeFileSync(join(cwd, 'onnx-gate.yml'), loosened);
    const event = { pull_request: { number: 7, base: { sha } } };
    const inputs = { model: 'conversion-skewed' };
    const judged = await step('actions/evaluate', inputs, cwd, event);
    expect(judged.code).toBe(1);
    expect(judged.summary).toContain(
      'The pull request loosens `models.conversion-skewed.metrics.auc.margin`: 0.005 → 0.5.',
    );

    const unreachable = { pull_request: { number: 7, base: { sha: '0'.repeat(40) } } };
    const { stdout } = await step('actions/evaluate', inputs, cwd, unreachable);
    expect(stdout).toContain('read from the pull request itself');
  });

  it('covers every action', () => {
    expect(ACTIONS.map(({ folder }) => folder).sort()).toEqual(
      [
        '.',
        'actions/benchmark',
        'actions/comment',
        'actions/evaluate',
        'actions/gate',
        'actions/image',
        'actions/validate',
      ].sort(),
    );
  });
});
