import type { Sampling } from './sampling.ts';
import type { Estimate } from './wald.ts';

/**
 * The standard error of `delta`, the weighted mean of per-row differences, for a paired t test, and the skewness of its
 * distribution, Σe³/(Σe²)^{3/2} over the residuals e of the units.
 *
 * The mean is a ratio Σwd/Σw; its linearised residual is eᵢ = wᵢ(dᵢ − delta)/Σw, and Var = U/(U−1)·Σ(Σe)², the inner
 * sum over one unit of sampling (Cochran 1977, 6.3 and 9A): a row, or with groups a group. U − 1 degrees of freedom.
 * For rows of unit weight this is the paired t test of every textbook.
 *
 * `differences` candidate − baseline by row, not empty. Differences 1 2 3 4, delta 2.5: SE 0.6454972243679028,
 * 3 degrees; in two groups {1, 2} and {3, 4}: SE 1, 1 degree.
 */
export function pairedMean(differences: Float64Array, delta: number, sampling: Sampling): Estimate {
  const { weight, group } = sampling;
  const units = group === null ? differences.length : group.count;
  const method = group === null ? 'paired t, skewness-corrected' : 'paired t, skewness-corrected, clustered';
  if (units < 2) {
    const reason = `An interval needs two ${group === null ? 'rows' : 'groups'}; there is ${units}.`;
    return { delta, standardError: null, degrees: 0, method, reason };
  }
  let total = 0;
  const sums = new Float64Array(units);
  for (let row = 0; row < differences.length; row++) {
    const w = weight === null ? 1 : weight[row]!;
    total += w;
    sums[group === null ? row : group.code[row]!]! += w * (differences[row]! - delta);
  }
  let squares = 0;
  let cubes = 0;
  for (const sum of sums) {
    squares += sum ** 2;
    cubes += sum ** 3;
  }
  const standardError = Math.sqrt((units / (units - 1)) * squares) / total;
  const skewness = squares > 0 ? cubes / squares ** 1.5 : 0;
  return { delta, standardError, degrees: units - 1, skewness, method, reason: null };
}
