import { describe, expect, it } from 'vitest';
import type { Scores } from '../../../src/core/metrics/scores.ts';
import { disagreementOf } from '../../../src/core/selftest/disagreement.ts';
import { casesOf, repeat, summarize } from '../../../src/core/selftest/runs.ts';
import { scaleOf } from '../../../src/core/selftest/scale.ts';
import { worldOf } from '../../../src/core/selftest/world.ts';
import { normalDeviates } from '../../../src/core/stats/normal-deviates.ts';
import { seededRandom } from '../../../src/core/stats/random.ts';

/** Two models that see the true log-odds through noise of their own, `shared` of it common to users of five rows. */
function sample(rows: number, { grouped = false, shared = 0 } = {}): Scores {
  const random = seededRandom(7);
  const normal = normalDeviates(random);
  const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));
  const column = () => new Float64Array(rows);
  const [label, candidate, baseline] = [column(), column(), column()];
  const code = Int32Array.from(label, (_, row) => Math.floor(row / 5));
  let common = [0, 0];
  for (let row = 0; row < rows; row++) {
    if (row % 5 === 0) common = [normal(), normal()];
    const truth = -1 + 1.2 * normal();
    const seen = (model: number) =>
      sigmoid(truth + 0.5 * (Math.sqrt(shared) * common[model]! + Math.sqrt(1 - shared) * normal()));
    label[row] = random.uniform() < sigmoid(truth) ? 1 : 0;
    candidate[row] = seen(0);
    baseline[row] = seen(1);
  }
  return { label, candidate, baseline, weight: null, group: grouped ? { code, count: rows / 5 } : null };
}

function world(scores: Scores) {
  const scale = scaleOf(scores.candidate);
  return worldOf(scores, scale, disagreementOf(scores, scale));
}

const JUDGE = { mode: 'guard', confidence: 0.95, task: 'binary' } as const;

describe('disagreement', () => {
  it('finds the noise of each model and what users have in common', () => {
    const found = world(sample(20_000, { grouped: true, shared: 0.6 })).disagreement;
    expect(found.shared).toBeGreaterThan(0.5);
    expect(found.shared).toBeLessThan(0.7);
    expect(found.noise).toBeGreaterThan(0.4);
    expect(found.noise).toBeLessThan(0.6);
  });

  it('takes a tenth of the spread where there is one model, or the same twice', () => {
    const scores = sample(1000);
    const alone = world({ ...scores, candidate: scores.baseline!, baseline: null }).disagreement;
    const alike = world({ ...scores, candidate: scores.baseline! }).disagreement;
    expect(alone).toEqual(alike);
    expect(alone.correlation).toBeNull();
    expect(alone.noise).toBeGreaterThan(0);
  });
});

describe('repetitions', () => {
  const rules = [
    { metric: 'auc', margin: 0.02 },
    { metric: 'logloss', margin: '4%' },
  ] as const;
  const repetitions = 150;

  it.each([false, true])('know the truth of their pseudo-models, grouped: %s', (grouped) => {
    const made = world(sample(1500, { grouped, shared: grouped ? 0.5 : 0 }));
    const cases = casesOf(rules, [1, 3], made, 'binary', 1);
    const said = Array.from({ length: repetitions }, (_, index) => repeat(made, cases, JUDGE, 100 + index));
    const results = cases.map((one, index) =>
      summarize(
        one,
        said.map((all) => all[index]!),
      ),
    );
    for (const { times, loss, meanLoss, pass, fail, bare } of results) {
      // Within a quarter of the margin: five standard errors of such a mean, and what the injection may miss.
      expect(Math.abs(meanLoss! - loss!)).toBeLessThan(0.25 * (times === 0 ? results[1]!.loss! : loss!));
      if (times === 0) expect(fail!.rate).toBeLessThan(0.05);
      if (times === 1) expect(pass!.rate).toBeLessThan(0.1);
      if (times === 1) expect(bare!.rate).toBeGreaterThan(0.3);
      if (times === 3) expect(fail!.rate).toBeGreaterThan(0.5);
    }
  });

  it('are the same for one seed, and others for another', () => {
    const made = world(sample(500));
    const cases = casesOf(rules, [1], made, 'binary', 1);
    expect(repeat(made, cases, JUDGE, 5)).toEqual(repeat(made, cases, JUDGE, 5));
    expect(repeat(made, cases, JUDGE, 6)).not.toEqual(repeat(made, cases, JUDGE, 5));
  });

  it('say when no noise loses so much', () => {
    const made = world(sample(500));
    const [, impossible] = casesOf([{ metric: 'auc', margin: 0.9 }], [1], made, 'binary', 1);
    expect(impossible!.noise).toBeNull();
    expect(summarize(impossible!, [null])).toMatchObject({ repetitions: 0, pass: null });
    expect(summarize(impossible!, [null]).reason).toMatch(/No amount of noise/);
  });
});
