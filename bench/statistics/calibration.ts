/** How often p-values, intervals and verdicts are right, over many draws of a world. */
import { normalQuantile } from '../../src/core/stats/normal.ts';
import { failPower, passPower } from '../../src/core/stats/power.ts';
import { seededRandom } from '../../src/core/stats/random.ts';
import { type Case, CONFIDENCE, compare, differenceOf } from './cases.ts';
import { draw, NOISE } from './world.ts';

export interface Setting {
  readonly seed: number;
  readonly repetitions: number;
  /** Rows of the one draw that stands for the truth of unequal models. */
  readonly truthRows: number;
  /** Rows of the holdout that is planned with. */
  readonly pilotRows: number;
}

/** Repetitions of a type-I error that is measured again. */
export const FRESH = 10_000;
/** Level of a two-sided band of 99 %. */
export const TWO_SIDED = 0.995;

export interface TypeOne {
  readonly typeOne: number;
  readonly repetitions: number;
}

export interface Calibration {
  readonly case: Case;
  readonly method: string;
  /** Equal models: share of p < 0.05. */
  readonly typeOne: number;
  /** The same with fresh draws, where the first are outside the band; else null. */
  readonly again: TypeOne | null;
  /** Share of 95 % intervals that hold the true difference: 0 for equal models, `loss` for a worse one. */
  readonly coverage: { readonly equal: number; readonly worse: number };
  /** True difference of the worse model. */
  readonly difference: number;
  readonly standardError: number;
  readonly verdicts: readonly Verdict[];
  /** Draws without an interval, of both. */
  readonly missing: number;
}

/** Verdicts at one margin: `pass` of equal models, `fail` of worse ones, `wrong pass` of those worse by the margin. */
export interface Verdict {
  readonly kind: 'pass' | 'fail' | 'wrong pass';
  readonly margin: number;
  readonly planned: number;
  readonly observed: number;
}

/** Gain and bounds, signed so that up is better. */
interface Outcome {
  readonly p: number;
  readonly gain: number;
  readonly lower: number;
  readonly upper: number;
}

/** 1/(q at 0.975 + q at 0.8) of a margin is the standard error that decides with 80 % power. */
const STEPS = 2.8015852;

export function calibrate(one: Case, setting: Setting): Calibration {
  // Of a metric with a target, distances are compared, and less is better.
  const sign = one.definition.direction === 'higher' ? 1 : -1;
  const { seed, repetitions } = setting;
  let method = '';
  const outcomes = (noise: number, salt: number, repetitions: number) => {
    const random = seededRandom(seed + salt);
    const found: Outcome[] = [];
    for (let repetition = 0; repetition < repetitions; repetition++) {
      const { delta, interval, p } = compare(one, draw(one.world, noise, random), repetition);
      if (interval === null || delta === null) continue;
      method = interval.method;
      const [a, b] = [sign * interval.lower, sign * interval.upper];
      found.push({ p: p!, gain: sign * delta, lower: Math.min(a, b), upper: Math.max(a, b) });
    }
    return found;
  };
  const truth =
    sign * differenceOf(one, draw(one.world, NOISE.worse, seededRandom(seed + 2), setting.truthRows));
  const planned = plannedErrors(one, setting);
  const equal = outcomes(NOISE.equal, 3, repetitions);
  const worse = outcomes(NOISE.worse, 4, repetitions);
  const rejected = (found: readonly Outcome[]) => share(found, ({ p }) => p < 0.05);
  const typeOne = rejected(equal);
  const again = outside({ typeOne, repetitions }, one)
    ? { typeOne: rejected(outcomes(NOISE.equal, 5, FRESH)), repetitions: FRESH }
    : null;
  return {
    case: one,
    method,
    typeOne,
    again,
    coverage: {
      equal: share(equal, ({ lower, upper }) => lower <= 0 && upper >= 0),
      worse: share(worse, ({ lower, upper }) => lower <= truth && upper >= truth),
    },
    difference: sign * truth,
    standardError: planned.equal,
    verdicts: verdictsOf(equal, worse, truth, planned, one.kink),
    missing: 2 * repetitions - equal.length - worse.length,
  };
}

/** Whether so many repetitions tell the type-I error from 5 %; at a kink only too many rejections count. */
export function outside({ typeOne, repetitions }: TypeOne, { kink }: Case): boolean {
  const band = bandOf(0.05, repetitions, TWO_SIDED);
  return typeOne > 0.05 + band || (typeOne < 0.05 - band && !kink);
}

/** How far a share of `repetitions` strays from `share` by chance, one-sided at `level`. */
export function bandOf(share: number, repetitions: number, level: number): number {
  return normalQuantile(level) * Math.sqrt((share * (1 - share)) / repetitions);
}

interface PlannedErrors {
  readonly equal: number;
  readonly worse: number;
}

/** Standard errors expected of a holdout, from one large pilot by the square root of the rows. */
function plannedErrors(one: Case, { seed, pilotRows }: Setting): PlannedErrors {
  const random = seededRandom(seed + 1);
  const of = (noise: number) => {
    const { standardError } = compare(one, draw(one.world, noise, random, pilotRows), 0, 4000);
    return standardError! * Math.sqrt(pilotRows / one.world.rows);
  };
  return { equal: of(NOISE.equal), worse: of(NOISE.worse) };
}

function verdictsOf(
  equal: readonly Outcome[],
  worse: readonly Outcome[],
  truth: number,
  planned: PlannedErrors,
  kink: boolean,
): Verdict[] {
  const passes = (margin: number) => (outcome: Outcome) => outcome.lower >= -margin;
  const ofEqual = [0.6, 1].map((scale): Verdict => {
    const margin = scale * STEPS * planned.equal;
    const plan = { margin, standardError: planned.equal, confidence: CONFIDENCE, eitherSide: kink };
    return { kind: 'pass', margin, planned: passPower(plan, 0), observed: share(equal, passes(margin)) };
  });
  const plan = { standardError: planned.worse, confidence: CONFIDENCE };
  // As much less than the loss as 80 % power wants; a margin below zero would be none.
  const margin = Math.max(0, -truth - STEPS * planned.worse);
  const fail: Verdict = {
    kind: 'fail',
    margin,
    planned: failPower({ ...plan, margin }, truth),
    observed: share(worse, ({ upper }) => upper < -margin),
  };
  const atMargin: Verdict = {
    kind: 'wrong pass',
    margin: -truth,
    planned: passPower({ ...plan, margin: -truth }, truth),
    observed: share(worse, passes(-truth)),
  };
  // At the kink a plan makes no promise of that.
  return [...ofEqual, ...(kink ? [] : [fail]), atMargin];
}

function share(outcomes: readonly Outcome[], holds: (outcome: Outcome) => boolean): number {
  return outcomes.filter(holds).length / outcomes.length;
}
