import { describe, expect, it } from 'vitest';
import { resampleRows } from '../../../src/core/stats/paired-bootstrap.ts';
import { seededRandom } from '../../../src/core/stats/random.ts';
import { COUNT, type RowSums, sumOf, sumRows } from '../../../src/core/stats/row-sums.ts';
import { hasFewSums, resampleSums } from '../../../src/core/stats/sum-bootstrap.ts';
import { expectClose } from './relative.ts';

const random = seededRandom(3);
const draw = (rows: number) => Float64Array.from({ length: rows }, () => random.uniform());
const meanOf = (values: Float64Array): RowSums => ({
  terms: [sumOf(values), COUNT],
  of: ([sum, count]) => sum! / count!,
});
const spread = (values: Float64Array) => {
  const differences = Array.from(
    { length: values.length / 2 },
    (_, i) => values[2 * i]! - values[2 * i + 1]!,
  );
  const mean = differences.reduce((sum, d) => sum + d, 0) / differences.length;
  return Math.sqrt(differences.reduce((sum, d) => sum + (d - mean) ** 2, 0) / (differences.length - 1));
};

describe('resampleSums', () => {
  it('is the resampling of rows, without looking at them again', () => {
    const [a, b, weight] = [draw(500), draw(500), draw(500)];
    const group = { code: Int32Array.from(a, (_, row) => row % 60), count: 60 };
    const mean = (values: Float64Array, w: Float64Array | null) => (times: Float64Array) => {
      const used = times.map((count, row) => count * (w?.[row] ?? 1));
      const [sum, count] = sumRows(meanOf(values).terms, 500, used);
      return sum! / count!;
    };
    for (const sampling of [
      { weight: null, group: null },
      { weight, group },
    ]) {
      const options = { seed: 4, resamples: 50 };
      const short = resampleSums([meanOf(a), meanOf(b)], 500, sampling, options);
      const long = resampleRows(
        [mean(a, sampling.weight), mean(b, sampling.weight)],
        500,
        sampling.group,
        options,
      );
      for (let i = 0; i < short.length; i++) expectClose(short[i], long[i]!, 1e-12);
    }
  });

  it('keeps the spread of rows and of groups that it bundles', () => {
    const rows = 60_000;
    const noise = draw(rows);
    const flat = new Float64Array(rows);
    const options = { seed: 2, resamples: 3000 };
    const alone = resampleSums([meanOf(noise), meanOf(flat)], rows, { weight: null, group: null }, options);
    expectClose(spread(alone), Math.sqrt(1 / 12 / rows), 0.06);
    // Rows of a group are alike: 20,000 groups count, not 60,000 rows.
    const alike = noise.map((_, row) => noise[row % 20_000]!);
    const group = { code: Int32Array.from(noise, (_, row) => row % 20_000), count: 20_000 };
    const grouped = resampleSums([meanOf(alike), meanOf(flat)], rows, { weight: null, group }, options);
    expectClose(spread(grouped), Math.sqrt(1 / 12 / 20_000), 0.06);
  });

  it('is not for very many sums', () => {
    expect(hasFewSums({ terms: [{ cellOf: null, cells: 128, value: null }], of: () => 0 })).toBe(true);
    expect(hasFewSums({ terms: [{ cellOf: null, cells: 129, value: null }], of: () => 0 })).toBe(false);
  });
});
