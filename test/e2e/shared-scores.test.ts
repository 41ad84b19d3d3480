/** A baseline's scores in GitHub's cache: jobs on fresh machines, the built action, the service over HTTP. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { startCacheService } from '../github/cache-service.ts';
import { exampleCopy } from './run.ts';
import { step } from './step.ts';

type Service = Awaited<ReturnType<typeof startCacheService>>;

const KNOWN = "The baseline's scores are those of an earlier run";

/** On a machine that has nothing of an earlier job but what the service keeps. */
async function evaluate({ env }: Pick<Service, 'env'>, more: Readonly<Record<string, string>> = {}) {
  const cwd = exampleCopy();
  const github = { ...env, GITHUB_WORKSPACE: cwd, ONNX_GATE_CACHE: join(cwd, 'cache'), ...more };
  const ended = await step('actions/evaluate', { model: 'conversion' }, cwd, {}, github);
  expect(ended.code, ended.stdout + ended.stderr).toBe(0);
  const document = JSON.parse(readFileSync(join(cwd, '.onnx-gate/conversion/evaluation.json'), 'utf8'));
  return { ...ended, metrics: document.metrics as unknown };
}

it('the second job takes the baseline’s scores of the first, and comes to the same numbers', async () => {
  const service = await startCacheService();
  const first = await evaluate(service);
  expect(first.stdout).not.toContain(KNOWN);
  expect(service.entries).toMatchObject([
    { key: expect.stringMatching(/^onnx-gate-scores-[0-9a-f]{64}$/), final: true },
  ]);
  service.calls.length = 0;
  const second = await evaluate(service);
  expect(second.stdout).toContain(KNOWN);
  expect(second.metrics).toEqual(first.metrics);
  expect(service.calls).toEqual(['GetCacheEntryDownloadURL', 'GET']);
}, 240_000);

it('what was kept and is no archive any more is not taken, and is no error', async () => {
  const service = await startCacheService();
  await evaluate(service);
  service.entries[0]!.archive = Buffer.from('garbage');
  const { stdout, annotations } = await evaluate(service);
  expect(stdout).not.toContain(KNOWN);
  expect(annotations.filter((line) => line.startsWith('::error'))).toEqual([]);
}, 240_000);

it.each([
  ['that may only be read', 'writes', {}],
  ['that this token may not use', 'everything', {}],
  ['that the workflow has turned off', 'nothing', { ACTIONS_CACHE_MODE: 'none' }],
] as const)(
  'a service %s keeps nothing, and is no error',
  async (_, denies, more) => {
    const service = await startCacheService(denies);
    const { annotations, stdout } = await evaluate(service, more);
    expect(stdout).not.toContain(KNOWN);
    expect(annotations.filter((line) => line.startsWith('::error'))).toEqual([]);
    expect(service.entries).toEqual([]);
  },
  120_000,
);

it('a service that is not there is no error', async () => {
  const service = await startCacheService();
  await service.stop();
  const { annotations } = await evaluate(service);
  expect(annotations.filter((line) => line.startsWith('::error'))).toEqual([]);
}, 120_000);
