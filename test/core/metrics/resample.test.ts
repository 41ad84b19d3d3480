/** A row that counts twice is a row that stands there twice, for every metric of rows and every convention. */
import { describe, expect, it } from 'vitest';
import type { MetricDefinition, Task } from '../../../src/core/metrics/prepared.ts';
import type { Scores } from '../../../src/core/metrics/scores.ts';
import { METRICS } from '../../../src/core/metrics/table.ts';
import { type Random, seededRandom } from '../../../src/core/stats/random.ts';
import { metricOf, prepared } from './measure.ts';

const TASKS: readonly Task[] = ['binary', 'multiclass', 'regression'];
const NUMBERS = {
  none: [''],
  count: ['@1', '@3'],
  fraction: ['@0.1', '@0.5', '@1'],
  threshold: ['@0', '@0.3'],
};

/** The metric with each number, each with each convention of its own. */
function idsOf({ name, at, defaultAt, conventions }: MetricDefinition): string[] {
  const numbers = [...NUMBERS[at], ...(defaultAt === null ? [] : [''])];
  const options = Object.entries(conventions).flatMap(([key, values]) =>
    values.slice(1).map((value) => `[${key}=${value}]`),
  );
  return [...new Set(numbers)].flatMap((number) => ['', ...options].map((option) => name + number + option));
}

const CASES = TASKS.flatMap((task) =>
  METRICS.filter(({ tasks, grouped }) => tasks.includes(task) && !grouped)
    .flatMap(idsOf)
    // Its inference is a formula; a resample of one class does not occur.
    .filter((id) => id !== 'auc[one_class=one]')
    .map((id) => [task, id] as const),
);

const CLASSES = 3;
const pick = (random: Random, count: number) => Math.floor(random.uniform() * count);

/** Few distinct scores, so that ties are common; weights that floating point sums without rounding. */
function randomScores(random: Random, task: Task, weighted: boolean): Scores {
  const rows = 1 + pick(random, 14);
  const label = Float64Array.from({ length: rows }, () =>
    task === 'regression' ? pick(random, 7) - 2 : pick(random, task === 'binary' ? 2 : CLASSES),
  );
  const columns = task === 'multiclass' ? CLASSES : 1;
  const raw = Float64Array.from({ length: rows * columns }, () => pick(random, 9) / 8);
  return {
    label,
    classes: columns,
    candidate: task === 'multiclass' ? normalised(raw) : raw,
    baseline: null,
    weight: weighted ? Float64Array.from({ length: rows }, () => (1 + pick(random, 8)) / 4) : null,
    group: null,
  };
}

function normalised(raw: Float64Array): Float64Array {
  return raw.map((value, i) => {
    const start = i - (i % CLASSES);
    const sum = raw.subarray(start, start + CLASSES).reduce((total, one) => total + one, 0);
    return sum === 0 ? 1 / CLASSES : value / sum;
  });
}

function repeated(scores: Scores, times: Float64Array): Scores {
  const rows = [...times].flatMap((count, row) => Array<number>(count).fill(row));
  const { classes = 1, weight } = scores;
  return {
    ...scores,
    label: Float64Array.from(rows, (row) => scores.label[row]!),
    candidate: Float64Array.from(
      rows.flatMap((row) => [...scores.candidate.subarray(row * classes, (row + 1) * classes)]),
    ),
    weight: weight && Float64Array.from(rows, (row) => weight[row]!),
  };
}

function expectSame(actual: number, expected: number, what: string): void {
  if (Number.isNaN(expected)) expect(actual, what).toBeNaN();
  else expect(Math.abs(actual - expected), what).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(expected)));
}

describe.each(CASES)('%s %s', (task, id) => {
  it('takes copies for rows, and whole weights for copies', () => {
    const random = seededRandom(4);
    let defined = 0;
    for (let round = 0; round < 120; round++) {
      const scores = randomScores(random, task, round % 2 === 1);
      const of = prepared(id, scores, task);
      if (of.kind === 'undefined') continue;
      for (let draw = 0; draw < 3; draw++) {
        const times = scores.label.map(() => pick(random, 4));
        const copies = repeated(scores, times);
        if (copies.label.length === 0) continue;
        const expected = metricOf(prepared(id, copies, task), copies);
        expectSame(metricOf(of, scores, times), expected, `copies, round ${round}`);
        if (!Number.isNaN(expected)) defined++;
        if (scores.weight === null) {
          const kept = {
            ...repeated(
              scores,
              times.map((count) => Math.min(count, 1)),
            ),
          };
          const weighted = { ...kept, weight: times.filter((count) => count > 0) };
          expectSame(metricOf(prepared(id, weighted, task), weighted), expected, `weights, round ${round}`);
        }
      }
      // Nothing of a resample is left behind.
      expectSame(metricOf(of, scores), metricOf(prepared(id, scores, task), scores), `again, round ${round}`);
    }
    expect(defined).toBeGreaterThan(20);
  });
});
