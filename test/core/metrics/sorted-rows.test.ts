import { describe, expect, it } from 'vitest';
import { withPositiveWeights } from '../../../src/core/metrics/positive-weights.ts';
import { sortedRows } from '../../../src/core/metrics/sorted-rows.ts';
import { subsetsOf } from '../../../src/core/scoring/subset.ts';
import { sortRows } from '../../../src/core/stats/argsort.ts';
import { seededRandom } from '../../../src/core/stats/random.ts';

const random = seededRandom(12);
const ROWS = 500;
/** Ties are common, and some scores are no float32. */
const score = () => Float64Array.from({ length: ROWS }, () => Math.floor(random.uniform() * 60) / 7);
const scores = {
  label: score().map((x) => (x > 4 ? 1 : 0)),
  candidate: score(),
  baseline: score(),
  weight: score().map((x) => (x < 1 ? 0 : x)),
  group: null,
};
const parts = [0, 1, 2].map((part) => ({
  rows: Int32Array.from({ length: ROWS }, (_, row) => row).filter((row) => row % 4 === part),
}));

describe('sortedRows of subsets', () => {
  it.each(['candidate', 'baseline'] as const)('is what sorting them would give: %s', (arm) => {
    for (const subset of subsetsOf(scores, parts)) {
      expect(sortedRows(subset, arm)).toEqual(sortRows(subset[arm]!));
      const used = withPositiveWeights(subset);
      expect(used.label.length).toBeLessThan(subset.label.length);
      expect(sortedRows(used, arm)).toEqual(sortRows(used[arm]!));
    }
  });

  it('sorts the whole once, and no subset', () => {
    // A subset whose scores are another model's would be sorted otherwise: the order of the whole is what counts.
    const subsets = subsetsOf(scores, parts);
    const order = sortedRows(subsets[0]!, 'candidate');
    expect(sortedRows(subsets[0]!, 'candidate')).toBe(order);
    expect(withPositiveWeights(scores)).toBe(withPositiveWeights(scores));
    expect(sortedRows(scores, 'candidate')).toBe(sortedRows(scores, 'candidate'));
  });
});
