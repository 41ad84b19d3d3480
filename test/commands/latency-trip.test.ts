/**
 * The gate can fail: real models, real processes. The p50 alone is judged, for it tells a quarter more work from noise
 * on any machine; how often p95 does is in bench/latency/result.md.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { passGate, policyOf } from '../../bench/latency/gate.ts';
import { deep, WIDTH } from '../../bench/latency/models.ts';
import { createModelRunner } from '../../src/adapters/onnxruntime/runner.ts';
import { natives, runner, values } from '../adapters/onnxruntime/open.ts';
import { temporaryFolder } from '../temporary.ts';

const BATCH = 32;
const policy = policyOf({ batch: [BATCH], p95: {}, seconds: 0.1 });
const slowed = createModelRunner({
  child: join(import.meta.dirname, '../adapters/onnxruntime/children/slowed.ts'),
  natives,
});

/** `name`: a folder; the test's own child slows what lies in `slowed`. */
function fed(bytes: Uint8Array, name = 'plain') {
  const folder = join(temporaryFolder(), name);
  mkdirSync(folder);
  const path = join(folder, 'model.onnx');
  writeFileSync(path, bytes);
  const x = new Float32Array(BATCH * WIDTH).map((_, i) => (i % 7) / 7);
  return { path, feeds: new Map([['x', values('float32', x, [BATCH, WIDTH])]]) };
}

test('a quarter more multiply-adds fails', async () => {
  const { verdict, rules } = await passGate(
    policy,
    { candidate: fed(deep(10)), baseline: fed(deep(8)) },
    runner,
  );
  expect(rules[0]!.reason).toContain('slower than the baseline');
  expect(verdict).toBe('fail');
});

test('a wait of 0.2 ms in each call fails', async () => {
  const models = { candidate: fed(deep(8), 'slowed'), baseline: fed(deep(8)) };
  const { verdict, timed } = await passGate(policy, models, slowed);
  expect(verdict).toBe('fail');
  expect(timed.arms[0]!.candidate - timed.arms[0]!.baseline!).toBeGreaterThan(0.15e-3);
});

test('other weights of the same shape do not fail', async () => {
  const models = { candidate: fed(deep(8, 2)), baseline: fed(deep(8)) };
  const { verdict, rules } = await passGate(policy, models, runner);
  expect(rules[0]!.reason).toContain('5%');
  expect(verdict).toBe('pass');
});

test('exchanged models exchange the ratio', async () => {
  const [large, small] = [fed(deep(10)), fed(deep(8))];
  const ratio = async (candidate: typeof large, baseline: typeof large) =>
    (await passGate(policy, { candidate, baseline }, runner)).timed.arms[0]!.ratio!;
  const product = (await ratio(large, small)) * (await ratio(small, large));
  expect(Math.abs(Math.log(product))).toBeLessThan(0.05);
});
