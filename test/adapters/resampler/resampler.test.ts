import { expect, it } from 'vitest';
import { createResampler } from '../../../src/adapters/resampler/resampler.ts';
import { seededRandom } from '../../../src/core/stats/random.ts';
import { compute } from './compute.ts';

const random = seededRandom(1);
const draw = () => Float64Array.from({ length: 20_000 }, random.uniform);
const label = draw().map((x) => (x < 0.2 ? 1 : 0));
const rows = {
  label,
  candidate: draw(),
  baseline: draw(),
  weight: draw().map((x) => x + 0.1),
  group: { code: Int32Array.from(label, (_, row) => row % 1000), count: 1000 },
};
const worker = new URL('./worker.ts', import.meta.url);

it('gives the same numbers for any number of threads', async () => {
  const one = await createResampler(worker, 1, compute)(rows, 500, 9);
  const three = await createResampler(worker, 3, compute)(rows, 500, 9);
  expect(one).toHaveLength(500);
  expect(three).toEqual(one);
});

it('needs no thread for little work', async () => {
  const absent = new URL('./absent.ts', import.meta.url);
  expect(await createResampler(absent, 8, compute)(rows, 3, 9)).toHaveLength(3);
});

it('passes on the error of a thread', async () => {
  const broken = new URL('./broken.ts', import.meta.url);
  await expect(createResampler(broken, 2, compute)(rows, 500, 9)).rejects.toThrow('broken on purpose');
});
