import { describe, expect, it } from 'vitest';
import { createModelMeter } from '../../../src/adapters/onnxruntime/meter.ts';
import { unknownOperator } from '../../models/awkward.ts';
import { dense, logistic } from '../../models/small.ts';
import { child, faultsOf, fileOf, limits, natives, values } from './open.ts';

const meter = createModelMeter({ child, natives });
const settings = { threads: 1, spinning: true, execution: 'sequential', optimization: 'all' } as const;
const fed = () => ({
  path: fileOf(logistic([1, 2])),
  feeds: new Map([['features', values('float32', Float32Array.of(1, 2), [1, 2])]]),
});

describe('a model alone', () => {
  it('has times that begin with its process, and memory', async () => {
    const { load, firstInference, firstAnswer, resident, peak } = await meter.footprint(
      fed(),
      settings,
      limits,
    );
    expect(Math.min(load, firstInference)).toBeGreaterThan(0);
    expect(firstAnswer).toBeGreaterThan(load + firstInference);
    expect(resident).toBeGreaterThan(20e6);
    if (process.platform === 'linux') expect(peak).toBeGreaterThanOrEqual(resident * 0.95);
  });

  it('needs more memory with more weights', async () => {
    const large = {
      path: fileOf(dense(2048, 1)),
      feeds: new Map([['x', values('float32', new Float32Array(2048), [1, 2048])]]),
    };
    const [ours, theirs] = [
      await meter.footprint(large, settings, limits),
      await meter.footprint(fed(), settings, limits),
    ];
    // 16 MiB of weights.
    expect(ours.resident - theirs.resident).toBeGreaterThan(12e6);
  });

  it('serves several clients', async () => {
    const rate = await meter.throughput(fed(), { clients: 2, seconds: 0.05 }, settings, limits);
    expect(rate).toBeGreaterThan(10);
  });

  it('has operators, which the optimiser changes', async () => {
    const model = fed();
    const written = await meter.profile(model, { ...settings, optimization: 'disabled' }, limits);
    expect(written.operators.map(({ operator }) => operator).sort()).toEqual(['Gemm', 'Sigmoid']);
    const optimized = await meter.profile(model, settings, limits);
    expect(optimized.operators.map(({ operator }) => operator)).toEqual(['FusedGemm']);
    expect(optimized.operators[0]!.seconds).toBeGreaterThanOrEqual(0);
  });

  it.each(['footprint', 'throughput', 'profile'] as const)(
    'is named when its %s cannot be taken',
    async (what) => {
      const broken = { ...fed(), path: fileOf(unknownOperator()) };
      const take = {
        footprint: () => meter.footprint(broken, settings, limits),
        throughput: () => meter.throughput(broken, { clients: 1, seconds: 0.01 }, settings, limits),
        profile: () => meter.profile(broken, settings, limits),
      };
      const [fault] = await faultsOf(take[what]());
      expect(fault!.message).toContain(broken.path);
    },
  );
});
