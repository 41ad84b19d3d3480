/** What was measured, beside what is promised. */
import { availableParallelism, cpus } from 'node:os';
import { USUAL_METRICS } from '../../src/core/metrics/usual.ts';
import type { Peers, Took } from './peers.ts';
import { SEED } from './rows.ts';
import { median, type Row } from './turns.ts';

export const RESAMPLES = '1,000 resamples of AUC, 100,000 rows';
export const MANY_RESAMPLES = '1,000 resamples of AUC, 1,000,000 rows';
export const GAUC = 'GAUC of 50,000 users, 1,000,000 rows';
export const NDCG = 'nDCG@10 of 6,000 queries, 150,000 rows';
export const TWO_THREADS = 'onnx-gate, 2 threads';

export interface Sliced {
  readonly seconds: number;
  readonly gib: number;
  readonly results: number;
}

export interface Measured {
  readonly rows: readonly Row[];
  /** GiB; null when nothing of AUC was measured. */
  readonly memory: number | null;
  readonly sliced: Sliced | null;
}

/** Of a time on the clock, by turns: `who` over `ours`; null when either was not there. */
function ratio(rows: readonly Row[], work: string, who: string, ours = 'onnx-gate'): number | null {
  const find = (name: string) => rows.find((row) => row.work === work && row.who === name);
  const [one, other] = [find(ours), find(who)];
  return one && other ? median(other.took.map(({ wall }, turn) => wall / one.took[turn]!.wall)) : null;
}

/** A table row each, of what was measured. */
export function promises({ rows, memory, sliced }: Measured): string {
  const [auc, delong] = ['AUC, 10,000,000 rows', 'paired DeLong, 10,000,000 rows'];
  const many = rows.find(({ work }) => work === MANY_RESAMPLES);
  const least = (what: string, goal: number, value: number | null) =>
    value === null
      ? []
      : [`| ${what} | at least ${goal} | ${value.toFixed(2)} | ${value >= goal ? 'held' : '**missed**'} |`];
  const most = (what: string, goal: number, unit: string, value: number | undefined | null) =>
    value === undefined || value === null
      ? []
      : [
          `| ${what} | under ${goal} ${unit} | ${value.toFixed(2)} ${unit} | ${value < goal ? 'held' : '**missed**'} |`,
        ];
  return [
    '| what | goal | measured | |',
    '| --- | --- | --- | --- |',
    ...least('AUC of 10 million rows, over scikit-learn', 12, ratio(rows, auc, 'sklearn auc')),
    ...least('AUC of 10 million rows, over the packed numpy sort', 1, ratio(rows, auc, 'numpy packed auc')),
    ...least('paired DeLong of 10 million rows, over numpy', 6, ratio(rows, delong, 'numpy delong')),
    ...least(
      '1,000 resamples at 100,000 rows, one thread, over the best sort-once numpy',
      2.5,
      ratio(rows, RESAMPLES, 'numpy bootstrap table'),
    ),
    ...least('the same on two threads', 5, ratio(rows, RESAMPLES, 'numpy bootstrap table', TWO_THREADS)),
    ...most(
      '1,000 resamples at 1 million rows, two threads',
      8,
      's',
      many && median(many.took.map(({ wall }) => wall)),
    ),
    ...least('GAUC, over a numpy loop', 10, ratio(rows, GAUC, 'numpy gauc')),
    ...least('GAUC, over scikit-learn', 10, ratio(rows, GAUC, 'sklearn gauc')),
    ...least('nDCG@10, over a numpy loop', 10, ratio(rows, NDCG, 'numpy ndcg')),
    ...least('nDCG@10, over scikit-learn', 10, ratio(rows, NDCG, 'sklearn ndcg')),
    ...most('usual metrics, 50 slices, 10 million rows', 60, 's', sliced?.seconds),
    ...most('its memory', 3, 'GiB', sliced?.gib),
    ...most('memory of all AUC work up to 10 million rows', 1, 'GiB', memory),
  ].join('\n');
}

/** Cost by size: per row it may grow as the logarithm of the rows. */
function growth(rows: readonly Row[]): string {
  return rows
    .filter(({ work }) => work.startsWith('all usual metrics'))
    .map(({ work, took }) => {
      const n = Number(/\d[\d,]*/.exec(work)![0].replaceAll(',', ''));
      const ns = (took[0]!.cpu / n) * 1e9;
      return `| ${n.toLocaleString('en')} | ${took[0]!.cpu.toPrecision(3)} | ${ns.toFixed(0)} | ${(ns / Math.log2(n)).toFixed(1)} |`;
    })
    .join('\n');
}

export function report(measured: Measured, versions: Peers['versions'] | null, seconds: number): string {
  const { rows, sliced } = measured;
  const who = versions
    ? `Python ${versions.python}, numpy ${versions.numpy}, scikit-learn ${versions.sklearn}`
    : 'no Python found: peers skipped';
  const turns = rows.map(({ work, who, took }) => {
    const ours = rows.find((row) => row.work === work)!;
    const over = (kind: keyof Took) =>
      median(took.map((one, turn) => one[kind] / ours.took[turn]![kind])).toFixed(2);
    const typical = (kind: keyof Took) => median(took.map((one) => one[kind])).toPrecision(3);
    return `| ${work} | ${who} | ${typical('wall')} | ${over('wall')} | ${typical('cpu')} | ${over('cpu')} |`;
  });
  return `# Speed and memory of evaluate

\`npm run bench:evaluate\`. Node ${process.versions.node}; ${who}. ${availableParallelism()} cores, ${cpus()[0]!.model.trim()}.
Seed ${SEED}; 5 % positives, float32 probabilities. All take turns in one run of ${seconds.toFixed(0)} s.
Medians over the turns; "ratio" is the median over the turns of a time divided by that of the first row of the same work.
On a machine that others use too, processor time tells more than the clock. Ours includes compiler and collector threads.

## Promised

${promises(measured)}

Two threads: the second starts in the warm-up, as it does once in an \`evaluate\`, with the first bootstrap that is worth it.
"50 slices": \`runEvaluate\` over rows in memory, five columns of ten values: metrics with intervals of the whole and of every
slice (${sliced?.results} results), churn, quality of the holdout, where it loses; in a process of its own.

## Growth

The usual metrics (${USUAL_METRICS.binary.join(', ')}) of both models with their intervals, processor time.

| rows | s | ns a row | ns a row and log₂ rows |
| --- | --- | --- | --- |
${growth(rows)}

## Turn by turn

| work | who | clock, s | ratio | processor, s | ratio |
| --- | --- | --- | --- | --- | --- |
${turns.join('\n')}

numpy's nDCG is a loop over the queries; equal scores share their gain in it, as in scikit-learn's and ours, and "as they come" it
leaves that out. numpy's AUC sorts keys that hold score and label (AVX-512 where the machine has it); its resamples sort once too.
`;
}
