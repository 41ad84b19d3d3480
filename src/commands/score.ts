import { type Fault, FaultError } from '../core/errors.ts';
import type { SlicePolicy } from '../core/policy/schema.ts';
import { batchSize, handedRows } from '../core/scoring/batch-size.ts';
import { requestsOf } from '../core/scoring/mapping.ts';
import type { Mappings } from '../core/scoring/mappings.ts';
import { addressFaults, type Pass, planPass } from '../core/scoring/pass.ts';
import { type Scale, watchRange } from '../core/scoring/range.ts';
import { type Shard, shardSpan } from '../core/scoring/shards.ts';
import { sliceColumns } from '../core/scoring/slice-columns.ts';
import type {
  Clock,
  Limits,
  ModelRunner,
  ModelSession,
  Progress,
  RowSource,
  RowSpan,
  RowTable,
  Tables,
} from '../ports.ts';
import {
  type BaselineCache,
  type Kept,
  runFindBaseline,
  runRecallBaseline,
  runRememberBaseline,
  withBaseline,
} from './cached-baseline.ts';
import { faultsOf, scoreBatches } from './score-batches.ts';
import { runWriteScores } from './score-parts.ts';

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
  /** What the scores are for; absent: anything, so that no range is wrong. */
  readonly scale?: Scale;
  /** Rows per call of a model; left out, by the size of a row. Part of the result: int8 models answer differently by batch. */
  readonly batchRows?: number | undefined;
  /** Processes for each model, at most; fewer where there are few rows. */
  readonly workers?: number | undefined;
  /** This part of the rows alone, counted from 1. */
  readonly shard?: Shard | null;
  /** Where a long table is kept in parts until it is whole. `key` names everything that scores depend on. */
  readonly parts?: { readonly folder: string; readonly key: string };
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
  readonly clock: Clock;
}

export interface Scored {
  /** Of this shard. */
  readonly rows: number;
  readonly path: string;
  readonly batchRows: number;
  /** Columns of the holdout that feed the models; expressions are none. */
  readonly features: readonly string[];
}

/** Batches that are worth the start of a process. */
const BATCHES_PER_WORKER = 256;

/**
 * Scores rows of the holdout with both models, in one pass, and writes the scores table.
 * Throws all faults that are known at once, of the table and of both models; nothing stays open or half written.
 */
export async function runScore(inputs: ScoreInputs, ports: Ports): Promise<Scored> {
  const { holdout, limits, out } = inputs;
  const { runner, tables, progress } = ports;
  const perClass = inputs.perClass ?? false;
  const paths = [inputs.candidate, ...(inputs.baseline === null ? [] : [inputs.baseline])];
  const { baseline, cache } = inputs;
  const kept: Kept | null =
    baseline !== null && cache
      ? await runFindBaseline(cache, { batchRows: inputs.batchRows, perClass }, ports)
      : null;
  const { table, sessions } = await openAll(
    tables.open(holdout.source),
    // The baseline is not even loaded where its scores are known.
    paths.slice(0, kept?.scores ? 1 : 2).map((path) => runner.open(path, limits)),
  );
  const open: AsyncDisposable[] = [table, ...sessions];
  try {
    const signatures = sessions.map(({ signature }) => signature);
    if (kept?.scores) signatures.push(kept.scores.signature);
    const planned = planPass(
      signatures,
      table.columns,
      inputs,
      holdout,
      sliceColumns(inputs.slices ?? []),
      inputs.perClass,
    );
    if (!planned.ok) throw faultError(planned.faults);
    const { plan } = planned;
    for (const note of plan.notes) progress.report(note);
    const feeds = plan.models.map((model) => model.feeds);
    const batchRows = inputs.batchRows ?? batchSize(feeds);
    const handed = handedRows(feeds, batchRows);
    const span = shardSpan(table.rows, batchRows, inputs.shard ?? null);
    const known = kept && (await runRecallBaseline(kept, { batchRows, perClass, rows: table.rows }, ports));
    const running = known ? 1 : paths.length;
    for (const path of paths.slice(sessions.length, running)) {
      const session = await runner.open(path, limits);
      open.push(session);
      sessions.push(session);
    }
    const workers = Math.ceil(span.rows / batchRows / BATCHES_PER_WORKER);
    const more = Math.min(inputs.workers ?? 1, workers) - 1;
    const teams = sessions.map((session) => [session]);
    for (const [i, path] of paths.slice(0, running).entries()) {
      for (let worker = 0; worker < more; worker++) {
        const session = await runner.open(path, limits);
        open.push(session);
        teams[i]!.push(session);
      }
    }
    const scale = inputs.scale ?? { probabilities: false, neededBy: [] };
    const watches = plan.models
      .slice(0, running)
      .map(({ output }, i) => watchRange(i === 0 ? 'The candidate' : 'The baseline', output, scale));
    const score = (part: RowSpan) => {
      const batches = table.read(plan.requests, handed, part);
      const pass = { ...plan, models: plan.models.slice(0, running) };
      const scored = scoreBatches(batches, {
        pass,
        batchRows,
        sessions: teams,
        roles: holdout,
        perClass,
        watches,
      });
      return known ? withBaseline(scored, known, part.first) : scored;
    };
    await runWriteScores({ out, span, batchRows, handed, score, parts: inputs.parts }, ports);
    for (const note of watches.flatMap((watch) => watch.notes())) progress.report(note);
    if (kept && !known && span.rows === table.rows)
      await runRememberBaseline(
        cache!,
        kept.key,
        { out, perClass, signature: signatures[1]!, batchRows },
        ports,
      );
    return { rows: span.rows, path: out, batchRows, features: featuresOf(plan) };
  } finally {
    for (const each of open) await each[Symbol.asyncDispose]();
  }
}

function featuresOf({ models }: Pass): string[] {
  const requests = models.flatMap(({ feeds }) => requestsOf(feeds));
  return [...new Set(requests.flatMap(({ from }) => ('column' in from ? [from.column] : [])))];
}

/** Waits for all. When one fails the others are closed, and the faults of all are thrown. */
async function openAll(
  table: Promise<RowTable>,
  sessions: readonly Promise<ModelSession>[],
): Promise<{ readonly table: RowTable; readonly sessions: ModelSession[] }> {
  const settled = await Promise.allSettled([table, ...sessions]);
  if (settled.every(({ status }) => status === 'fulfilled')) {
    return { table: await table, sessions: await Promise.all(sessions) };
  }
  for (const one of settled) {
    if (one.status === 'fulfilled') await one.value[Symbol.asyncDispose]();
  }
  const [ofTable = [], ...ofModels] = settled.map(faultsOf);
  throw faultError([...ofTable, ...addressFaults(ofModels)]);
}

function faultError([first, ...rest]: readonly Fault[]): FaultError {
  return new FaultError([first!, ...rest]);
}
