import { describe, expect, it } from 'vitest';
import { infer } from '../../../src/core/metrics/infer.ts';
import type { Prepared } from '../../../src/core/metrics/prepared.ts';
import { evaluateMetric } from '../../../src/core/metrics/table.ts';
import { seededRandom } from '../../../src/core/stats/random.ts';
import { wilson } from '../../../src/core/stats/wilson.ts';
import { expectClose } from '../stats/relative.ts';
import { GOLDEN, scoresOf } from './sample.ts';

const OPTIONS = { confidence: 0.95, seed: 1, resamples: 999 };
const HIGHER = { direction: 'higher' } as const;
const NOTHING = { standardError: null, interval: null, p: null, mde: null };
const of = (...values: number[]) => Float64Array.from(values);
const rows = (...values: number[]): Prepared => ({ kind: 'rows', values: of(...values) });
const groups = (values: number[], weights = values.map(() => 1)): Prepared => ({
  kind: 'groups',
  values: of(...values),
  weights: of(...weights),
});
const plain = (n: number, group?: string[]) =>
  scoresOf({ label: new Array(n).fill(0), candidate: new Array(n).fill(0), ...(group ? { group } : {}) });

/** A mean as a functional, so that bootstrap and t can be compared. */
function meanOf(values: Float64Array): Prepared {
  return {
    kind: 'functional',
    value(times) {
      let [sum, total] = [0, 0];
      for (let row = 0; row < values.length; row++) {
        const copies = times === null ? 1 : times[row]!;
        sum += copies * values[row]!;
        total += copies;
      }
      return sum / total;
    },
  };
}

describe('rows', () => {
  it('is a paired t', () => {
    const result = infer(HIGHER, rows(2, 4, 6, 8), rows(1, 2, 3, 4), plain(4), OPTIONS);
    expect(result).toMatchObject({ candidate: 5, baseline: 2.5, delta: 2.5, reason: null });
    expectClose(result.standardError, 0.6454972243679028);
    expect(result.interval?.method).toBe('paired t, skewness-corrected');
    const grouped = infer(HIGHER, rows(2, 4, 6, 8), rows(1, 2, 3, 4), plain(4, [...'aabb']), OPTIONS);
    expect(grouped).toMatchObject({
      standardError: 1,
      interval: { method: 'paired t, skewness-corrected, clustered' },
    });
  });

  it('has the p of McNemar for right and wrong answers of independent rows', () => {
    const right = [1, 1, 1, 1, 1, 1, 0, 1];
    const wrong = [0, 0, 0, 0, 0, 0, 1, 1];
    const compare = (group?: string[]) =>
      infer(HIGHER, rows(...right), rows(...wrong), plain(8, group), OPTIONS);
    expectClose(compare().p, 0.0703125, 1e-14);
    expect(compare().test).toBe('McNemar, mid-p');
    expect(compare([...'aabbccdd']).test).toBeUndefined();
    expect(compare([...'aabbccdd']).p).not.toBeCloseTo(0.0703125, 4);
  });
});

describe('an interval of the candidate alone', () => {
  // wilson(3, 4) and wilson(1, 4) by SciPy 1.17, binomtest(…).proportion_ci(method='wilson').
  const THREE = {
    lower: expect.closeTo(0.30064, 5),
    upper: expect.closeTo(0.95441, 5),
    confidence: 0.95,
    method: 'Wilson',
  };
  const own = (candidate: Prepared, group?: string[], weight?: number[]) =>
    infer(HIGHER, candidate, null, { ...plain(4, group), weight: weight ? of(...weight) : null }, OPTIONS)
      .candidateInterval;

  it('is that of a proportion of independent rows or of queries', () => {
    expect(own(rows(1, 1, 0, 1))).toEqual(THREE);
    expect(own(groups([1, 1, Number.NaN, 0, 1]), [...'abcd'])).toEqual(THREE);
  });

  it('is none of a mean, of weighted rows, of rows in groups and of weighted groups', () => {
    expect(own(rows(1, 0.5, 0, 1))).toBeUndefined();
    expect(own(rows(1, 1, 0, 1), undefined, [1, 2, 1, 1])).toBeUndefined();
    expect(own(rows(1, 1, 0, 1), [...'aabb'])).toBeUndefined();
    expect(own(groups([1, 1, 0, 1], [1, 2, 1, 1]), [...'abcd'])).toBeUndefined();
  });

  it.each(['accuracy', 'precision', 'recall', 'balanced_accuracy', 'f1', 'auc', 'brier'])('%s', (id) => {
    const { label, b, a } = GOLDEN;
    const { candidate, candidateInterval } = evaluateMetric(
      id,
      scoresOf({ label, candidate: b, baseline: a }),
      0.95,
      { resamples: 99 },
    );
    // 4 positives of 10; above .5 are rows 4, 5 and 6, of which two are positive.
    const counts = { accuracy: [7, 10], precision: [2, 3], recall: [2, 4] }[id];
    if (counts === undefined) expect(candidateInterval).toBeUndefined();
    else {
      const [successes, n] = counts as [number, number];
      expectClose(candidate, successes / n, 1e-15);
      expect(candidateInterval).toMatchObject(wilson(successes, n, 0.95));
    }
  });
});

describe('groups', () => {
  it('compares the groups that both models define', () => {
    const candidate = groups([0.8, Number.NaN, 0.5, 1, 0.9], [1, 1, 3, 2, 0]);
    const baseline = groups([0.6, 0.3, 0.6, 0.5, 0.1], [1, 1, 3, 2, 0]);
    const result = infer(HIGHER, candidate, baseline, plain(5, [...'abcde']), OPTIONS);
    // Weighted differences 0.2, −0.3, 1 of weight 6; of the 8 patterns 6 reach 0.9.
    expectClose(result.delta, 0.9 / 6, 1e-13);
    expect(result).toMatchObject({ p: 0.75, interval: { method: 'paired t over groups' }, reason: null });
  });

  it('has no interval for one group, no value for none', () => {
    const scores = plain(2, ['a', 'b']);
    expect(infer(HIGHER, groups([0.5, Number.NaN]), groups([0.4, 0.1]), scores, OPTIONS)).toMatchObject({
      candidate: 0.5,
      baseline: 0.4,
      ...NOTHING,
      reason: 'An interval needs two groups; the metric is defined in 1.',
    });
    const none = infer(HIGHER, groups([Number.NaN, Number.NaN]), null, scores, OPTIONS);
    expect(none).toMatchObject({ candidate: null, reason: expect.stringContaining('none of the groups') });
  });
});

describe('auc', () => {
  const auc: Prepared = { kind: 'auc' };
  const golden = scoresOf({ label: GOLDEN.label, candidate: GOLDEN.b, baseline: GOLDEN.a });

  it('is the golden DeLong', () => {
    const result = infer(HIGHER, auc, auc, golden, OPTIONS);
    expectClose(result.delta, 0.02083333333333348, 1e-12);
    expectClose(result.standardError, 0.13110110602126893, 1e-12);
    expectClose(result.p, 0.8737394419527429, 1e-12);
    expect(result.interval?.method).toBe('DeLong');
    expect(infer(HIGHER, auc, null, golden, OPTIONS)).toMatchObject({ candidate: 0.875, baseline: null });
  });

  it('needs both classes', () => {
    const oneClass = scoresOf({ label: [1, 1], candidate: [0.1, 0.2], baseline: [0.1, 0.2] });
    const { candidate, reason } = infer(HIGHER, auc, auc, oneClass, OPTIONS);
    expect([candidate, reason]).toEqual([null, 'Every row has label 1; AUC needs both classes.']);
  });
});

describe('functional', () => {
  const random = seededRandom(5);
  const noise = () => Float64Array.from({ length: 400 }, () => random.uniform() + random.uniform());
  const [first, second] = [noise(), noise()];
  const code = Array.from({ length: 400 }, (_, row) => `u${row % 80}`);

  it.each([
    ['rows', undefined],
    ['groups', code],
  ])('agrees with a paired t over %s on a mean', (unit, group) => {
    const scores = plain(400, group);
    const t = infer(HIGHER, rows(...first), rows(...second), scores, OPTIONS);
    const bootstrap = infer(HIGHER, meanOf(first), meanOf(second), scores, { ...OPTIONS, resamples: 4000 });
    expectClose(bootstrap.delta, t.delta!, 1e-10);
    expectClose(bootstrap.standardError, t.standardError!, 0.05);
    const { lower, upper } = t.interval!;
    expect(Math.abs(bootstrap.interval!.lower - lower)).toBeLessThan(0.2 * t.standardError!);
    expect(Math.abs(bootstrap.interval!.upper - upper)).toBeLessThan(0.2 * t.standardError!);
    expectClose(bootstrap.p, t.p!, 0.3);
    expect(bootstrap.interval?.method).toBe(`paired bootstrap, percentile, over ${unit} (4000)`);
  });

  it('is the same to the bit for one seed, and another for another', () => {
    const run = (seed: number) =>
      infer(HIGHER, meanOf(first), meanOf(second), plain(400), { ...OPTIONS, seed });
    expect(run(3)).toEqual(run(3));
    expect(run(4).interval).not.toEqual(run(3).interval);
  });

  it('agrees on p and interval', () => {
    for (let shift = -0.2; shift < 0.2; shift += 0.02) {
      const moved = meanOf(first.map((value) => value + shift));
      const { p, interval } = infer(HIGHER, moved, meanOf(second), plain(400), OPTIONS);
      expect(p! < 0.05).toBe(interval!.lower > 0 || interval!.upper < 0);
    }
  });

  it('finds no difference between a model and itself', () => {
    const same = infer(HIGHER, meanOf(first), meanOf(first), plain(400), OPTIONS);
    expect(same).toMatchObject({ delta: 0, standardError: 0, p: 1, mde: 0, reason: null });
    expect(same.interval).toMatchObject({ lower: 0, upper: 0 });
  });

  it('compares distances from a target, of which less is better', () => {
    const to1 = { direction: { target: 1 } };
    const result = infer(to1, meanOf(of(1.3, 1.1)), meanOf(of(0.7, 0.5)), plain(2), OPTIONS);
    expectClose(result.candidate, 1.2);
    expectClose(result.baseline, 0.6);
    expectClose(result.delta, -0.2);
    expect(() => infer(to1, rows(1), rows(2), plain(1), OPTIONS)).toThrow(TypeError);
  });

  it('counts a few undefined resamples and refuses many', () => {
    // Undefined where the first row of n is absent together with the next ones: chance e^-rows.
    const needs = (rowsNeeded: number): Prepared => ({
      kind: 'functional',
      value(times) {
        const absent = times?.subarray(0, rowsNeeded).every((copies) => copies === 0) ?? false;
        return absent
          ? Number.NaN
          : (meanOf(first) as Extract<Prepared, { kind: 'functional' }>).value(times);
      },
    });
    const few = infer(HIGHER, needs(6), meanOf(second), plain(400), OPTIONS);
    expect(few.interval?.method).toMatch(/^paired bootstrap, percentile, over rows \(999, \d undefined\)$/);
    const many = infer(HIGHER, needs(2), meanOf(second), plain(400), OPTIONS);
    expect(many).toMatchObject({ delta: few.delta, ...NOTHING });
    expect(many.reason).toMatch(/undefined in 1\d\d of 999 resamples/);
  });

  it('falls back to percentiles where one row makes it undefined', () => {
    // A jackknife without row 0 has no value; with 6 others of the same kind no resample is lost.
    const fragile: Prepared = {
      kind: 'functional',
      value: (times) =>
        times?.[0] === 0 &&
        times[1] === 1 &&
        times[2] === 1 &&
        times[3] === 1 &&
        times[4] === 1 &&
        times[5] === 1
          ? Number.NaN
          : 1 + (times?.[9] ?? 1) / 10,
    };
    const { interval } = infer(HIGHER, fragile, meanOf(of(...first)), plain(400), OPTIONS);
    expect(interval?.method).toMatch(/^paired bootstrap, percentile, over rows/);
  });

  it('needs two groups, and a value', () => {
    const one = infer(HIGHER, meanOf(of(1, 2)), meanOf(of(2, 3)), plain(2, ['a', 'a']), OPTIONS);
    expect(one).toMatchObject({ delta: -1, ...NOTHING, reason: 'An interval needs two groups; there is 1.' });
    const undefinedValue: Prepared = { kind: 'functional', value: () => Number.NaN };
    expect(infer(HIGHER, undefinedValue, null, plain(2), OPTIONS).candidate).toBeNull();
    const { candidate, baseline, delta, reason } = infer(
      HIGHER,
      meanOf(of(1, 2)),
      undefinedValue,
      plain(2),
      OPTIONS,
    );
    expect({ candidate, baseline, delta }).toEqual({ candidate: 1.5, baseline: null, delta: null });
    expect(reason).toContain('undefined for the baseline');
  });
});

describe('what was not prepared', () => {
  it('keeps its reason', () => {
    const gone = { kind: 'undefined', reason: 'No row has a click.' } as const;
    expect(infer(HIGHER, gone, null, plain(2), OPTIONS)).toMatchObject({
      candidate: null,
      reason: gone.reason,
    });
    expect(infer(HIGHER, rows(1, 2), gone, plain(2), OPTIONS)).toMatchObject({
      candidate: 1.5,
      baseline: null,
      reason: gone.reason,
    });
    expect(infer(HIGHER, rows(), rows(), plain(0), OPTIONS).reason).toBe('There are no rows.');
    expect(() => infer(HIGHER, rows(1), groups([1]), plain(1), OPTIONS)).toThrow(TypeError);
  });
});
