/** Where the candidate loses: the slices, groups and rows that the difference comes from. */
import type { MetricResult, WhereWorse } from '../../documents/evaluation.ts';
import { withPositiveWeights } from '../positive-weights.ts';
import type { MetricDefinition, Prepared, Task } from '../prepared.ts';
import type { Scores } from '../scores.ts';
import { parseMetricId } from '../table.ts';
import { leaveOut } from './leave-out.ts';
import { TERMS } from './row-losses.ts';
import { largest, type NamedRows, worstGroups, worstSlices } from './worst.ts';

type Functional = Extract<Prepared, { kind: 'functional' }>;

/** Slices that are left out one at a time: each may cost a metric of all rows, twice. */
const MOST_LEFT_OUT = 100;

/**
 * For a metric of all rows by which the candidate is worse, the parts that lose most; null when it is not worse, or when
 * neither way applies.
 *
 * - Means over rows or groups, and AUC, are sums over rows (see `TERMS`): the losses of the parts of any division add up to the
 *   whole. Of means over groups there are no worst rows.
 * - Other metrics: a slice's loss is the loss of all rows minus the loss without the slice (see `leaveOut`); no groups and rows.
 *
 * `scores` have passed `checkScores`; `result` is of all of them.
 */
export function whereWorse(
  result: MetricResult,
  scores: Scores,
  slices: readonly NamedRows[],
  groupNames: readonly string[] | null,
  task: Task,
): WhereWorse | null {
  const sign = result.direction === 'higher' ? -1 : 1;
  const loss = result.delta === null ? 0 : sign * result.delta;
  if (!(loss > 0) || scores.baseline === null) return null;
  const parsed = parseMetricId(result.metric, task);
  if (!parsed.ok) return null;
  const { definition, options } = parsed.metric;
  const used = withPositiveWeights(scores);
  const candidate = definition.prepare(used, 'candidate', options);
  const baseline = definition.prepare(used, 'baseline', options);
  if (candidate.kind === 'undefined' || baseline.kind !== candidate.kind) return null;
  const head = { metric: result.metric, loss };
  if (candidate.kind === 'functional') {
    const tried = slices.slice(0, MOST_LEFT_OUT);
    const losses = leftOut(candidate, baseline as Functional, definition.direction, scores, tried, loss);
    return {
      ...head,
      method: 'leave-out',
      slices: worstSlices(tried, losses),
      groups: [],
      rows: [],
    };
  }
  const terms = (TERMS[candidate.kind] as (...args: unknown[]) => Float64Array | null)(
    candidate,
    baseline,
    used,
  );
  if (terms === null) return null;
  const losses = spread(terms, scores, sign);
  return {
    ...head,
    method: 'sum',
    slices: worstSlices(
      slices,
      Float64Array.from(slices, ({ rows }) => sumOver(rows, losses)),
    ),
    groups: scores.group === null ? [] : worstGroups(losses, scores.group, groupNames ?? []),
    rows: candidate.kind === 'groups' ? [] : largest(losses).map((part) => rowOf(part, scores)),
  };
}

/** Terms of the rows that count, signed so that a loss is positive, by row of all; 0 for the others. */
function spread(terms: Float64Array, { weight, label }: Scores, sign: number): Float64Array {
  const all = new Float64Array(label.length);
  let next = 0;
  for (let row = 0; row < all.length; row++) {
    if (weight === null || weight[row]! > 0) all[row] = sign * terms[next++]!;
  }
  return all;
}

function sumOver(rows: Int32Array, losses: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < rows.length; i++) sum += losses[rows[i]!]!;
  return sum;
}

/** By slice, the loss of all rows minus that of the others. */
function leftOut(
  candidate: Functional,
  baseline: Functional,
  direction: MetricDefinition['direction'],
  scores: Scores,
  slices: readonly NamedRows[],
  whole: number,
): Float64Array {
  const badness = (value: number) =>
    typeof direction === 'object'
      ? Math.abs(value - direction.target)
      : direction === 'higher'
        ? -value
        : value;
  const parts = slices.map(({ rows }) => rows);
  const others = leaveOut(baseline, scores, parts);
  return leaveOut(candidate, scores, parts).map(
    (value, slice) => whole - (badness(value) - badness(others[slice]!)),
  );
}

function rowOf(
  { index, loss }: { readonly index: number; readonly loss: number },
  { label, candidate, baseline, classes = 1 }: Scores,
): WhereWorse['rows'][number] {
  const at = classes === 1 ? index : index * classes + label[index]!;
  return { row: index + 1, label: label[index]!, candidate: candidate[at]!, baseline: baseline![at]!, loss };
}
