import type {
  Arm,
  MetricDefinition,
  MetricOptions,
  Prepared,
} from '../../../../src/core/metrics/prepared.ts';
import { RANKING_METRICS } from '../../../../src/core/metrics/ranking/index.ts';
import type { Scores } from '../../../../src/core/metrics/scores.ts';

export function definitionOf(name: string): MetricDefinition {
  const definition = RANKING_METRICS.find((metric) => metric.name === name);
  if (definition === undefined) throw new Error(`No ranking metric ${name}`);
  return definition;
}

/** Reads `ndcg@10[gain=exp2,ties=input]`, with the defaults of the definition. */
export function prepare(id: string, scores: Scores, arm: Arm = 'candidate') {
  const [, name, at, conventions] = /^([a-z_]+)(?:@([\d.]+))?(?:\[(.*)\])?$/.exec(id)!;
  const definition = definitionOf(name!);
  const given = Object.fromEntries((conventions ?? '').split(',').map((pair) => pair.split('=')));
  const convention = Object.fromEntries(
    Object.entries(definition.conventions).map(([key, allowed]) => [key, given[key] ?? allowed[0]!]),
  );
  const options: MetricOptions = { at: at === undefined ? definition.defaultAt : Number(at), convention };
  return definition.prepare(scores, arm, options);
}

/** The weighted mean over groups, or the value of a functional. Throws when the metric is undefined. */
export function metric(id: string, scores: Scores, arm: Arm = 'candidate'): number {
  const prepared = prepare(id, scores, arm);
  if (prepared.kind === 'undefined') throw new Error(prepared.reason);
  if (prepared.kind === 'functional') return prepared.value(null);
  return meanOf(prepared);
}

export function groupsOf(id: string, scores: Scores): Prepared & { kind: 'groups' } {
  const prepared = prepare(id, scores);
  if (prepared.kind !== 'groups') throw new Error(`${id} is ${prepared.kind}`);
  return prepared;
}

function meanOf(prepared: Prepared): number {
  if (prepared.kind !== 'groups') throw new Error(`Expected groups, not ${prepared.kind}`);
  let sum = 0;
  let total = 0;
  prepared.values.forEach((value, group) => {
    if (Number.isNaN(value)) return;
    sum += prepared.weights[group]! * value;
    total += prepared.weights[group]!;
  });
  return sum / total;
}
