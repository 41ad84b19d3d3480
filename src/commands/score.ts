import { type Fault, FaultError } from '../core/errors.ts';
import type { SlicePolicy } from '../core/policy/schema.ts';
import { requestsOf } from '../core/scoring/mapping.ts';
import type { Mappings } from '../core/scoring/mappings.ts';
import { addressFaults, type Pass, planPass } from '../core/scoring/pass.ts';
import { sliceColumns } from '../core/scoring/slice-columns.ts';
import type {
  Limits,
  ModelRunner,
  ModelSession,
  Progress,
  RowSource,
  RowTable,
  ScoreBatch,
  Tables,
} from '../ports.ts';
import {
  type BaselineCache,
  runRecallBaseline,
  runRememberBaseline,
  withBaseline,
} from './cached-baseline.ts';
import { faultsOf, scoreBatches } from './score-batches.ts';

export interface ScoreInputs extends Mappings {
  /** Paths of local model files. */
  readonly candidate: string;
  readonly baseline: string | null;
  readonly holdout: {
    readonly source: RowSource;
    readonly label: string;
    readonly group?: string | undefined;
    readonly weight?: string | undefined;
    readonly item?: string | undefined;
  };
  /** Whether every column of the output is the score of a class, and all are written. */
  readonly perClass?: boolean;
  /** Their columns go into the table, those that the holdout does not have excepted. */
  readonly slices?: readonly SlicePolicy[];
  /** Rows per call of a model. Part of the result: int8 models answer differently by batch. */
  readonly batchRows: number;
  readonly limits: Limits;
  /** Kept scores of the baseline; absent where there are none to take and none to keep. */
  readonly cache?: BaselineCache | null;
  /** Path of the Parquet file to write. */
  readonly out: string;
}

interface Ports {
  readonly runner: ModelRunner;
  readonly tables: Tables;
  readonly progress: Progress;
}

/** Progress is told this many times over the whole table. */
const REPORTS = 10;

/**
 * Scores every row of the holdout with both models, in one pass, and writes the scores table.
 * Throws all faults that are known at once, of the table and of both models; nothing stays open or half written.
 */
export async function runScore(
  inputs: ScoreInputs,
  ports: Ports,
): Promise<{
  readonly rows: number;
  readonly path: string;
  /** Columns of the holdout that feed the models; expressions are none. */
  readonly features: readonly string[];
}> {
  const { candidate, baseline, holdout, limits, out } = inputs;
  const { runner, tables, progress } = ports;
  const opened = await openAll([
    tables.open(holdout.source),
    runner.open(candidate, limits),
    baseline === null ? Promise.resolve(null) : runner.open(baseline, limits),
  ]);
  await using table = opened[0];
  await using first = opened[1];
  await using second = opened[2];
  const sessions = second ? [first, second] : [first];
  const signatures = sessions.map(({ signature }) => signature);
  const planned = planPass(
    signatures,
    table.columns,
    inputs,
    holdout,
    sliceColumns(inputs.slices ?? []),
    inputs.perClass,
  );
  if (!planned.ok) throw faultError(planned.faults);
  for (const note of planned.plan.notes) progress.report(note);
  const { batchRows, perClass = false } = inputs;
  const pass = { batchRows, perClass, rows: table.rows };
  const recalled = second && inputs.cache ? await runRecallBaseline(inputs.cache, pass, ports) : null;
  const known = recalled?.known;
  const scored = scoreBatches(
    table.read(planned.plan.requests, batchRows),
    known ? { ...planned.plan, models: planned.plan.models.slice(0, 1) } : planned.plan,
    (known ? [first] : sessions).map((session) => [session]),
    holdout,
    perClass,
  );
  const whole = known ? withBaseline(scored, known) : scored;
  const rows = await tables.writeScores(out, told(whole, table.rows, batchRows, progress));
  if (recalled && !known) await runRememberBaseline(inputs.cache!, recalled.key, { out, perClass }, ports);
  return { rows, path: out, features: featuresOf(planned.plan) };
}

function featuresOf({ models }: Pass): string[] {
  const requests = models.flatMap(({ feeds }) => requestsOf(feeds));
  return [...new Set(requests.flatMap(({ from }) => ('column' in from ? [from.column] : [])))];
}

type Openings = readonly [Promise<RowTable>, Promise<ModelSession>, Promise<ModelSession | null>];

/** Waits for all. When one fails the others are closed, and the faults of all are thrown. */
async function openAll(openings: Openings): Promise<[RowTable, ModelSession, ModelSession | null]> {
  const settled = await Promise.allSettled(openings);
  const [table, candidate, baseline] = settled;
  const whole = [table, candidate, baseline].every(({ status }) => status === 'fulfilled');
  if (whole) return (await Promise.all(openings)) as [RowTable, ModelSession, ModelSession | null];
  for (const one of settled) {
    if (one.status === 'fulfilled') await one.value?.[Symbol.asyncDispose]();
  }
  throw faultError([...faultsOf(table), ...addressFaults([faultsOf(candidate), faultsOf(baseline)])]);
}

function faultError([first, ...rest]: readonly Fault[]): FaultError {
  return new FaultError([first!, ...rest]);
}

/** Tells how far it is, REPORTS times. */
async function* told(
  batches: AsyncIterable<ScoreBatch>,
  rows: number,
  batchRows: number,
  progress: Progress,
): AsyncIterable<ScoreBatch> {
  const every = Math.ceil(rows / batchRows / REPORTS) * batchRows;
  let done = 0;
  for await (const batch of batches) {
    yield batch;
    done += batch.label.length;
    if (done % every === 0 || done === rows) progress.report(`Scored ${done} of ${rows} rows.`);
  }
}
