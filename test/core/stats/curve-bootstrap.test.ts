import { describe, expect, it } from 'vitest';
import { sortRows } from '../../../src/core/stats/argsort.ts';
import { drawCopies, LANE_BITS, LANE_MASK, LANES } from '../../../src/core/stats/copies.ts';
import { CURVES, type CurveName } from '../../../src/core/stats/curve-areas.ts';
import { curveArm, partialResampler, resampleCurves } from '../../../src/core/stats/curve-bootstrap.ts';
import { delong } from '../../../src/core/stats/delong.ts';
import { cellSums, levelCells } from '../../../src/core/stats/level-cells.ts';
import { placements } from '../../../src/core/stats/placements.ts';
import { seededRandom } from '../../../src/core/stats/random.ts';
import { expectClose } from './relative.ts';

function makeRows(seed: number, rows: number, groups: number, steps: number, rate = 0.3) {
  const random = seededRandom(seed);
  const label = Float64Array.from({ length: rows }, () => (random.uniform() < rate ? 1 : 0));
  const score = () => label.map((y) => Math.round(steps * (random.uniform() + 0.4 * y)) / steps);
  return {
    label,
    candidate: score(),
    baseline: score(),
    weight: label.map(() => 0.2 + random.uniform()),
    unit: Int32Array.from(label, (_, row) => (row < groups ? row : random.uint32() % groups)),
    groups,
  };
}

type Rows = ReturnType<typeof makeRows>;

function jobOf(rows: Rows, curve: CurveName, at: number, grouped: boolean, weighted: boolean) {
  const arm = (score: Float64Array) => curveArm(levelCells(rows.label, sortRows(score)));
  return {
    curve,
    at,
    arms: [arm(rows.candidate), arm(rows.baseline)],
    weight: weighted ? rows.weight : null,
    unit: grouped ? rows.unit : null,
    units: grouped ? rows.groups : rows.label.length,
    seed: 5,
    triples: 4,
  } as const;
}

/** The curve of rows that count so often, from a sort of their own. */
function direct(curve: CurveName, at: number, { label }: Rows, score: Float64Array, weight: Float64Array) {
  const kept = [...label.keys()].filter((row) => weight[row]! > 0);
  const pick = (values: Float64Array) => Float64Array.from(kept, (row) => values[row]!);
  return CURVES[curve](cellSums(levelCells(pick(label), sortRows(pick(score))), pick(weight)), at);
}

describe('resampleCurves', () => {
  it.each([
    ['auc', 0, 6, 300, 0.3],
    ['auc', 0, 5000, 300, 0.3],
    // Cells of more rows than a lane of copies can count.
    ['auc', 0, 3, 5000, 0.3],
    ['ks', 0, 40, 300, 0.3],
    ['pauc', 0.2, 40, 300, 0.7],
    ['ap', Number.NaN, 5000, 300, 0.1],
  ] as const)(
    'equals the %s of the rows counted so often: at %d, %d steps, %d rows',
    (curve, at, steps, n, rate) => {
      const rows = makeRows(2, n, 40, steps, rate);
      for (const grouped of [false, true]) {
        for (const weighted of [false, true]) {
          const job = jobOf(rows, curve, at, grouped, weighted);
          const values = resampleCurves(job);
          expect(values).toHaveLength(2 * LANES * job.triples);
          const copies = new Uint32Array(job.units);
          for (let resample = 0; resample < LANES * job.triples; resample++) {
            if (resample % LANES === 0) drawCopies(copies, job.seed, resample / LANES);
            const weight = rows.label.map((_, row) => {
              const times =
                (copies[grouped ? rows.unit[row]! : row]! >>> (LANE_BITS * (resample % LANES))) & LANE_MASK;
              return times * (weighted ? rows.weight[row]! : 1);
            });
            expectClose(values[2 * resample], direct(curve, at, rows, rows.candidate, weight), 1e-12);
            expectClose(values[2 * resample + 1], direct(curve, at, rows, rows.baseline, weight), 1e-12);
          }
        }
      }
    },
  );

  it('makes a resample by its number alone, whoever makes it', () => {
    const job = jobOf(makeRows(3, 400, 50, 30), 'auc', 0, true, false);
    const all = resampleCurves(job);
    const resample = partialResampler(job);
    expect([...resample(1, 2)]).toEqual([...all.subarray(6, 18)]);
    expect([...resample(0, 1)]).toEqual([...all.subarray(0, 6)]);
  });

  it('spreads as DeLong says', () => {
    const rows = makeRows(8, 3000, 100, 1e6);
    const values = resampleCurves({ ...jobOf(rows, 'auc', 0, false, false), triples: 700 });
    const differences = Array.from(
      { length: values.length / 2 },
      (_, i) => values[2 * i]! - values[2 * i + 1]!,
    );
    const mean = differences.reduce((sum, d) => sum + d, 0) / differences.length;
    const spread = Math.sqrt(differences.reduce((sum, d) => sum + (d - mean) ** 2, 0) / differences.length);
    const { standardError } = delong(rows.label, rows.candidate, rows.baseline, {
      weight: null,
      group: null,
    });
    expectClose(spread, standardError!, 0.06);
  });

  it('is NaN when a class is gone', () => {
    const rows = { ...makeRows(1, 2, 2, 10), label: Float64Array.of(0, 1) };
    const values = resampleCurves({ ...jobOf(rows, 'auc', 0, false, false), triples: 30 });
    expect(values.some(Number.isNaN)).toBe(true);
  });
});

it('is the AUC of placements', () => {
  const { label, candidate, weight } = makeRows(4, 500, 10, 25);
  for (const w of [null, weight]) {
    const sums = cellSums(levelCells(label, sortRows(candidate)), w);
    expectClose(CURVES.auc(sums), placements(label, candidate, w).auc, 1e-13);
  }
});
