/** `baseline: artifact:NAME` through the built action: the model that the last passing run on the base branch left. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { BASE } from '../github/events.ts';
import { startGithub } from '../github/fake.ts';
import { evaluateWithArtifact, leaveBaseline } from './baseline-artifact.ts';

const OLDER = 'd'.repeat(40);
const OLDEST = 'e'.repeat(40);

it('is that of the base commit, with its identity and age shown', async () => {
  const github = await startGithub();
  github.state.commits.push(BASE, OLDER);
  leaveBaseline(github, 31, OLDER, 'degraded');
  leaveBaseline(github, 32, BASE);
  const { code, stdout, cwd } = await evaluateWithArtifact(github);
  expect(github.violations).toEqual([]);
  expect(stdout).toContain(`Baseline: trained of run 32, at ${BASE.slice(0, 12)}`);
  expect(code, stdout).toBe(0);
  const verdict = JSON.parse(readFileSync(join(cwd, '.onnx-gate/verdict.json'), 'utf8'));
  expect(verdict.subjects[0].baseline).toMatchObject({
    resolved: `artifact 320 of run 32, commit ${BASE}`,
    created: '2026-11-02T09:30:00.000Z',
  });
  const comment = readFileSync(join(cwd, '.onnx-gate/comment.md'), 'utf8');
  expect(comment).toContain('artifact 320 of run 32');
  expect(comment).toMatch(/\d+ (?:day|hour)s? old/);
}, 120_000);

it('is that of the nearest ancestor when the base commit has none', async () => {
  const github = await startGithub();
  github.state.commits.push(BASE, OLDER, OLDEST);
  leaveBaseline(github, 30, OLDEST, 'degraded');
  leaveBaseline(github, 31, OLDER);
  const { code, stdout } = await evaluateWithArtifact(github);
  expect(stdout).toContain(`Baseline: trained of run 31, 1 commit before ${BASE.slice(0, 12)}`);
  expect(code, stdout).toBe(0);
}, 120_000);

it('is said to be missing, with what was looked at, when none has passed', async () => {
  const github = await startGithub();
  github.state.commits.push(BASE, OLDER);
  const { code, annotations } = await evaluateWithArtifact(github);
  expect(annotations.join()).toContain(
    `No passing run of .github/workflows/gate.yml at ${BASE.slice(0, 12)}`,
  );
  expect(code).not.toBe(0);
}, 120_000);
