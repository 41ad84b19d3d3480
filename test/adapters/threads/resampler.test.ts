import { expect, it } from 'vitest';
import { createResampler } from '../../../src/adapters/threads/resampler.ts';
import { sortRows } from '../../../src/core/stats/argsort.ts';
import {
  type CurveJob,
  curveArm,
  partialResampler,
  resampleCurves,
} from '../../../src/core/stats/curve-bootstrap.ts';
import { levelCells } from '../../../src/core/stats/level-cells.ts';
import { seededRandom } from '../../../src/core/stats/random.ts';

const ROWS = 100_000;
const random = seededRandom(1);
const draw = () => Float64Array.from({ length: ROWS }, random.uniform);
const label = draw().map((x) => (x < 0.02 ? 1 : 0));
const arm = () => curveArm(levelCells(label, sortRows(draw())));
const job: CurveJob = {
  curve: 'auc',
  at: 0,
  arms: [arm(), arm()],
  weight: null,
  unit: null,
  units: ROWS,
  seed: 9,
  triples: 200,
};
const here = resampleCurves(job);
/** Not worth a thread, but those that run take part. */
const short: CurveJob = {
  ...job,
  weight: draw().map((x) => x + 0.1),
  unit: Int32Array.from(label, (_, row) => row % 1000),
  units: 1000,
  triples: 20,
};
const thread = new URL('../../../src/entry/resample-thread.ts', import.meta.url);

it.each([1, 2, 3])('gives the same numbers with %d threads, job after job', (threads) => {
  const made: number[] = [];
  const counted = (part: CurveJob) => {
    const resample = partialResampler(part);
    return (first: number, triples: number) => {
      made.push(triples);
      return resample(first, triples);
    };
  };
  const resample = createResampler(thread, threads, counted);
  expect([...resample(job)]).toEqual([...here]);
  // One thread does the job as it stands; several cut it up.
  if (threads === 1) expect(made).toEqual([200]);
  else expect(new Set(made)).toEqual(new Set([2]));
  expect([...resample(short)]).toEqual([...resampleCurves(short)]);
});

it('does the work of threads that do not start', () => {
  for (const name of ['./absent.ts', './broken.ts']) {
    const resample = createResampler(new URL(name, import.meta.url), 3, partialResampler);
    expect([...resample(job)]).toEqual([...here]);
    expect([...resample(short)]).toEqual([...resampleCurves(short)]);
  }
});
