/** How much noise loses how much. */

import type { Task } from '../metrics/prepared.ts';
import { evaluateMetric, parseMetricId } from '../metrics/table.ts';
import { type World, wholeErrors, withNoise } from './world.ts';

/**
 * Draws of errors that the loss is averaged over, each taken with both signs; the same for every amount of noise, so
 * that most of their luck cancels.
 */
const DRAWS = 16;
const SIGNS = [1, -1] as const;
/** Halvings of the range of noise, and doublings to find one. */
const STEPS = 12;
const DOUBLINGS = 12;

/** The mean quality of the world's pseudo-models by their noise: up is better. */
export interface Quality {
  /** Of a pseudo-baseline, in the metric's own direction and sign. */
  readonly baseline: number;
  /** Noise at which the metric is `loss` worse than with the pseudo-baseline's; null when no noise does that. */
  noiseFor(loss: number): number | null;
}

/** Null where the metric is undefined on these rows. `seed` decides the errors. */
export function qualityOf(id: string, task: Task, world: World, seed: number): Quality | null {
  const goodness = goodnessOf(id, task);
  const draws = Array.from({ length: DRAWS }, (_, index) => wholeErrors(world, seed + index));
  const values = (noise: number) =>
    draws.flatMap((error) =>
      SIGNS.map((sign) => {
        const candidate = withNoise(world.centre, error, sign * noise, world.scale);
        return evaluateMetric(id, { ...world.scores, candidate, baseline: null }, 0.95, { task }).candidate;
      }),
    );
  const own = values(world.disagreement.noise);
  if (own.some((value) => value === null)) return null;
  const mean = (all: readonly (number | null)[]) =>
    all.reduce<number>((sum, value) => sum + goodness(value ?? Number.NaN), 0) / all.length;
  const start = mean(own);
  return {
    baseline: own.reduce<number>((sum, value) => sum + value!, 0) / own.length,
    noiseFor: (loss) => search(world, (noise) => start - mean(values(noise)), loss),
  };
}

function search({ disagreement }: World, lost: (noise: number) => number, loss: number): number | null {
  let low = disagreement.noise;
  let high = low;
  for (let step = 0; lost(high) < loss; step++) {
    if (step === DOUBLINGS) return null;
    low = high;
    high *= 2;
  }
  for (let step = 0; step < STEPS; step++) {
    const middle = (low + high) / 2;
    if (lost(middle) < loss) low = middle;
    else high = middle;
  }
  return high;
}

/** From the metric's value to one where up is better. */
function goodnessOf(id: string, task: Task): (value: number) => number {
  const parsed = parseMetricId(id, task);
  if (!parsed.ok) throw new Error('unreachable: metrics were checked');
  const { direction } = parsed.metric.definition;
  if (direction === 'higher') return (value) => value;
  if (direction === 'lower') return (value) => -value;
  return (value) => -Math.abs(value - direction.target);
}
