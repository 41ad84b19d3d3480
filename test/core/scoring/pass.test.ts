import { expect, test } from 'vitest';
import { addressFaults, columnsOf, planPass } from '../../../src/core/scoring/pass.ts';
import { checkRoleValues } from '../../../src/core/scoring/roles.ts';
import type { Signature } from '../../../src/ports.ts';

const COLUMNS = ['a', 'b', 'user', 'clicked'].map((name) => ({ name, type: 'DOUBLE' }));
const OUTPUT = { activation: 'none' } as const;
const signature = (...names: string[]): Signature => ({
  inputs: names.map((name) => ({ name, type: 'float32', shape: ['n'] })),
  outputs: [{ name: 'p', type: 'float32', shape: ['n'] }],
});

test('what two models share is read once, and each finds its own columns', () => {
  const roles = { label: 'clicked', group: 'user' };
  const planned = planPass(
    [signature('a', 'b'), signature('b')],
    COLUMNS,
    { inputs: 'auto', output: OUTPUT },
    roles,
  );
  if (!planned.ok) throw new Error(planned.faults[0]!.message);
  const { requests, models, label, weight, group } = planned.plan;
  expect(requests).toEqual([
    { from: { column: 'clicked' }, as: 'float64' },
    { from: { column: 'user' }, as: 'string' },
    { from: { column: 'a' }, as: 'float32' },
    { from: { column: 'b' }, as: 'float32' },
  ]);
  expect([label, weight, group]).toEqual([0, null, 1]);
  expect(models.map(({ places }) => places)).toEqual([[2, 3], [3]]);
  const values = requests.map((_, i) => ({ data: Float32Array.of(i), valid: null }));
  expect(columnsOf(models[1]!, values)).toEqual([{ data: Float32Array.of(3), valid: null }]);
});

test('roles, mapping and both models: every fault at once, each with its model where they differ', () => {
  const planned = planPass(
    [signature('a', 'x'), signature('x', 'z')],
    COLUMNS,
    { inputs: { c: 'a' }, output: { name: 'q', activation: 'none' } },
    { label: 'click', weight: 'w' },
  );
  expect(planned.ok ? [] : planned.faults.map(({ message }) => message)).toEqual([
    'The label column `click` is not in the holdout.',
    'The weight column `w` is not in the holdout.',
    '`inputs` maps `c`, and the model has no such input.',
    'Input `x` has no column of its name in the holdout.',
    'The model has no output `q`; it has `p`.',
    'The baseline: Input `z` has no column of its name in the holdout.',
  ]);
});

test('a single model needs no address', () => {
  const fault = { code: 'model-signature', message: 'No.' } as const;
  expect(addressFaults([[fault]])).toEqual([fault]);
  expect(addressFaults([[fault], []])).toEqual([{ ...fault, message: 'The candidate: No.' }]);
});

test('a role without a value has its row', () => {
  const values = { data: Float64Array.of(1, 0), valid: Uint8Array.of(1, 0) };
  expect(checkRoleValues('label', 'clicked', values, 10)).toMatchObject([
    { code: 'value-missing', message: 'The label column `clicked` has no value in row 12.' },
  ]);
  expect(checkRoleValues('label', 'clicked', { ...values, valid: null }, 10)).toEqual([]);
});
