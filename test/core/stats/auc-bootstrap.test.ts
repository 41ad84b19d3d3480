import { describe, expect, it } from 'vitest';
import { bootstrapAuc } from '../../../src/core/stats/auc-bootstrap.ts';
import { delong } from '../../../src/core/stats/delong.ts';
import { placements } from '../../../src/core/stats/placements.ts';
import { drawPoissonCounts } from '../../../src/core/stats/poisson-counts.ts';
import { poissonTable } from '../../../src/core/stats/poisson-times.ts';
import { seededRandom } from '../../../src/core/stats/random.ts';
import {
  type AucOrder,
  aucOrder,
  resampledAuc as resampledWith,
} from '../../../src/core/stats/resampled-auc.ts';
import type { Sampling } from '../../../src/core/stats/sampling.ts';
import { expectClose } from './relative.ts';

function makeRows(seed: number, rows: number, groups: number, steps: number) {
  const random = seededRandom(seed);
  const label = Float64Array.from({ length: rows }, () => (random.uniform() < 0.3 ? 1 : 0));
  const code = Int32Array.from(label, (_, row) => (row < groups ? row : random.uint32() % groups));
  const score = () => label.map((y) => Math.round(steps * (random.uniform() + 0.4 * y)) / steps);
  return {
    label,
    candidate: score(),
    baseline: score(),
    weight: label.map(() => 0.2 + random.uniform()),
    group: { code, count: groups },
  };
}

const ROWS: Sampling = { weight: null, group: null };

const resampledAuc = (order: AucOrder, copies: Uint8Array) =>
  resampledWith(order, copies, new Float64Array(order.negative.unit.length + 1));

/** The rows that a resample takes, written out as often as it takes them. */
function writtenOut(label: Float64Array, score: Float64Array, copies: (row: number) => number) {
  const rows = [...label.keys()].flatMap((row) => Array<number>(copies(row)).fill(row));
  const pick = (values: Float64Array) => Float64Array.from(rows, (row) => values[row]!);
  return placements(pick(label), pick(score), null).auc;
}

describe('resampledAuc', () => {
  it.each([
    ['many ties', 6],
    ['few ties', 5000],
  ])('equals the AUC of the rows written out, to the bit: %s', (_, steps) => {
    const { label, candidate, group } = makeRows(2, 300, 40, steps);
    const table = poissonTable();
    const ofRow = new Uint8Array(300);
    const ofGroup = new Uint8Array(40);
    for (let resample = 0; resample < 20; resample++) {
      drawPoissonCounts(ofRow, table, 1, resample);
      drawPoissonCounts(ofGroup, table, 1, resample);
      expect(resampledAuc(aucOrder(label, candidate, null, null), ofRow)).toBe(
        writtenOut(label, candidate, (row) => ofRow[row]!),
      );
      expect(resampledAuc(aucOrder(label, candidate, null, group.code), ofGroup)).toBe(
        writtenOut(label, candidate, (row) => ofGroup[group.code[row]!]!),
      );
    }
  });

  it('multiplies weights by copies', () => {
    const { label, candidate, weight } = makeRows(3, 200, 10, 12);
    const copies = new Uint8Array(200).map((_, row) => row % 4);
    const expected = placements(
      label,
      candidate,
      weight.map((w, row) => w * copies[row]!),
    ).auc;
    expectClose(resampledAuc(aucOrder(label, candidate, weight, null), copies), expected, 1e-13);
  });

  it('is the AUC itself when every row is taken once', () => {
    const label = Float64Array.of(0, 0, 1, 1, 1);
    const score = Float64Array.of(0.1, 0.4, 0.35, 0.8, 0.4);
    const once = new Uint8Array(5).fill(1);
    expect(resampledAuc(aucOrder(label, score, null, null), once)).toBe(4.5 / 6);
  });

  it('is NaN when a class is gone', () => {
    const order = aucOrder(Float64Array.of(0, 1), Float64Array.of(1, 2), null, null);
    expect(resampledAuc(order, Uint8Array.of(1, 0))).toBeNaN();
    expect(resampledAuc(order, Uint8Array.of(0, 3))).toBeNaN();
    expect(
      resampledAuc(aucOrder(new Float64Array(0), new Float64Array(0), null, null), new Uint8Array(0)),
    ).toBeNaN();
  });
});

describe('drawPoissonCounts', () => {
  it('draws mean 1, variance 1, and e⁻¹ zeros', () => {
    const counts = new Uint8Array(200_001);
    drawPoissonCounts(counts, poissonTable(), 7, 0);
    const mean = counts.reduce((sum, c) => sum + c, 0) / counts.length;
    const variance = counts.reduce((sum, c) => sum + (c - mean) ** 2, 0) / counts.length;
    const zeros = counts.filter((c) => c === 0).length / counts.length;
    // Four standard errors.
    expect(Math.abs(mean - 1)).toBeLessThan(0.009);
    expect(Math.abs(variance - 1)).toBeLessThan(0.016);
    expect(Math.abs(zeros - Math.exp(-1))).toBeLessThan(0.0044);
  });

  it('does not repeat itself across seeds and resamples', () => {
    const draw = (seed: number, resample: number) => {
      const counts = new Uint8Array(64);
      drawPoissonCounts(counts, poissonTable(), seed, resample);
      return counts.join('');
    };
    const drawn = [0, 1, 2, 3].flatMap((seed) => [0, 1, 2, 3].map((resample) => draw(seed, resample)));
    expect(new Set(drawn).size).toBe(16);
  });
});

describe('bootstrapAuc', () => {
  const run = (rows: ReturnType<typeof makeRows>, sampling: Sampling, resamples: number, first = 0) =>
    bootstrapAuc(rows.label, rows.candidate, rows.baseline, sampling.weight, sampling.group, {
      resamples,
      seed: 3,
      first,
    });

  it('is the same to the bit, whichever part is made where', () => {
    const rows = makeRows(5, 400, 50, 30);
    const whole = run(rows, { weight: null, group: null }, 40);
    const parts = [...run(rows, ROWS, 15), ...run(rows, ROWS, 25, 15)];
    expect(parts).toEqual([...whole]);
    expect(whole[0]).not.toBe(whole[1]);
  });

  it('has the spread that DeLong and Obuchowski expect', () => {
    const rows = makeRows(6, 2000, 400, 1000);
    for (const sampling of [
      { weight: null, group: null },
      { weight: rows.weight, group: null },
      { weight: null, group: rows.group },
      { weight: rows.weight, group: rows.group },
    ] satisfies Sampling[]) {
      const expected = delong(rows.label, rows.candidate, rows.baseline, sampling);
      const differences = run(rows, sampling, 2000);
      const mean = differences.reduce((sum, d) => sum + d, 0) / 2000;
      const spread = Math.sqrt(differences.reduce((sum, d) => sum + (d - mean) ** 2, 0) / 1999);
      expect(Math.abs(spread / expected.standardError! - 1)).toBeLessThan(0.1);
      expect(Math.abs(mean - expected.delta)).toBeLessThan(0.1 * expected.standardError!);
    }
  });

  it('is 0 throughout for models that score alike, and NaN without both classes', () => {
    const { label, candidate } = makeRows(8, 300, 10, 20);
    const range = { resamples: 5, seed: 1 };
    expect([...bootstrapAuc(label, candidate, candidate, null, null, range)]).toEqual([0, 0, 0, 0, 0]);
    const ones = candidate.map(() => 1);
    for (const difference of bootstrapAuc(ones, candidate, label, null, null, range)) {
      expect(difference).toBeNaN();
    }
  });
});
