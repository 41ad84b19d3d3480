/** The loop of `score`: rows in, packed and sent to the models while earlier batches run, scores out in order. */
import { type Fault, FaultError, fault, throwFaults } from '../core/errors.ts';
import { extractScores } from '../core/scoring/extract.ts';
import { packInputs } from '../core/scoring/pack.ts';
import { addressFaults, columnsOf, type ModelPlan, type Pass } from '../core/scoring/pass.ts';
import type { RangeWatch } from '../core/scoring/range.ts';
import { checkRoleValues, type Roles } from '../core/scoring/roles.ts';
import type { ColumnValues, ModelSession, RowBatch, ScoreBatch, Tensor } from '../ports.ts';

/** What a session has or waits for: one is run, the next are there already. */
const AHEAD = 4;

export interface Scoring {
  readonly pass: Pass;
  /** Rows a call of a model; each `RowBatch` holds whole calls, but for the last of the table. */
  readonly batchRows: number;
  /** Of each model of the pass, equally many. */
  readonly sessions: readonly (readonly ModelSession[])[];
  readonly roles: Roles;
  readonly perClass: boolean;
  readonly watches: readonly RangeWatch[];
}

/**
 * Scores rows with every model, each time by the sessions that have least to do. Yields in the order of the rows.
 * Throws the faults of the first rows that have any, of all models.
 */
export async function* scoreBatches(
  batches: AsyncIterable<RowBatch>,
  scoring: Scoring,
): AsyncIterable<ScoreBatch> {
  const { pass, sessions, perClass, watches } = scoring;
  const waiting = sessions[0]!.map(() => 0);
  const arrays = pass.models.map(() => new Map<string, Tensor['data']>());
  const pending: Promise<ScoreBatch & { readonly first: number }>[] = [];
  let classes: number | null = null;
  const next = async () => {
    const { first, ...scored } = await pending.shift()!;
    classes ??= scored.classes!;
    checkClasses(classes, scored.classes!, 'batch before');
    checkRanges(watches, scored, first);
    const { classes: _, ...single } = scored;
    return perClass ? scored : single;
  };
  for await (const batch of batches) {
    const worker = waiting.indexOf(Math.min(...waiting));
    waiting[worker]!++;
    const scored = scoreBatch(batch, scoring, worker, arrays).finally(() => waiting[worker]!--);
    // It is awaited in its turn, perhaps after another has failed.
    scored.catch(() => {});
    pending.push(scored);
    if (pending.length >= waiting.length * AHEAD) yield await next();
  }
  while (pending.length > 0) yield await next();
}

async function scoreBatch(
  batch: RowBatch,
  { pass, batchRows, sessions, roles }: Scoring,
  worker: number,
  arrays: readonly Map<string, Tensor['data']>[],
): Promise<ScoreBatch & { readonly first: number }> {
  const values = readRoles(batch, pass, roles);
  const settled = await Promise.allSettled(
    sessions.map((team, i) => runBatch(team[worker]!, pass.models[i]!, batch, batchRows, arrays[i]!)),
  );
  throwFaults(addressFaults(settled.map(faultsOf)));
  const [candidate, baseline] = settled.map((one) => (one as PromiseFulfilledResult<Scored>).value);
  if (baseline) checkClasses(baseline.classes, candidate!.classes, 'baseline');
  return {
    ...values,
    first: batch.first,
    classes: candidate!.classes,
    candidate: candidate!.scores,
    baseline: baseline?.scores ?? null,
  };
}

/** Throws the faults of both models. */
function checkRanges(watches: readonly RangeWatch[], scored: ScoreBatch, first: number): void {
  const faults = watches.flatMap((watch, i) => {
    try {
      watch.see((i === 0 ? scored.candidate : scored.baseline)!, scored.classes ?? 1, first);
      return [];
    } catch (error) {
      if (error instanceof FaultError) return error.faults;
      throw error;
    }
  });
  throwFaults(faults);
}

/** What is not a FaultError is a defect of ours, and is thrown as it is. */
export function faultsOf(settled: PromiseSettledResult<unknown>): readonly Fault[] {
  if (settled.status === 'fulfilled') return [];
  if (settled.reason instanceof FaultError) return settled.reason.faults;
  throw settled.reason;
}

type RoleValues = Pick<ScoreBatch, 'label' | 'weight' | 'group' | 'item' | 'slices'>;

function readRoles(batch: RowBatch, pass: Pass, names: Roles): RoleValues {
  const places = { label: pass.label, weight: pass.weight, group: pass.group, item: pass.item };
  const faults = (['label', 'weight', 'group', 'item'] as const).flatMap((role) => {
    const place = places[role];
    return place === null ? [] : checkRoleValues(role, names[role]!, batch.columns[place]!, batch.first);
  });
  throwFaults(faults);
  // Copies: the next batch overwrites them.
  const values = (place: number | null) => (place === null ? null : batch.columns[place]!.data.slice());
  return {
    label: values(pass.label) as Float64Array,
    weight: values(pass.weight) as Float64Array | null,
    group: values(pass.group) as string[] | null,
    item: values(pass.item) as string[] | null,
    slices: pass.slices.map(({ stored, place }) => ({ name: stored, values: textOf(batch.columns[place]!) })),
  };
}

function textOf({ data, valid }: ColumnValues): (string | null)[] {
  return (data as string[]).map((value, row) => (valid?.[row] === 0 ? null : value));
}

interface Scored {
  /** Row-major, `classes` a row. */
  readonly scores: Float64Array;
  readonly classes: number;
}

async function runBatch(
  session: ModelSession,
  model: ModelPlan,
  batch: RowBatch,
  batchRows: number,
  arrays: Map<string, Tensor['data']>,
): Promise<Scored> {
  const columns = columnsOf(model, batch.columns);
  const { feeds, output } = model;
  // All are packed and sent before the first answer is awaited: the rows are overwritten meanwhile.
  const calls = callsOf(batch.rows, batchRows, feeds.fixedBatch).map((call) => {
    const tensors = packInputs(feeds, columns, { first: batch.first, ...call }, arrays);
    const results = session.run(tensors, [output.name]);
    // Nobody awaits it when a later call cannot be packed.
    results.catch(() => {});
    return { ...call, results };
  });
  const results = await Promise.all(calls.map((call) => call.results));
  const parts = calls.map(({ count }, i) =>
    extractScores(output, results[i]!.get(output.name)!, feeds.fixedBatch ?? count, count),
  );
  const { classes } = parts[0]!;
  if (parts.length === 1) return parts[0]!;
  const scores = new Float64Array(batch.rows * classes);
  for (const [i, part] of parts.entries()) {
    checkClasses(classes, part.classes, 'batch before');
    scores.set(part.scores, calls[i]!.from * classes);
  }
  return { scores, classes };
}

/** Batch by batch, and each in as many calls as a fixed size needs, the last one to be filled up. */
function callsOf(rows: number, batchRows: number, fixed: number | null) {
  const calls: { readonly from: number; readonly count: number }[] = [];
  for (let start = 0; start < rows; start += batchRows) {
    const end = Math.min(start + batchRows, rows);
    const step = fixed ?? batchRows;
    for (let from = start; from < end; from += step) calls.push({ from, count: Math.min(step, end - from) });
  }
  return calls;
}

function checkClasses(wanted: number, classes: number, other: string): void {
  if (wanted === classes) return;
  throw fault('model-signature', `The model gives ${classes} classes a row, and the ${other} ${wanted}.`, {
    fix: 'Both models must answer with the same classes in the same order.',
  });
}
