/** Every request that the actions send is one that GitHub describes, and so is every answer that they were tested with. */
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createClient } from '../../src/adapters/github/client.ts';
import { createBaseHistory } from '../../src/adapters/github/history.ts';
import { evaluateWithArtifact, leaveBaseline } from '../e2e/baseline-artifact.ts';
import { step } from '../e2e/step.ts';
import { findDescription, readContract } from '../github/contract.ts';
import { documentsOf, writeDocuments, zipOf } from '../github/documents.ts';
import { BASE, environmentOf, HEAD, triggerOf } from '../github/events.ts';
import { startGithub } from '../github/fake.ts';
import { ROUTES } from '../github/routes.ts';
import type { Contract } from '../github/server.ts';
import { temporaryFolder } from '../temporary.ts';
import { missing } from './engine.ts';

const description = findDescription();
let contract: Contract;
beforeAll(() => {
  if (description) contract = readContract(description);
});
beforeEach((context) => {
  if (!description) missing(context, '@octokit/openapi is not here; `.ci/run` fetches it');
});
const used = new Set<string>();

async function check(
  trigger: string,
  runs: readonly Record<string, string>[],
  samples: readonly string[],
  troubles: object[] = [],
) {
  const github = await startGithub({ contract });
  github.troubles.push(...(troubles as []));
  github.state.pulls.push({
    number: 7,
    state: 'open',
    sha: HEAD,
    branch: 'better-model',
    owner: 'forker',
    repository: 2,
  });
  github.state.artifacts.push({ id: 5, run: 41, name: 'onnx-gate', bytes: zipOf(documentsOf('fail')) });
  for (const [index, inputs] of runs.entries()) {
    const cwd = temporaryFolder();
    if (trigger !== 'workflow_run') writeDocuments(`${cwd}/.onnx-gate`, samples[index % samples.length]!);
    const one = triggerOf(trigger);
    const ended = await step(
      'actions/comment',
      inputs,
      cwd,
      { repository: { id: 1 }, ...one.payload },
      environmentOf(one, github.origin, 42 + index),
    );
    expect(ended.annotations).toEqual([]);
    expect(ended.stdout).not.toContain('internal');
  }
  expect(github.violations).toEqual([]);
  for (const { method, path } of github.requests) {
    const { pathname } = new URL(path, 'http://x');
    const route = ROUTES.find(
      ([verb, template]) =>
        verb === method && new RegExp(`^${template.replace(/\{\w+\}/g, '[^/]+')}$`).test(pathname),
    );
    used.add(`${route![0]} ${route![1]}`);
  }
}

describe('requests against GitHub’s description', () => {
  it.each(['update', 'recreate', 'hide-and-recreate', 'append'])(
    'comment, mode %s, twice, with check runs',
    async (mode) => {
      await check(
        'pull_request',
        [
          { mode, 'check-run': 'onnx-gate' },
          { mode, 'check-run': 'onnx-gate' },
        ],
        ['fail', 'pass'],
      );
    },
  );

  it('publishes after workflow_run', async () => {
    await check('workflow_run', [{ 'check-run': 'onnx-gate' }], []);
  });

  it.each([
    [
      '429 with Retry-After',
      { on: /^GET/, times: 1, status: 429, headers: { 'retry-after': '1' }, message: 'Too many requests' },
    ],
    ['a 502 after the deed', { on: /^POST .*(comments|check-runs)$/, times: 2, status: 502, applied: true }],
    [
      'a secondary limit',
      {
        on: /^POST .*comments$/,
        times: 1,
        status: 403,
        headers: { 'retry-after': '1' },
        message: 'You have exceeded a secondary rate limit.',
      },
    ],
    ['half an answer', { on: /^GET/, times: 1, breaks: 'half-way' }],
  ])('through %s', async (_, trouble) => {
    await check('pull_request', [{ 'check-run': 'onnx-gate' }], ['fail'], [trouble]);
  });

  it('looks for the baseline’s run', async () => {
    const github = await startGithub({ contract });
    github.state.commits.push(HEAD);
    github.state.runs.push({ id: 3, sha: HEAD, branch: 'main', created: '2026-11-02T09:30:00Z' });
    const history = createBaseHistory(
      createClient({ token: 't', owner: 'octo', repo: 'shop', baseUrl: github.origin, log: () => {} }),
    );
    expect(await history.ancestors(HEAD, 10)).toEqual([HEAD]);
    expect(await history.passedRuns('.github/workflows/gate.yml', 'main', 10)).toMatchObject([
      { id: 3, commit: HEAD },
    ]);
    expect(github.violations).toEqual([]);
    used
      .add('GET /repos/{owner}/{repo}/commits')
      .add('GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs');
  });

  it('downloads the baseline that a run left', async () => {
    const github = await startGithub({ contract });
    github.state.commits.push(BASE);
    leaveBaseline(github, 32, BASE);
    const ended = await evaluateWithArtifact(github);
    expect(github.violations).toEqual([]);
    expect(ended.code, ended.stdout).toBe(0);
    expect(github.lines()).toContain('GET /repos/octo/shop');
    used.add('GET /repos/{owner}/{repo}');
  }, 120_000);

  it('covers every route of the fake', () => {
    expect([...used].sort()).toEqual(ROUTES.map(([method, template]) => `${method} ${template}`).sort());
  });

  it('can fail: an unknown field, a wrong type, an unknown query and path are refused', () => {
    const base = { method: 'POST', authorization: '' };
    const comments = '/repos/{owner}/{repo}/issues/{issue_number}/comments';
    const refuse = (path: string, body: unknown, template = comments) =>
      expect(() => contract.checkRequest({ ...base, path, body }, template));
    refuse('/repos/o/r/issues/7/comments', { body: 'x' }).not.toThrow();
    refuse('/repos/o/r/issues/7/comments', { body: 5 }).toThrow('must be string');
    refuse('/repos/o/r/issues/7/comments', { body: 'x', colour: 1 }).toThrow('unknown fields colour');
    refuse('/repos/o/r/issues/seven/comments', { body: 'x' }).toThrow('issue_number');
    refuse('/repos/o/r/issues/7/comments?loud=1', { body: 'x' }).toThrow('no query parameter loud');
    refuse('/repos/o/r/notes', {}, '/repos/{owner}/{repo}/notes').toThrow('describes no');
  });
});
