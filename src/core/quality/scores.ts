/** What labels and scores alone say about a holdout. */
import type { DataFinding } from '../documents/evaluation.ts';
import type { Task } from '../metrics/prepared.ts';
import { tieRate } from '../metrics/ranking/tie-rate.ts';
import type { Scores } from '../metrics/scores.ts';
import { formatCount, formatPercent, plural } from '../report/format.ts';
import { countDistinct } from './distinct.ts';
import { finding } from './finding.ts';

/** Fewer rows of a class than this: the normal approximation of its intervals is a guess. */
const FEW = 100;
/** Where the treatment of ties begins to move metrics of ranked lists (see `tieRate`). */
const MANY_TIES = 0.01;
const MANY_REPEATED = 0.05;

/** `scores` have passed `checkScores`. */
export function scoreFindings(scores: Scores, task: Task): DataFinding[] {
  return [
    ...labelBalance(scores, task),
    ...emptyGroups(scores, task),
    ...constantScores(scores),
    ...repeatedRows(scores),
    ...ties(scores),
  ];
}

function labelBalance({ label }: Scores, task: Task): DataFinding[] {
  const rows = label.length;
  const counts = new Map<number, number>();
  if (task === 'regression' || task === 'ranking') {
    if (rows === 0 || label.some((value) => value !== label[0])) return [];
    return [
      finding(
        'label-balance',
        'warning',
        `Every row has label ${label[0]}: nothing can be ranked or explained.`,
        { value: 1 },
      ),
    ];
  }
  for (const value of label) counts.set(value, (counts.get(value) ?? 0) + 1);
  if (task === 'binary') return [positivesFinding(counts.get(1) ?? 0, rows)];
  const [rarest, count] = [...counts].reduce(
    (least, one) => (one[1] < least[1] ? one : least),
    [Number.NaN, Number.POSITIVE_INFINITY],
  );
  const said = `The rarest of ${counts.size} classes is ${rarest}, with ${plural(count, 'row')} of ${formatCount(rows)}`;
  return [
    count < FEW
      ? finding('label-balance', 'warning', `${said}: with fewer than ${FEW}, what is said of it is rough.`, {
          value: count / rows,
        })
      : finding('label-balance', 'info', `${said}.`, { value: count / rows }),
  ];
}

/** How many of `rows` have label 1. */
export function positivesFinding(positives: number, rows: number): DataFinding {
  const rate = rows === 0 ? 0 : positives / rows;
  const rarer = Math.min(positives, rows - positives);
  const said = `${formatCount(positives)} of ${plural(rows, 'row')} are positive (${formatPercent(rate, 2)})`;
  return rarer < FEW
    ? finding(
        'label-balance',
        'warning',
        `${said}: with fewer than ${FEW} rows of a class, intervals are rough.`,
        { value: rate },
      )
    : finding('label-balance', 'info', `${said}.`, { value: rate });
}

/** What the convention `empty` of ranked lists decides about: left out by default, 0 or 1 by the presets of other tools. */
function emptyGroups({ label, group }: Scores, task: Task): DataFinding[] {
  if (group === null || (task !== 'binary' && task !== 'ranking')) return [];
  const relevant = new Set<number>();
  for (let row = 0; row < label.length; row++) if (label[row]! > 0) relevant.add(group.code[row]!);
  const empty = group.count - relevant.size;
  if (empty === 0) return [];
  const share = empty / group.count;
  return [
    finding(
      'empty-groups',
      'info',
      `${formatCount(empty)} of ${plural(group.count, 'group')} (${formatPercent(share, 2)}) have no row with a label above 0.`,
      { value: share },
    ),
  ];
}

function constantScores(scores: Scores): DataFinding[] {
  return (['candidate', 'baseline'] as const).flatMap((arm) => {
    const values = scores[arm];
    const { classes = 1 } = scores;
    if (values === null || scores.label.length < 2) return [];
    if (values.some((value, i) => value !== values[i % classes])) return [];
    return [
      finding(
        'constant-scores',
        'warning',
        `The ${arm} gives every row the same score, ${values.subarray(0, Math.min(3, classes)).join(', ')}.`,
        { column: arm },
      ),
    ];
  });
}

/** Coarse scores repeat by themselves; with the group and both models agreeing they hardly do. */
function repeatedRows({ label, candidate, baseline, group }: Scores): DataFinding[] {
  const rows = label.length;
  const columns = [label, candidate, ...(baseline ? [baseline] : []), ...(group ? [group.code] : [])];
  const repeated = rows - countDistinct(columns, rows);
  if (repeated === 0) return [];
  const share = repeated / rows;
  const same = `the label${group ? ', the group' : ''} and the score${baseline ? 's' : ''} of another row`;
  const said = `${formatCount(repeated)} of ${plural(rows, 'row')} (${formatPercent(share, 2)}) repeat ${same}`;
  const told = group !== null && baseline !== null && share >= MANY_REPEATED;
  return [
    told
      ? finding('repeated-rows', 'warning', `${said}: rows that stand twice count twice.`, { value: share })
      : finding('repeated-rows', 'info', `${said}.`, { value: share }),
  ];
}

function ties(scores: Scores): DataFinding[] {
  if ((scores.classes ?? 1) > 1 || scores.label.length < 2) return [];
  return (['candidate', 'baseline'] as const).flatMap((arm) => {
    const values = scores[arm];
    if (values === null) return [];
    const { group } = scores;
    const rate =
      group === null
        ? (values.length - countDistinct([values], values.length)) / (values.length - 1)
        : tieRate({ ...scores, group }, arm);
    if (rate === 0) return [];
    const among =
      group === null ? 'rows next to each other by score' : 'rows next to each other in the ranked lists';
    const said = `Of ${among}, ${formatPercent(rate, 2)} have the same score from the ${arm}`;
    return [
      group !== null && rate > MANY_TIES
        ? finding(
            'score-ties',
            'warning',
            `${said}: how ties are broken moves the metrics of ranked lists.`,
            { column: arm, value: rate },
          )
        : finding('score-ties', 'info', `${said}.`, { column: arm, value: rate }),
    ];
  });
}
