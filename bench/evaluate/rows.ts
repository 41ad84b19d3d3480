/** A click log in miniature: 5 % positives, two equally good models that agree in part, scores as float32 probabilities. */
import type { Scores } from '../../src/core/metrics/scores.ts';
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
  return { label, candidate, baseline, weight: null, group: null as Scores['group'] };
}

function probability(logit: number): number {
  return Math.fround(1 / (1 + Math.exp(-logit)));
}

/** 50,000 users with 20 rows each on average, in no order. */
export function makeUsers() {
  const data = makeRows(1_000_000);
  const { uint32 } = seededRandom(SEED + 1);
  const count = 50_000;
  const code = Int32Array.from(data.label, (_, row) => (row < count ? row : uint32() % count));
  return { ...data, group: { code, count } };
}

/** 6,000 queries of 25 rows, one after the other, with grades from 0 to 4. */
export function makeLists() {
  const count = 6000;
  const data = makeRows(25 * count);
  const { uint32 } = seededRandom(SEED + 2);
  return {
    ...data,
    label: data.label.map((_, row) =>
      Math.min(4, Math.floor(data.candidate[row]! * 12) + (uint32() % 4 === 0 ? 1 : 0)),
    ),
    group: { code: Int32Array.from(data.label, (_, row) => Math.floor(row / 25)), count },
  };
}
