/** How far scores are from the rates that they promise, by bins of score. */
import type { SortedRows } from '../../stats/argsort.ts';
import { COUNT, type RowSums, type SumTerm, sumRows } from '../../stats/row-sums.ts';
import { functional, NO_ROWS, scoresOf } from '../functional.ts';
import type { MetricDefinition } from '../prepared.ts';
import { sortedRows } from '../sorted-rows.ts';

/**
 * Expected calibration error Σ (w_b/W)·|ȳ_b − p̄_b| over `at` bins (Naeini et al. 2015; Guo et al. 2017).
 *
 * `bins=mass`: the row with c of the weight W scored below it is in bin ⌊at·c/W⌋, so that bins weigh the same; click
 * scores bunch near 0, where equal widths would put all of them into one bin. Equal scores stay in one bin, which
 * keeps the order of rows out of it. `bins=width`: score p is in bin ⌊at·p⌋, and 1 in the last.
 * Labels 0 1 0 1, scores .1 .3 .6 .8, two bins either way: 0.25.
 *
 * As w_b cancels, it is Σ_b |Σ w(y − p)| / W. Its resamples keep the bins of the rows themselves, so that both models'
 * sums are taken once.
 */
export const ece = calibrationError('ece', 'expected calibration error', (bin) => ({
  terms: [bin.gap, COUNT],
  of(sums) {
    let gap = 0;
    for (let i = 0; i < sums.length - 1; i++) gap += Math.abs(sums[i]!);
    return gap / sums.at(-1)!;
  },
}));

/** Maximum calibration error: the largest |ȳ_b − p̄_b| of the bins of `ece`. */
export const mce = calibrationError('mce', 'maximum calibration error', (bin) => ({
  terms: [bin.gap, bin.weight],
  of(sums) {
    const bins = sums.length / 2;
    let most = Number.NaN;
    for (let i = 0; i < bins; i++) {
      const gap = Math.abs(sums[i]!) / sums[bins + i]!;
      if (sums[bins + i]! > 0 && !(gap <= most)) most = gap;
    }
    return most;
  },
}));

/** By bin: Σ w(y − p), and Σ w. */
interface BinTerms {
  readonly gap: SumTerm;
  readonly weight: SumTerm;
}

function calibrationError(name: string, title: string, sumsOf: (bin: BinTerms) => RowSums): MetricDefinition {
  return {
    name,
    title,
    direction: 'lower',
    tasks: ['binary'],
    needs: 'probabilities',
    grouped: false,
    at: 'count',
    defaultAt: 20,
    conventions: { bins: ['mass', 'width'] },
    prepare(scores, arm, { at, convention }) {
      const score = scoresOf(scores, arm);
      if (score.length === 0) return NO_ROWS;
      const gap = new Float64Array(score.length);
      for (let row = 0; row < gap.length; row++) gap[row] = scores.label[row]! - score[row]!;
      const binned = (weight: Float64Array | null) => {
        const cellOf =
          convention.bins === 'mass'
            ? massBins(sortedRows(scores, arm), weight, at!)
            : Uint32Array.from(score, (p) => Math.min(Math.floor(at! * p), at! - 1));
        const bins = { cellOf, cells: at! };
        return sumsOf({ gap: { ...bins, value: gap }, weight: { ...bins, value: null } });
      };
      const own = binned(scores.weight);
      const value = (weight: Float64Array | null) => {
        const { terms, of } = weight === scores.weight ? own : binned(weight);
        return of(sumRows(terms, score.length, weight));
      };
      return functional(scores, value, 'No row has weight.', { by: 'sums', ...own });
    },
  };
}

/** By row, its bin of equal mass; rows without weight are in some bin. */
function massBins({ order, begins }: SortedRows, weight: Float64Array | null, bins: number): Uint32Array {
  const total = weight === null ? order.length : weight.reduce((sum, w) => sum + w, 0);
  const binOf = new Uint32Array(order.length);
  for (let start = 0, end = 0, below = 0; start < order.length; start = end) {
    const bin = Math.min(Math.floor((bins * below) / total), bins - 1);
    do {
      const row = order[end]!;
      binOf[row] = bin;
      below += weight === null ? 1 : weight[row]!;
    } while (++end < order.length && begins[end] === 0);
  }
  return binOf;
}
