/** The built actions under every trigger: what they send to GitHub, what they leave, how they end. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { documentsOf, writeDocuments, zipOf } from '../github/documents.ts';
import { environmentOf, HEAD, TRIGGERS, triggerOf } from '../github/events.ts';
import { startGithub } from '../github/fake.ts';
import type { FakeGithub } from '../github/server.ts';
import { temporaryFolder } from '../temporary.ts';
import { DIST, exampleCopy, run as runFile } from './run.ts';
import { step } from './step.ts';

const open = (github: FakeGithub, part = {}) =>
  github.state.pulls.push({
    number: 7,
    state: 'open',
    sha: HEAD,
    branch: 'better-model',
    owner: 'forker',
    repository: 2,
    ...part,
  });
const upload = (github: FakeGithub, files: Iterable<readonly [string, string]>, name = 'onnx-gate') =>
  github.state.artifacts.push({ id: github.state.nextId(), run: 41, name, bytes: zipOf(files) });

/** A fork's token may not write. */
const forksRefusal = () => ({
  on: /^(POST|PATCH) \/repos/,
  times: 99,
  status: 403,
  message: 'Resource not accessible by integration',
});

/** The example with latencies that hold on any machine. */
function unhurriedCopy(): string {
  const folder = exampleCopy();
  const policy = join(folder, 'onnx-gate.yml');
  const text = readFileSync(policy, 'utf8')
    .replaceAll(/^ {6}p50:.*\n/gm, '')
    .replaceAll('seconds: 0.1', 'seconds: 0.02')
    .replaceAll('p95: { max: 5ms }', 'p95: { max: 60s }');
  writeFileSync(policy, text);
  return folder;
}

const titleOf = (annotation: string) => /^::\w+( title=[^:,]*)?/.exec(annotation)![0];

/** Requests and outputs as a snapshot: texts by their first line. */
const brief = (value: unknown): unknown =>
  typeof value === 'string'
    ? value.split('\n')[0]!.slice(0, 120)
    : Array.isArray(value)
      ? value.map(brief)
      : value && typeof value === 'object'
        ? Object.fromEntries(
            Object.entries(value).map(([key, one]) => [key, key === 'external_id' ? '(random)' : brief(one)]),
          )
        : value;

async function run(
  folder: string,
  trigger: string,
  inputs: Record<string, string>,
  github: FakeGithub,
  cwd: string,
) {
  const { payload, ...rest } = triggerOf(trigger);
  const repository = { repository: { id: 1 } };
  const ended = await step(
    folder,
    inputs,
    cwd,
    { ...repository, ...payload },
    environmentOf({ payload, ...rest }, github.origin),
  );
  expect(github.violations).toEqual([]);
  return {
    ended,
    seen: {
      requests: github.requests.map(({ method, path, body }) => [
        `${method} ${path}`,
        ...(body ? [brief(body)] : []),
      ]),
      code: ended.code,
      outputs: ended.outputs,
      annotations: ended.annotations.map(brief),
      summary: brief(ended.summary),
    },
  };
}

describe.each(TRIGGERS.map(({ name }) => name))('on %s', (trigger) => {
  it('comment', async () => {
    const github = await startGithub();
    open(github);
    upload(github, documentsOf('fail'));
    const cwd = temporaryFolder();
    if (trigger !== 'workflow_run') writeDocuments(`${cwd}/.onnx-gate`, 'fail');
    if (trigger === 'fork pull_request') github.troubles.push(forksRefusal());
    const { seen } = await run('actions/comment', trigger, { 'check-run': 'onnx-gate' }, github, cwd);
    expect(seen).toMatchSnapshot();
    expect(seen.code).toBe(1);
    const fromFork = ['workflow_run', 'pull_request_target', 'fork pull_request'].includes(trigger);
    for (const { body } of github.state.comments)
      expect(body.includes('This pull request comes from a fork')).toBe(fromFork);
    const commented = github.state.comments.length;
    expect(commented).toBe(['pull_request', 'workflow_run', 'pull_request_target'].includes(trigger) ? 1 : 0);
  });

  it.each(['validate', 'evaluate', 'benchmark'])('%s', async (action) => {
    const github = await startGithub();
    if (trigger === 'fork pull_request') github.troubles.push(forksRefusal());
    const { seen, ended } = await run(
      `actions/${action}`,
      trigger,
      { model: 'conversion', 'check-run': 'onnx-gate' },
      github,
      unhurriedCopy(),
    );
    // The numbers are measured anew in each run.
    expect({ ...seen, annotations: ended.annotations.map(titleOf) }).toMatchSnapshot();
    const refused = trigger === 'workflow_run' || trigger === 'pull_request_target';
    expect(seen.code).toBe(refused ? 2 : 0);
    if (refused) expect(seen.annotations.join()).toContain('secrets and a token that writes');
  });
});

it('a pull request’s model is loaded on pull_request_target only by whoever asks for the danger by name', async () => {
  const github = await startGithub();
  const inputs = { model: 'conversion', 'dangerously-load-untrusted-models': 'true' };
  const { seen } = await run('actions/validate', 'pull_request_target', inputs, github, exampleCopy());
  expect(seen).toMatchObject({ code: 0, outputs: { verdict: 'pass' } });
});

/** The example without latencies, which no two runs share, judged once. */
let measured: string;
beforeAll(async () => {
  measured = exampleCopy(mkdtempSync(join(tmpdir(), 'onnx-gate-test-')));
  const policy = join(measured, 'onnx-gate.yml');
  const text = readFileSync(policy, 'utf8').replaceAll(/^ {4}latency:\n(?: {6}.*\n)+/gm, '');
  writeFileSync(policy, text);
  const args = ['gate', '--model', 'conversion-skewed', '--out', 'measured'];
  const { code, stdout, stderr } = await runFile(join(DIST, 'cli.js'), args, { cwd: measured });
  expect(code, stdout + stderr).toBe(1);
}, 120_000);
afterAll(() => rmSync(measured, { recursive: true, force: true }));

function measuredCopy(): string {
  const folder = temporaryFolder();
  cpSync(measured, folder, { recursive: true });
  return folder;
}

describe.each(TRIGGERS.map(({ name }) => name))('on %s', (trigger) => {
  it('gate, on documents that were measured before', async () => {
    const github = await startGithub();
    if (trigger === 'fork pull_request') github.troubles.push(forksRefusal());
    const { seen } = await run(
      'actions/gate',
      trigger,
      { documents: 'measured', model: 'conversion-skewed', 'check-run': 'onnx-gate' },
      github,
      measuredCopy(),
    );
    expect(seen).toMatchSnapshot();
    // Documents load no model: nothing is refused, whatever the trigger.
    expect(seen.code).toBe(1);
    expect(seen.outputs.verdict).toBe('fail');
  });
});

describe('what a fork uploads', () => {
  const publish = async (github: FakeGithub) =>
    run('actions/comment', 'workflow_run', {}, github, temporaryFolder());

  it.each([
    ['an entry that leads out', [['../../etc/verdict.json', '{}']], 'leads out'],
    ['an absolute entry', [['/tmp/verdict.json', '{}']], 'leads out'],
    ['a backslash', [['..\\verdict.json', '{}']], 'leads out'],
    [
      'a document twice',
      [
        ['verdict.json', '{}'],
        ['verdict.json', '{}'],
      ],
      'twice',
    ],
    ['no document', [['readme.txt', 'hello']], 'No verdict.json'],
    ['no JSON', [['verdict.json', '<script>']], 'is not JSON'],
    [
      'another schema',
      [['verdict.json', '{"schema":"onnx-gate/verdict/v1","pull_request":99}']],
      'is not an onnx-gate verdict',
    ],
    ['a bomb', [['verdict.json', ' '.repeat(200 * 2 ** 20)]], 'unpacks to more than'],
  ] as const)('%s is refused and nothing is posted', async (_, files, words) => {
    const github = await startGithub();
    open(github);
    upload(github, files as unknown as [string, string][]);
    const { ended } = await publish(github);
    expect(ended.annotations.join()).toContain(words);
    expect(ended.code).toBe(2);
    expect(github.state.comments).toEqual([]);
  });

  it.each([
    ['bytes that are no zip file', { bytes: new Uint8Array(5000) }, 'is no zip file'],
    ['a lie about its size', { bytes: new Uint8Array(65 * 2 ** 20), size: 10 }, 'at most'],
    ['too many bytes', { bytes: new Uint8Array(1), size: 2 ** 40 }, 'at most'],
    ['an expired artifact', { bytes: zipOf(documentsOf('pass')), expired: true }, 'has no artifact'],
  ])('%s is refused', async (_, part, words) => {
    const github = await startGithub();
    open(github);
    github.state.artifacts.push({ id: 3, run: 41, name: 'onnx-gate', ...part });
    const { ended } = await publish(github);
    expect(ended.annotations.join()).toContain(words);
    expect(github.state.comments).toEqual([]);
  });

  it.each([
    ['whose head moved on', { sha: 'd'.repeat(40) }],
    ['that is closed', { state: 'closed' as const }],
    ['of another repository with the same branch and commit', { repository: 9 }],
  ])('a pull request %s gets no comment', async (_, part) => {
    const github = await startGithub();
    open(github, part);
    upload(github, documentsOf('fail'));
    const { ended } = await publish(github);
    expect(github.state.comments).toEqual([]);
    expect(ended.stdout).toContain('No open pull request has its head at aaaaaaaaaaaa');
    expect(ended.code).toBe(1);
  });

  it('is found by its head when the branch has another name by now', async () => {
    const github = await startGithub();
    for (let number = 100; number < 220; number++)
      open(github, { number, sha: 'e'.repeat(40), branch: `b${number}` });
    open(github, { branch: 'renamed' });
    upload(github, documentsOf('pass'));
    await publish(github);
    expect(github.state.comments).toMatchObject([{ issue: 7 }]);
  });
});
