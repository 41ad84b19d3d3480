/** How often p-values, intervals and verdicts are right, over many draws of a world. */
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

export interface Calibration {
  readonly case: Case;
  readonly method: string;
  /** Equal models: share of p < 0.05. */
  readonly typeOne: number;
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
  const outcomes = (noise: number, salt: number) => {
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
  const equal = outcomes(NOISE.equal, 3);
  const worse = outcomes(NOISE.worse, 4);
  return {
    case: one,
    method,
    typeOne: share(equal, ({ p }) => p < 0.05),
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
