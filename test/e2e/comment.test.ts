/** `onnx-gate comment` as processes against a server: races, modes, faults, and what survives. */
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { markerOf, unpackState } from '../../src/core/comment/hidden.ts';
import { writeDocuments } from '../github/documents.ts';
import { environmentOf, HEAD, triggerOf } from '../github/events.ts';
import { startGithub } from '../github/fake.ts';
import type { FakeGithub } from '../github/server.ts';
import { temporaryFolder } from '../temporary.ts';
import { DIST, run } from './run.ts';
import { step } from './step.ts';

const PULL_REQUEST = triggerOf('pull_request');
const MARKER = markerOf('.github/workflows/gate.yml', 'onnx-gate.yml');

/** One job's step; `run` numbers grow. */
function comment(
  github: FakeGithub,
  sample: string,
  inputs: Record<string, string> = {},
  options: { run?: number; env?: Record<string, string> } = {},
) {
  const cwd = temporaryFolder();
  writeDocuments(`${cwd}/.onnx-gate`, sample);
  const env = { ...environmentOf(PULL_REQUEST, github.origin, options.run), ...options.env };
  return step('actions/comment', inputs, cwd, PULL_REQUEST.payload, env);
}

const shown = (github: FakeGithub) => github.state.comments.filter(({ minimized }) => !minimized);
const titles = (github: FakeGithub) => shown(github).map(({ body }) => body.split('\n')[0]);

describe('jobs that race', () => {
  it.each([
    ['under the lock', []],
    [
      'through lost answers',
      [
        { on: /^POST .*issues\/7\/comments/, times: 2, status: 502, applied: true },
        { on: /^PATCH/, times: 3, status: 502, applied: true },
        { on: /^GET/, times: 5, status: 503 },
      ],
    ],
  ])('twenty lose nothing and end with one comment, %s', async (_, troubles) => {
    const github = await startGithub();
    github.troubles.push(...troubles);
    const legs = Array.from({ length: 20 }, (__, i) => `leg ${i}`);
    const ended = await Promise.all(
      legs.map((leg, i) => comment(github, i === 7 ? 'fail' : 'pass', { leg, when: 'always' })),
    );
    expect(ended.map(({ code }) => code)).toEqual(legs.map((__, i) => (i === 7 ? 1 : 0)));
    expect(ended.flatMap(({ annotations }) => annotations)).toEqual([]);
    const [only, ...others] = github.state.comments;
    expect(others).toEqual([]);
    const state = await unpackState(MARKER, only!.body);
    expect(state!.legs.map(({ leg }) => leg).sort()).toEqual(legs.toSorted());
    for (const leg of legs) expect(only!.body).toContain(`\`conversion · ${leg}\``);
    expect(titles(github)).toEqual([expect.stringContaining('❌ onnx-gate · Failed: 2 of')]);
    expect(github.state.reactions).toEqual([]);
  });
});

describe('a comment', () => {
  it('is kept up to date, to “now passing”, and not written again without a change', async () => {
    const github = await startGithub();
    const inputs = { when: 'on-failure' };
    await comment(github, 'pass', inputs);
    expect(github.state.comments).toEqual([]);
    await comment(github, 'fail', inputs, { run: 43 });
    expect(titles(github)).toEqual(['## ❌ onnx-gate · Failed: 2 of 6 rules']);
    await comment(github, 'pass', inputs, { run: 44 });
    expect(titles(github)).toEqual(['## ✅ onnx-gate · Passed']);
    const { writes } = github.state.comments[0]!;
    const { outputs } = await comment(github, 'pass', inputs, { run: 44 });
    expect(github.state.comments[0]!.writes).toBe(writes);
    expect(outputs['comment-url']).toBe(
      `https://github.example/octo/shop/pull/7#issuecomment-${github.state.comments[0]!.id}`,
    );
  });

  it('is not taken back by a run that is older', async () => {
    const github = await startGithub();
    await comment(github, 'fail', {}, { run: 50 });
    const { stdout } = await comment(github, 'pass', {}, { run: 49 });
    expect(stdout).toContain('A newer run has commented already');
    expect(titles(github)).toEqual(['## ❌ onnx-gate · Failed: 2 of 6 rules']);
  });

  it.each([
    ['recreate', 1, 1],
    ['hide-and-recreate', 2, 1],
    ['append', 2, 2],
  ])('%s: a new run writes a new one, its jobs share it', async (mode, there, visible) => {
    const github = await startGithub();
    await comment(github, 'fail', { mode }, { run: 50 });
    const first = github.state.comments[0]!.id;
    await comment(github, 'pass', { mode, leg: 'a' }, { run: 51 });
    await comment(github, 'pass', { mode, leg: 'b' }, { run: 51 });
    expect(github.state.comments).toHaveLength(there);
    expect(shown(github)).toHaveLength(visible);
    expect(shown(github).at(-1)!.id).not.toBe(first);
    expect(shown(github).at(-1)!.body).toContain('`conversion · b`');
  });

  it('of someone else with our marker is left alone, and so is that of another workflow', async () => {
    const github = await startGithub();
    const foreign = { issue: 7, body: `hello\n${MARKER}AAAA -->`, minimized: false, writes: 1 };
    github.state.comments.push({ id: 5, author: 'mallory', ...foreign });
    await comment(github, 'fail');
    await comment(
      github,
      'fail',
      {},
      { env: { GITHUB_WORKFLOW_REF: 'octo/shop/.github/workflows/nightly.yml@refs/heads/main' } },
    );
    expect(github.state.comments).toHaveLength(3);
    expect(github.state.comments[0]).toMatchObject({ author: 'mallory', body: foreign.body });
  });

  it('says that its details are in the run, with links, at the commit of the head', async () => {
    const github = await startGithub();
    await comment(github, 'fail', { links: 'https://github.example/report HTML report' });
    const { body } = github.state.comments[0]!;
    expect(body).toContain(`Judged at \`${HEAD.slice(0, 12)}\``);
    expect(body).toContain('[HTML report](https://github.example/report)');
    expect(body).toContain('(https://github.example/octo/shop/actions/runs/42)');
  });

  it('that may not be written is a warning with the permission; the verdict stands', async () => {
    const github = await startGithub();
    const refusal = { status: 403, message: 'Resource not accessible by integration' };
    github.troubles.push({ on: /^POST .*comments$/, times: 99, ...refusal });
    const { code, annotations } = await comment(github, 'pass', { when: 'always' });
    expect(code).toBe(0);
    expect(annotations.join()).toContain('permissions: { contents: read, pull-requests: write }');
  });

  it('goes to GitHub Enterprise Server', async () => {
    const github = await startGithub({ base: '/api/v3' });
    await comment(github, 'fail');
    await comment(github, 'pass', {}, { run: 43 });
    expect(titles(github)).toEqual(['## ✅ onnx-gate · Passed']);
    expect(github.violations).toEqual([]);
  });
});

it('a check run of a process that was killed is ended as failed by the step after', async () => {
  const github = await startGithub();
  const cwd = temporaryFolder();
  const env = environmentOf(PULL_REQUEST, github.origin);
  const inputs = { 'check-run': 'onnx-gate', model: 'conversion' };
  // The policy comes slowly enough for the kill: the pipe below has no writer.
  mkdirSync(join(cwd, '.onnx-gate'), { recursive: true });
  const child = spawn(process.execPath, [join(DIST, 'validate.js')], {
    cwd,
    stdio: 'ignore',
    env: {
      PATH: process.env.PATH!,
      ...env,
      'INPUT_CHECK-RUN': 'onnx-gate',
      'INPUT_GITHUB-TOKEN': 't',
      GITHUB_STATE: '',
    },
  });
  github.troubles.push({ on: /^PATCH/, times: 99, delay: 600_000 });
  await expect
    .poll(() => github.requests.filter(({ method }) => method === 'PATCH').length, { timeout: 30_000 })
    .toBe(1);
  child.kill('SIGKILL');
  github.troubles.length = 0;
  const [one] = github.state.checkRuns;
  expect(one!.status).toBe('in_progress');
  const after = await step(
    'actions/validate',
    inputs,
    cwd,
    PULL_REQUEST.payload,
    { ...env, 'STATE_check-run': String(one!.id) },
    'post',
  );
  expect(after.code).toBe(0);
  expect(one).toMatchObject({ status: 'completed', conclusion: 'failure', title: 'No verdict' });
  // And one that ended by itself is left as it is.
  const requests = github.requests.length;
  await step(
    'actions/validate',
    inputs,
    cwd,
    PULL_REQUEST.payload,
    { ...env, 'STATE_check-run': '1', 'STATE_check-run-ended': 'true' },
    'post',
  );
  expect(github.requests).toHaveLength(requests);
});

it('the command line merges folders without GitHub', async () => {
  const cwd = temporaryFolder();
  writeDocuments(`${cwd}/legs/linux`, 'pass');
  writeDocuments(`${cwd}/legs/windows`, 'fail');
  const { stdout, code } = await run(join(DIST, 'cli.js'), ['comment', 'legs/linux', 'legs/windows'], {
    cwd,
  });
  expect(code).toBe(1);
  expect(stdout).toContain('`conversion · windows`');
  expect(stdout).not.toContain('<!--');
  const json = await run(join(DIST, 'cli.js'), ['comment', 'legs', '--format', 'json'], { cwd });
  expect(JSON.parse(json.stdout)).toMatchObject({
    schema: 'onnx-gate/verdict/v1',
    verdict: 'fail',
    exitCode: 1,
  });
});
