import { describe, expect, it } from 'vitest';
import { withPositiveWeights } from '../../../../src/core/metrics/positive-weights.ts';
import type { Task } from '../../../../src/core/metrics/prepared.ts';
import type { Scores } from '../../../../src/core/metrics/scores.ts';
import { evaluateMetric, parseMetricId } from '../../../../src/core/metrics/table.ts';
import { leaveOut } from '../../../../src/core/metrics/where/leave-out.ts';
import { subsetOf } from '../../../../src/core/scoring/subset.ts';
import { seededRandom } from '../../../../src/core/stats/random.ts';

const ROWS = 400;
const { uniform } = seededRandom(5);
const draw = () => Float64Array.from({ length: ROWS }, uniform);
const candidate = draw();
const scores: Scores = {
  label: candidate.map((p) => (uniform() < p ? 1 : 0)),
  candidate,
  baseline: null,
  weight: null,
  group: null,
};
const weighted = { ...scores, weight: draw().map((w) => (w < 0.2 ? 0 : w)) };
const every = Int32Array.from({ length: ROWS }, (_, row) => row);
/** Two divisions of the rows, the second of which leaves some out. */
const parts = [
  ...[0, 1, 2].map((part) => every.filter((row) => row % 3 === part)),
  ...[0, 1].map((part) => every.filter((row) => row % 5 === part)),
];

function without(metric: string, of: Scores, left: readonly Int32Array[], task: Task = 'binary') {
  const parsed = parseMetricId(metric, task);
  if (!parsed.ok) throw new Error(metric);
  const { definition, options } = parsed.metric;
  const prepared = definition.prepare(withPositiveWeights(of), 'candidate', options);
  if (prepared.kind !== 'functional') throw new Error(prepared.kind);
  return [...leaveOut(prepared, of, left)];
}

describe.each([
  ['unweighted', scores],
  ['weighted, some of them zero', weighted],
])('leaving rows out, %s', (_, of) => {
  it.each(['copc', 'f1', 'mce@4[bins=width]', 'ks', 'ap'])('is the %s of the other rows', (metric) => {
    const values = without(metric, of, parts);
    for (const [part, rows] of parts.entries()) {
      const others = every.filter((row) => !rows.includes(row));
      const { candidate: value } = evaluateMetric(metric, subsetOf(of, others), 0.95);
      expect(values[part]).toBeCloseTo(value!, 12);
    }
  });
});

it('keeps the bins of all rows', () => {
  // Halves by mass: {.1, .2} and {.6, .8}. Three rows alone would be halved into {.2, .6} and {.8}.
  const of = {
    ...scores,
    label: Float64Array.of(0, 1, 0, 1),
    candidate: Float64Array.of(0.1, 0.2, 0.6, 0.8),
  };
  const [value] = without('ece@2', of, [Int32Array.of(0)]);
  expect(value).toBeCloseTo((0.8 + 0.4) / 3, 14);
});

it('leaves no rounding error where nothing is left', () => {
  // 1 predicted click less .1 + .2 + .7 would be 1e-16 of them.
  const of = {
    ...scores,
    label: Float64Array.of(1, 0, 1, 1),
    candidate: Float64Array.of(0, 0.1, 0.2, 0.7),
  };
  expect(without('copc', of, [Int32Array.of(1, 2, 3)])).toEqual([Number.NaN]);
});
