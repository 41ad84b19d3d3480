/** The gate judged by pseudo-models whose truth is known. */
import { judgeMetric } from '../gate/metric-conditions.ts';
import { absoluteMargin, factsOf } from '../gate/metric-rules.ts';
import type { Task } from '../metrics/prepared.ts';
import { evaluateMetric } from '../metrics/table.ts';
import type { MetricRule, Policy } from '../policy/schema.ts';
import { wilson } from '../stats/wilson.ts';
import { qualityOf } from './injection.ts';
import { type Draw, draw, pseudoModels, type World } from './world.ts';

/** A rule on the whole holdout with a margin, and one true loss of the candidate. */
export interface Case {
  readonly metric: string;
  readonly margin: NonNullable<MetricRule['margin']>;
  /** In margins. */
  readonly times: number;
  /** In units of the metric; null where it cannot be had. */
  readonly loss: number | null;
  /** Of the pseudo-candidate; null where no noise loses so much. */
  readonly noise: number | null;
}

/** Shares of the repetitions, with Wilson's 95 % interval. */
export interface Rate {
  readonly count: number;
  readonly rate: number;
  readonly lower: number;
  readonly upper: number;
}

export interface CaseResult extends Omit<Case, 'noise'> {
  readonly repetitions: number;
  readonly pass: Rate | null;
  readonly inconclusive: Rate | null;
  readonly fail: Rate | null;
  /** How often the bare difference exceeded the margin: what a gate without intervals would have failed. */
  readonly bare: Rate | null;
  /** Mean measured loss: near `loss` when the injection is right. */
  readonly meanLoss: number | null;
  /** Why there are no rates, or null. */
  readonly reason: string | null;
}

/** The pseudo-candidates of each rule: an equal one, and one for each of `losses`, in margins. */
export function casesOf(
  rules: readonly { readonly metric: string; readonly margin: NonNullable<MetricRule['margin']> }[],
  losses: readonly number[],
  world: World,
  task: Task,
  seed: number,
): Case[] {
  return rules.flatMap(({ metric, margin }) => {
    const quality = qualityOf(metric, task, world, seed);
    const amount = quality && absoluteMargin(margin, quality.baseline);
    return [0, ...losses].map((times): Case => {
      const loss = amount === null ? null : times * amount;
      const noise =
        quality === null || loss === null
          ? null
          : times === 0
            ? world.disagreement.noise
            : quality.noiseFor(loss);
      return { metric, margin, times, loss, noise };
    });
  });
}

/** What one repetition said of one case. */
interface Said {
  readonly result: 'pass' | 'inconclusive' | 'fail';
  readonly bare: boolean;
  readonly loss: number | null;
}

export interface Judge {
  readonly mode: Policy['mode'];
  readonly confidence: number;
  readonly task: Task;
}

/** All cases on one resample. Null for those that have no pseudo-candidate. */
export function repeat(world: World, cases: readonly Case[], judge: Judge, seed: number): (Said | null)[] {
  const drawn = draw(world, seed);
  return cases.map((one) => (one.noise === null ? null : judged(one, one.noise, drawn, world, judge)));
}

function judged(
  { metric, margin }: Case,
  noise: number,
  drawn: Draw,
  world: World,
  { mode, confidence, task }: Judge,
): Said {
  const measured = evaluateMetric(metric, pseudoModels(drawn, world, noise), confidence, { task });
  const facts = factsOf(measured, { margin }, { mode, confidence }, true);
  const { result } = judgeMetric(facts);
  const { delta } = measured;
  const loss = delta === null ? null : measured.direction === 'higher' ? -delta : delta;
  return {
    result: result === 'skipped' ? 'inconclusive' : result,
    bare: loss !== null && facts.margin !== null && loss > facts.margin,
    loss,
  };
}

/** Rates over the repetitions of one case. */
export function summarize({ noise, ...one }: Case, said: readonly (Said | null)[]): CaseResult {
  const all = said.filter((entry) => entry !== null);
  if (noise === null || all.length === 0) {
    const reason =
      one.loss === null
        ? 'The metric is undefined on these rows.'
        : 'No amount of noise loses so much by this metric.';
    const none = { pass: null, inconclusive: null, fail: null, bare: null, meanLoss: null };
    return { ...one, repetitions: 0, ...none, reason };
  }
  const rate = (holds: (entry: Said) => boolean) => rateOf(all.filter(holds).length, all.length);
  const losses = all.flatMap(({ loss }) => (loss === null ? [] : [loss]));
  return {
    ...one,
    repetitions: all.length,
    pass: rate(({ result }) => result === 'pass'),
    inconclusive: rate(({ result }) => result === 'inconclusive'),
    fail: rate(({ result }) => result === 'fail'),
    bare: rate(({ bare }) => bare),
    meanLoss: losses.length === 0 ? null : losses.reduce((sum, loss) => sum + loss, 0) / losses.length,
    reason: null,
  };
}

const CONFIDENCE = 0.95;

function rateOf(count: number, n: number): Rate {
  return { count, rate: count / n, ...wilson(count, n, CONFIDENCE) };
}
