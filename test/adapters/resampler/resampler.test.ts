import { expect, it } from 'vitest';
import { createResampler } from '../../../src/adapters/resampler/resampler.ts';
import { sortRows } from '../../../src/core/stats/argsort.ts';
import { type CurveJob, curveArm, resampleCurves } from '../../../src/core/stats/curve-bootstrap.ts';
import { levelCells } from '../../../src/core/stats/level-cells.ts';
import { seededRandom } from '../../../src/core/stats/random.ts';

const ROWS = 100_000;
const random = seededRandom(1);
const draw = () => Float64Array.from({ length: ROWS }, random.uniform);
const label = draw().map((x) => (x < 0.2 ? 1 : 0));
const arm = () => curveArm(levelCells(label, sortRows(draw())));
const job: CurveJob = {
  curve: 'auc',
  at: 0,
  arms: [arm(), arm()],
  weight: draw().map((x) => x + 0.1),
  unit: Int32Array.from(label, (_, row) => row % 1000),
  units: 1000,
  seed: 9,
  firstTriple: 0,
  triples: 200,
};
const here = resampleCurves(job);
const thread = new URL('../../../src/entry/resample-thread.ts', import.meta.url);

it.each([1, 2, 3])('gives the same numbers with %d threads', (threads) => {
  let chunks = 0;
  const counted = (part: CurveJob) => {
    chunks++;
    return resampleCurves(part);
  };
  expect([...createResampler(thread, threads, counted)(job)]).toEqual([...here]);
  // One thread does the job as it stands; several cut it up.
  if (threads === 1) expect(chunks).toBe(1);
  else expect(chunks).toBeLessThanOrEqual(24);
});

it('does the work of threads that do not start', () => {
  for (const name of ['./absent.ts', './broken.ts']) {
    const values = createResampler(new URL(name, import.meta.url), 3, resampleCurves)(job);
    expect([...values]).toEqual([...here]);
  }
});
