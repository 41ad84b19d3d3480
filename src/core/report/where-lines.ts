/** Where a failed rule's metric is worse, as sentences. */
import type { WhereWorse } from '../documents/evaluation.ts';
import type { Measurement } from '../documents/index.ts';
import type { RuleResult } from '../documents/verdict.ts';
import { formatPercent, formatScore, plural } from './format.ts';
import type { Piece, Prose } from './prose.ts';
import { safeName } from './safe-text.ts';

const LONGEST_NAME = 60;

/** Of rules on all rows that failed; none for others. */
export function whereLines(rule: RuleResult, measurements: readonly Measurement[]): Prose[] {
  if (rule.result !== 'fail' || rule.slice !== null) return [];
  const where = measurements.flatMap((document) =>
    document.schema === 'onnx-gate/evaluation/v1'
      ? (document.where ?? []).filter(({ metric }) => metric === rule.metric)
      : [],
  )[0];
  return where ? [...slices(where), ...groups(where), ...rows(where)] : [];
}

/** `Slices that lose most: `region=3` 61.0% of the loss (812 rows); …` */
function slices({ slices: worst, loss, method }: WhereWorse): Prose[] {
  const title =
    method === 'sum'
      ? 'Slices that lose most, in shares of the loss: '
      : 'The loss that goes away without a slice: ';
  return entries(
    title,
    worst.map((one) => [
      { code: safeName(one.slice) },
      ` ${formatPercent(one.loss / loss)} (${plural(one.rows, 'row')})`,
    ]),
  );
}

function groups({ groups: worst, loss }: WhereWorse): Prose[] {
  return entries(
    'Groups that lose most: ',
    worst.map((one) => [
      { code: safeName(one.group, LONGEST_NAME) },
      ` ${formatPercent(one.loss / loss)} (${plural(one.rows, 'row')})`,
    ]),
  );
}

function rows({ rows: worst }: WhereWorse): Prose[] {
  return entries(
    'Worst rows, baseline → candidate: ',
    worst.map(({ row, label, baseline, candidate }) => [
      `row ${row} (label ${formatScore(label, Number.isInteger(label) ? 0 : 4)}) ${formatScore(baseline)} → ${formatScore(candidate)}`,
    ]),
  );
}

function entries(title: string, worst: readonly Prose[]): Prose[] {
  if (worst.length === 0) return [];
  return [[title, ...worst.flatMap((entry, i): Piece[] => (i === 0 ? [...entry] : ['; ', ...entry])), '.']];
}
