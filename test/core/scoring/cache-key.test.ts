import { expect, it } from 'vitest';
import { type ScoreOrigin, scoreKey } from '../../../src/core/scoring/cache-key.ts';

const digest = `sha256:${'a'.repeat(64)}`;
const origin: ScoreOrigin = {
  tool: '1.0.0',
  engine: { name: 'onnxruntime-node', version: '1.30.0' },
  machine: { platform: 'linux-x64', cpu: 'x' },
  model: { digest, external: [{ location: 'w.bin', digest }] },
  holdout: { digest },
  mapping: { inputs: { x: 'a', y: 'b' }, output: { activation: 'none' } },
  batchRows: 4096,
  perClass: false,
};

it('is the same for the same parts, however their keys are ordered and whatever is undefined', async () => {
  const { mapping: _, ...rest } = origin;
  const again = {
    mapping: { output: { activation: 'none' }, inputs: { y: 'b', x: 'a' }, 'baseline-inputs': undefined },
    ...rest,
  };
  expect(await scoreKey(again)).toBe(await scoreKey(origin));
  expect(await scoreKey(origin)).toMatch(/^[0-9a-f]{64}$/);
});

it.each<[string, Partial<ScoreOrigin>]>([
  ['tool', { tool: '1.0.1' }],
  ['engine', { engine: { name: 'onnxruntime-node', version: '1.31.0' } }],
  ['processor', { machine: { platform: 'linux-x64', cpu: 'y' } }],
  ['model', { model: { digest: digest.replace('a', 'b'), external: origin.model.external } }],
  [
    'weights beside it',
    { model: { digest, external: [{ location: 'w.bin', digest: digest.replace('a', 'b') }] } },
  ],
  ['holdout', { holdout: { digest: digest.replace('a', 'b') } }],
  ['mapping', { mapping: { inputs: { x: 'b', y: 'a' }, output: { activation: 'none' } } }],
  ['order in a list', { mapping: { inputs: { x: ['b', 'a'] } } }],
  ['batch size', { batchRows: 1024 }],
  ['classes', { perClass: true }],
])('changes with the %s', async (_, part) => {
  expect(await scoreKey({ ...origin, ...part })).not.toBe(await scoreKey(origin));
});
