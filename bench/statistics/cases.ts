/** What is tried: metrics of every kind of inference, in both worlds. */
import { BINARY_METRICS } from '../../src/core/metrics/binary/index.ts';
import { infer } from '../../src/core/metrics/infer.ts';
import type { Comparison } from '../../src/core/metrics/metric.ts';
import type { MetricDefinition, MetricOptions } from '../../src/core/metrics/prepared.ts';
import { gauc } from '../../src/core/metrics/ranking/gauc.ts';
import type { Scores } from '../../src/core/metrics/scores.ts';
import { AT_TARGET, CLUSTERED, INDEPENDENT, TOO_HIGH, type World } from './world.ts';

export interface Case {
  readonly metric: string;
  readonly world: World;
  readonly definition: MetricDefinition;
  readonly options: MetricOptions;
  /** Of p; the method of the interval is in the result. */
  readonly test: string;
  /** Whether the true difference is at its kink, where intervals may hold more, and tests reject less, than they say. */
  readonly kink: boolean;
}

/** As many as `evaluate` makes. */
export const RESAMPLES = 1000;
export const CONFIDENCE = 0.95;

const TESTS: readonly (readonly [metric: string, at: number | null, world: World, test: string])[] = [
  ['auc', null, INDEPENDENT, 'DeLong'],
  ['auc', null, CLUSTERED, 'Obuchowski'],
  ['logloss', null, INDEPENDENT, 'paired t'],
  ['logloss', null, CLUSTERED, 'paired t, clustered'],
  ['accuracy', 0.1, INDEPENDENT, 'McNemar mid-p'],
  ['accuracy', 0.1, CLUSTERED, 'paired t, clustered'],
  ['gauc', null, CLUSTERED, 'Fisher randomization'],
  ['f1', 0.1, INDEPENDENT, 'bootstrap'],
  ['ap', null, INDEPENDENT, 'bootstrap'],
  ['f1', 0.1, CLUSTERED, 'bootstrap'],
  ['copc', null, TOO_HIGH, 'bootstrap'],
  ['copc', null, AT_TARGET, 'bootstrap'],
];

export const CASES: readonly Case[] = TESTS.map(([name, at, world, test]) => {
  const definition = [...BINARY_METRICS, gauc].find((one) => one.name === name)!;
  const convention = Object.fromEntries(
    Object.entries(definition.conventions).map(([key, values]) => [key, values[0]!]),
  );
  const metric = at === null ? name : `${name}@${at}`;
  return {
    metric,
    world,
    definition,
    options: { at: at ?? definition.defaultAt, convention },
    test,
    kink: world === AT_TARGET,
  };
});

export function compare(
  { definition, options }: Case,
  scores: Scores,
  seed: number,
  resamples = RESAMPLES,
): Comparison {
  return infer(
    definition,
    definition.prepare(scores, 'candidate', options),
    definition.prepare(scores, 'baseline', options),
    scores,
    { confidence: CONFIDENCE, seed, resamples },
  );
}

/** The difference itself, without inference. */
export function differenceOf({ definition, options }: Case, scores: Scores): number {
  const [candidate, baseline] = [scores.candidate, scores.baseline!].map((values) => {
    const alone = { ...scores, candidate: values, baseline: null };
    const none = { confidence: CONFIDENCE, seed: 0, resamples: 0 };
    return infer(definition, definition.prepare(alone, 'candidate', options), null, alone, none).candidate!;
  });
  const { direction } = definition;
  const judged = (value: number) =>
    typeof direction === 'object' ? Math.abs(value - direction.target) : value;
  return judged(candidate!) - judged(baseline!);
}
