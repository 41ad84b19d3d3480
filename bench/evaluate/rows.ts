/** A click log in miniature: 5 % positives, two equally good models that agree in part, scores as float32 probabilities. */
import { seededRandom } from '../../src/core/stats/random.ts';

export const SEED = 20;

export function makeRows(rows: number) {
  const { uint32 } = seededRandom(SEED);
  const uniform = () => (uint32() + 0.5) / 2 ** 32;
  const normal = () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
  const label = new Float64Array(rows);
  const candidate = new Float64Array(rows);
  const baseline = new Float64Array(rows);
  for (let row = 0; row < rows; row++) {
    label[row] = uniform() < 0.05 ? 1 : 0;
    const common = label[row]! - 3 + 0.8 * normal();
    candidate[row] = probability(common + 0.6 * normal());
    baseline[row] = probability(common + 0.6 * normal());
  }
  return { label, candidate, baseline, weight: null, group: null };
}

function probability(logit: number): number {
  return Math.fround(1 / (1 + Math.exp(-logit)));
}
