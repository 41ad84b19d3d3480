import type { Churn } from '../documents/evaluation.ts';
import type { Measurement } from '../documents/index.ts';
import { formatCount, formatPercent, formatScore, plural } from './format.ts';
import type { Prose } from './prose.ts';
import { metricName } from './rule-view.ts';

/** Whether scores are the rates that they promise, by the bins of the reliability diagram. */
export function calibrationNotes(measurements: readonly Measurement[]): Prose[] {
  return measurements.flatMap((document): Prose[] => {
    const curves = document.schema === 'onnx-gate/evaluation/v1' ? document.curves : undefined;
    const arms = [
      ['candidate', curves?.candidate.reliability],
      ['baseline', curves?.baseline?.reliability],
    ] as const;
    const told = arms.flatMap(([name, bins]) =>
      bins && bins.length > 0
        ? [
            `${name} ${bins.filter(({ score, lower, upper }) => score < lower || score > upper).length} of ${bins.length}`,
          ]
        : [],
    );
    return told.length === 0
      ? []
      : [[`Calibration, bins whose mean score is outside the interval of their rate: ${told.join(', ')}.`]];
  });
}

/** How differently the two models answer, whatever the labels say; nothing without a baseline. */
export function churnNotes(measurements: readonly Measurement[]): Prose[] {
  return measurements.flatMap((document) => {
    const churn = document.schema === 'onnx-gate/evaluation/v1' ? document.churn : null;
    if (churn === null) return [];
    const facts = FACTS.flatMap((fact) => fact(churn) ?? []);
    return facts.length === 0 ? [] : [[`Churn against the baseline: ${facts.join('; ')}.`]];
  });
}

const FACTS: readonly ((churn: Churn) => string | null)[] = [
  ({ flipRate, threshold }) =>
    flipRate === null || threshold === null
      ? null
      : `${formatPercent(flipRate)} of rows on the other side of ${threshold}`,
  ({ meanShift, maxShift }) =>
    meanShift === null || maxShift === null
      ? null
      : `scores differ by ${formatScore(meanShift)} on average, ${formatScore(maxShift)} at most`,
  ({ spearman }) => (spearman === null ? null : `rank correlation ${formatScore(spearman, 3)} (Spearman)`),
  ({ overlap, k }) =>
    overlap === null ? null : `the first ${k} of a group share ${formatPercent(overlap)} of their rows`,
  ({ firstChanged }) =>
    firstChanged === null ? null : `the first row is another one in ${formatPercent(firstChanged)} of groups`,
  // One metric is enough for a sentence; the page draws them all.
  ({ winTieLoss: [first] }) =>
    first === undefined
      ? null
      : `by ${metricName(first.metric)} ${plural(first.wins, 'group')} ${first.wins === 1 ? 'is' : 'are'} better, ${formatCount(first.ties)} equal, ${formatCount(first.losses)} worse`,
];
