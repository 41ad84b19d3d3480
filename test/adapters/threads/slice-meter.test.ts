import { expect, it } from 'vitest';
import { createSliceMeter } from '../../../src/adapters/threads/slice-meter.ts';
import { measureEntry, measureHere, type SliceJob } from '../../../src/core/scoring/measure-slices.ts';
import { seededRandom } from '../../../src/core/stats/random.ts';

const ROWS = 300_000;
const { uniform } = seededRandom(4);
const draw = () => Float64Array.from({ length: ROWS }, uniform);
/** Rows whose number is `rest` modulo `by`. */
const every = (by: number, rest: number) => ({
  id: `row%${by}=${rest}`,
  rows: Int32Array.from({ length: Math.ceil((ROWS - rest) / by) }, (_, i) => i * by + rest),
});
const job: SliceJob = {
  scores: {
    label: draw().map((x) => (x < 0.1 ? 1 : 0)),
    candidate: draw(),
    baseline: draw(),
    weight: draw().map((x) => x + 0.5),
    group: { code: Int32Array.from({ length: ROWS }, (_, row) => row >> 3), count: Math.ceil(ROWS / 8) },
  },
  entries: [2, 3, 4, 5].map((by) => Array.from({ length: by }, (_, rest) => every(by, rest))),
  metrics: ['auc', 'gauc'],
  task: 'binary',
  confidence: 0.95,
};
const here = await measureHere(job)();
const thread = new URL('../../../src/entry/slice-thread.ts', import.meta.url);

it.each([1, 2, 3])('has the same results with %d threads', async (threads) => {
  let measured = 0;
  const finish = createSliceMeter(thread, threads, (...of) => {
    measured++;
    return measureEntry(...of);
  })(job);
  expect(await finish()).toEqual(here);
  // What others took is not measured again.
  expect(measured).toBeLessThanOrEqual(job.entries.length);
});

it('starts no thread for few rows', async () => {
  const few: SliceJob = { ...job, entries: [[every(2, 0)]] };
  const absent = new URL('./absent.ts', import.meta.url);
  expect(await createSliceMeter(absent, 2, measureEntry)(few)()).toEqual(await measureHere(few)());
});

it('does the work of threads that do not start', async () => {
  const absent = new URL('./absent.ts', import.meta.url);
  expect(await createSliceMeter(absent, 3, measureEntry)(job)()).toEqual(here);
});
