/** Flags of the benchmark say the same as the policy, win over it, and pass the same checks. */
import { expect, test } from 'vitest';
import {
  checked,
  type ModelFlags,
  modelOfFlags,
  readFlags,
  withFlags,
} from '../../src/commands/plan-flags.ts';
import { FaultError } from '../../src/core/errors.ts';
import { policySchema } from '../../src/core/policy/schema.ts';

const FILE = {
  candidate: 'a.onnx',
  latency: { batch: [8], launches: 9, threads: 3, 'max-time': '9s', p95: {} },
};

function latencyOf(flags: ModelFlags) {
  const draft = policySchema.parse({ version: 1, models: { m: FILE } }).models.m!;
  return checked({ m: withFlags(draft, readFlags(flags)) }, undefined).models.m!.latency!;
}

const faultsOf = (flags: ModelFlags) => faultsIn(() => latencyOf(flags));

function faultsIn(work: () => unknown): string[] {
  try {
    work();
  } catch (error) {
    if (error instanceof FaultError) return error.faults.map(({ message, fix }) => `${message} ${fix ?? ''}`);
    throw error;
  }
  return [];
}

test('each flag takes the place of one setting and leaves the others', () => {
  expect(latencyOf({})).toMatchObject({ batch: [8], launches: 9, threads: 3, 'max-time': '9s' });
  expect(latencyOf({ batch: ['1', '32'] })).toMatchObject({ batch: [1, 32], launches: 9, p95: {} });
  expect(latencyOf({ launches: '5' })).toMatchObject({ launches: 5, threads: 3 });
  expect(latencyOf({ threads: '2' })).toMatchObject({ threads: 2, 'max-time': '9s' });
  expect(latencyOf({ 'max-time': '60s' })).toMatchObject({ 'max-time': '60s', batch: [8] });
  expect(latencyOf({ rate: '12.5', endpoint: 'http://h/v2/models/m' })).toMatchObject({ rate: 12.5 });
});

test.each<[ModelFlags, string]>([
  [{ batch: ['0'] }, '--batch is `0`; it must be whole numbers from 1. Write `--batch 1,32`.'],
  [{ batch: ['1', 'x'] }, '--batch is `1,x`; it must be whole numbers from 1.'],
  [{ batch: ['2000000'] }, '2000000'],
  [
    { launches: 'few' },
    '--launches is `few`; it must be a whole number from 1 to 100. Write it like `--launches 7`.',
  ],
  [{ launches: '101' }, '--launches is `101`'],
  [{ threads: '0' }, '--threads is `0`; it must be a whole number from 1 to 1024.'],
  [{ 'max-time': 'soon' }, 'max-time'],
  [{ rate: 'fast' }, 'rate'],
])('%j is refused', (flags, sentence) => {
  const faults = faultsOf(flags);
  expect(faults).toHaveLength(1);
  expect(faults[0]).toContain(sentence);
});

test('all at once', () => {
  expect(faultsOf({ batch: ['0'], launches: '0', threads: '1.5' })).toHaveLength(3);
});

test('a holdout without its label names the flag', () => {
  const flags = readFlags({ holdout: ['h.csv'] });
  expect(faultsIn(() => checked({ m: modelOfFlags('a.onnx', flags) }, undefined))).toEqual([
    'models.m.holdout has no `label`. Add `--label purchased`.',
  ]);
});
