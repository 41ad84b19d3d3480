import { describe, expect, it } from 'vitest';
import { delong } from '../../../src/core/stats/delong.ts';
import { pairedMean } from '../../../src/core/stats/paired-mean.ts';
import { seededRandom } from '../../../src/core/stats/random.ts';
import { type Estimate, wald } from '../../../src/core/stats/wald.ts';

const REPETITIONS = 600;
const GROUPS = 25;
const ROWS_PER_GROUP = 12;

/** Two models that are equally good: each has its own error per group and per row, of one distribution. */
function equalModels(uniform: () => number) {
  const normal = () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
  const rows = GROUPS * ROWS_PER_GROUP;
  const code = Int32Array.from({ length: rows }, (_, row) => Math.floor(row / ROWS_PER_GROUP));
  const rate = Array.from({ length: GROUPS }, () => (uniform() < 0.5 ? 0.05 : 0.6));
  const label = Float64Array.from(code, (group) => (uniform() < rate[group]! ? 1 : 0));
  const score = () => {
    const ofGroup = Array.from({ length: GROUPS }, normal);
    return label.map((y, row) => y + ofGroup[code[row]!]! + normal());
  };
  return { label, candidate: score(), baseline: score(), group: { code, count: GROUPS } };
}

type World = ReturnType<typeof equalModels>;

/** The share of worlds whose 95 % interval holds the true difference, which is 0. */
function coverage(estimate: (world: World) => Estimate): number {
  const random = seededRandom(20);
  let covered = 0;
  for (let repetition = 0; repetition < REPETITIONS; repetition++) {
    const { interval } = wald(estimate(equalModels(random.uniform)), 0.95);
    if (interval && interval.lower <= 0 && interval.upper >= 0) covered++;
  }
  return covered / REPETITIONS;
}

function meanEstimate({ candidate, baseline }: World, group: World['group'] | null): Estimate {
  const differences = candidate.map((score, row) => score - baseline[row]!);
  const delta = differences.reduce((sum, d) => sum + d, 0) / differences.length;
  return pairedMean(differences, delta, { weight: null, group });
}

// Four standard errors of a share of 0.95 over the repetitions, on both sides.
const BAND = 4 * Math.sqrt((0.95 * 0.05) / REPETITIONS);

describe('95 % intervals over clustered rows', () => {
  it('of AUC hold the truth as often as they say', () => {
    const share = coverage(({ label, candidate, baseline, group }) =>
      delong(label, candidate, baseline, { weight: null, group }),
    );
    expect(Math.abs(share - 0.95)).toBeLessThan(BAND);
  });

  it('of a mean hold the truth as often as they say', () => {
    expect(Math.abs(coverage((world) => meanEstimate(world, world.group)) - 0.95)).toBeLessThan(BAND);
  });

  it('would hold it far less often if groups were ignored', () => {
    const auc = coverage(({ label, candidate, baseline }) =>
      delong(label, candidate, baseline, { weight: null, group: null }),
    );
    expect(auc).toBeLessThan(0.95 - BAND);
    expect(coverage((world) => meanEstimate(world, null))).toBeLessThan(0.95 - BAND);
  });
});
