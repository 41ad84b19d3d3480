import { type Fault, FaultError, fault, throwFaults } from '../core/errors.ts';
import type { OutputChoice, SlicePolicy } from '../core/policy/schema.ts';
import { extractScores } from '../core/scoring/extract.ts';
import { type Inputs, requestsOf } from '../core/scoring/mapping.ts';
import { packInputs } from '../core/scoring/pack.ts';
import { addressFaults, columnsOf, type ModelPlan, type Pass, planPass } from '../core/scoring/pass.ts';
import { checkRoleValues } from '../core/scoring/roles.ts';
import { sliceColumns } from '../core/scoring/slice-columns.ts';
import type {
  ColumnValues,
  Limits,
  ModelRunner,
  ModelSession,
  Progress,
  RowBatch,
  RowSource,
  RowTable,
  ScoreBatch,
  Tables,
} from '../ports.ts';

export interface ScoreInputs {
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
  readonly inputs: Inputs;
  readonly output: OutputChoice;
  /** Rows per call of a model. Part of the result: int8 models answer differently by batch. */
  readonly batchRows: number;
  readonly limits: Limits;
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
  { runner, tables, progress }: Ports,
): Promise<{
  readonly rows: number;
  readonly path: string;
  /** Columns of the holdout that feed the models; expressions are none. */
  readonly features: readonly string[];
}> {
  const { candidate, baseline, holdout, limits, out } = inputs;
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
    inputs.inputs,
    inputs.output,
    holdout,
    sliceColumns(inputs.slices ?? []),
    inputs.perClass,
  );
  if (!planned.ok) throw faultError(planned.faults);
  for (const note of planned.plan.notes) progress.report(note);
  const rows = await tables.writeScores(out, scoreAll(inputs, table, planned.plan, sessions, progress));
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

/** What is not a FaultError is a defect of ours, and is thrown as it is. */
function faultsOf(settled: PromiseSettledResult<unknown>): readonly Fault[] {
  if (settled.status === 'fulfilled') return [];
  if (settled.reason instanceof FaultError) return settled.reason.faults;
  throw settled.reason;
}

function faultError([first, ...rest]: readonly Fault[]): FaultError {
  return new FaultError([first!, ...rest]);
}

async function* scoreAll(
  inputs: ScoreInputs,
  table: RowTable,
  pass: Pass,
  sessions: readonly ModelSession[],
  progress: Progress,
): AsyncIterable<ScoreBatch> {
  const { holdout, batchRows } = inputs;
  let classes: number | null = null;
  const every = Math.ceil(table.rows / batchRows / REPORTS) * batchRows;
  for await (const batch of table.read(pass.requests, batchRows)) {
    const roles = readRoles(batch, pass, holdout);
    const settled = await Promise.allSettled(
      sessions.map((session, i) => scoreBatch(session, pass.models[i]!, batch)),
    );
    throwFaults(addressFaults(settled.map(faultsOf)));
    const [candidate, baseline] = settled.map((one) => (one as PromiseFulfilledResult<Scored>).value);
    classes ??= candidate!.classes;
    checkClasses(classes, candidate!.classes, 'batch before');
    if (baseline) checkClasses(baseline.classes, classes, 'baseline');
    yield {
      ...roles,
      ...(inputs.perClass && { classes }),
      candidate: candidate!.scores,
      baseline: baseline?.scores ?? null,
    };
    const done = batch.first + batch.rows;
    if (done % every === 0 || done === table.rows) progress.report(`Scored ${done} of ${table.rows} rows.`);
  }
}

type RoleValues = Pick<ScoreBatch, 'label' | 'weight' | 'group' | 'item' | 'slices'>;

function readRoles(batch: RowBatch, pass: Pass, holdout: ScoreInputs['holdout']): RoleValues {
  const places = { label: pass.label, weight: pass.weight, group: pass.group, item: pass.item };
  const faults = (['label', 'weight', 'group', 'item'] as const).flatMap((role) => {
    const place = places[role];
    return place === null ? [] : checkRoleValues(role, holdout[role]!, batch.columns[place]!, batch.first);
  });
  throwFaults(faults);
  const values = (place: number | null) => (place === null ? null : batch.columns[place]!.data);
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

/** In as many calls as a fixed batch size needs, the last one padded; in one call otherwise. */
async function scoreBatch(session: ModelSession, model: ModelPlan, batch: RowBatch): Promise<Scored> {
  const columns = columnsOf(model, batch.columns);
  const { feeds, output } = model;
  const step = feeds.fixedBatch ?? batch.rows;
  let all: Scored | null = null;
  for (let from = 0; from < batch.rows; from += step) {
    const count = Math.min(step, batch.rows - from);
    const tensors = packInputs(feeds, columns, { first: batch.first, from, count });
    const results = await session.run(tensors, [output.name]);
    const part = extractScores(output, results.get(output.name)!, feeds.fixedBatch ?? count, count);
    all ??= { scores: new Float64Array(batch.rows * part.classes), classes: part.classes };
    checkClasses(all.classes, part.classes, 'batch before');
    all.scores.set(part.scores, from * part.classes);
  }
  return all!;
}

function checkClasses(wanted: number, classes: number, other: string): void {
  if (wanted === classes) return;
  throw fault('model-signature', `The model gives ${classes} classes a row, and the ${other} ${wanted}.`, {
    fix: 'Both models must answer with the same classes in the same order.',
  });
}
