/** Where the candidate loses: the slices, groups and rows that the difference comes from. */
import type { MetricResult, WhereWorse } from '../../documents/evaluation.ts';
import { withPositiveWeights } from '../positive-weights.ts';
import type { MetricDefinition, Prepared, Task } from '../prepared.ts';
import type { Scores } from '../scores.ts';
import { parseMetricId } from '../table.ts';
import { TERMS } from './row-losses.ts';
import { largest, type NamedRows, worstGroups, worstSlices } from './worst.ts';

type Functional = Extract<Prepared, { kind: 'functional' }>;

/** Slices that are left out one at a time: each costs a metric of all rows, twice. */
const MOST_LEFT_OUT = 100;

/**
 * For a metric of all rows by which the candidate is worse, the parts that lose most; null when it is not worse, or when
 * neither way applies.
 *
 * - Means over rows or groups, and AUC, are sums over rows (see `TERMS`): the losses of the parts of any division add up to the
 *   whole. Of means over groups there are no worst rows.
 * - Other metrics: a slice's loss is the loss of all rows minus the loss without the slice; no groups and rows.
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
    const lossOf = leavingOut(candidate, baseline as Functional, definition.direction, scores, loss);
    return {
      ...head,
      method: 'leave-out',
      slices: worstSlices(slices.slice(0, MOST_LEFT_OUT), lossOf),
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
    slices: worstSlices(slices, (rows) => rows.reduce((sum, row) => sum + losses[row]!, 0)),
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

function leavingOut(
  candidate: Functional,
  baseline: Functional,
  direction: MetricDefinition['direction'],
  { weight, label }: Scores,
  whole: number,
): (rows: Int32Array) => number {
  const badness = (value: number) =>
    typeof direction === 'object'
      ? Math.abs(value - direction.target)
      : direction === 'higher'
        ? -value
        : value;
  const kept = new Uint8Array(label.length);
  return (rows) => {
    kept.fill(1);
    for (const row of rows) kept[row] = 0;
    const times = Float64Array.from(weight === null ? kept : kept.filter((_, row) => weight[row]! > 0));
    return whole - (badness(candidate.value(times)) - badness(baseline.value(times)));
  };
}

function rowOf(
  { index, loss }: { readonly index: number; readonly loss: number },
  { label, candidate, baseline, classes = 1 }: Scores,
): WhereWorse['rows'][number] {
  const at = classes === 1 ? index : index * classes + label[index]!;
  return { row: index + 1, label: label[index]!, candidate: candidate[at]!, baseline: baseline![at]!, loss };
}
