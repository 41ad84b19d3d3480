/** A baseline is the same for many candidates: its scores are kept, and taken instead of running it again. */
import { FaultError } from '../core/errors.ts';
import { type ScoreOrigin, scoreKey } from '../core/scoring/cache-key.ts';
import { type KeptNote, parseKeptNote } from '../core/scoring/kept-scores.ts';
import type {
  Files,
  ModelFiles,
  ModelRunner,
  Progress,
  ScoreBatch,
  ScoreCache,
  Signature,
  Tables,
} from '../ports.ts';
import { locationsOf } from './gather-model.ts';
import type { LocalModel } from './models.ts';

/** Where scores are kept, and what those of this baseline depend on as far as it is known before the pass is planned. */
export interface BaselineCache {
  readonly scores: ScoreCache;
  readonly origin: Omit<ScoreOrigin, 'engine' | 'batchRows' | 'perClass'>;
}

/** Null for the rows of a query that may give others tomorrow. */
export async function runBaselineCache(
  inputs: {
    readonly baseline: LocalModel;
    /** As `Tables.identify` gives them. */
    readonly rows: { readonly digest: string; readonly open: string | null };
    readonly mapping: unknown;
    readonly toolVersion: string;
    readonly machine: { readonly platform: string; readonly cpu: string };
    readonly scores: ScoreCache;
  },
  ports: { readonly files: Files; readonly modelFiles: ModelFiles; readonly progress: Progress },
): Promise<BaselineCache | null> {
  const { baseline, mapping, machine, scores } = inputs;
  const { digest, open } = inputs.rows;
  if (open !== null) {
    ports.progress.report(`The baseline's scores are not kept: the query's rows may change, for ${open}.`);
    return null;
  }
  const folder = baseline.path.slice(0, baseline.path.search(/[^\\/]*$/));
  const external = [];
  for (const location of await locationsOf(baseline.path, ports.modelFiles)) {
    external.push({ location, digest: (await ports.files.identify(`${folder}${location}`)).digest });
  }
  return {
    scores,
    origin: {
      tool: inputs.toolVersion,
      machine: { platform: machine.platform, cpu: machine.cpu },
      model: { digest: baseline.subject.digest, external },
      holdout: { digest },
      mapping,
    },
  };
}

/** Row-major scores of the whole table. */
export interface KnownScores {
  readonly scores: Float64Array;
  readonly classes: number;
}

interface Ports {
  readonly runner: ModelRunner;
  readonly tables: Tables;
  readonly progress: Progress;
}

export interface Kept {
  readonly key: string;
  /** Null where nothing is kept. */
  readonly scores: (KeptNote & { readonly path: string }) | null;
}

/** Looks for scores before any model is opened. `batchRows` as it was asked for. */
export async function runFindBaseline(
  { scores, origin }: BaselineCache,
  {
    batchRows = null,
    perClass,
  }: { readonly batchRows?: number | null | undefined; readonly perClass: boolean },
  { runner }: Pick<Ports, 'runner'>,
): Promise<Kept> {
  const key = await scoreKey({ ...origin, engine: await runner.engine(), batchRows, perClass });
  const kept = await scores.get(key);
  const note = kept && parseKeptNote(kept.about);
  return { key, scores: note && { ...note, path: kept.path } };
}

/** Null for scores of other batches or rows, and for what cannot be read. */
export async function runRecallBaseline(
  { key, scores: kept }: Kept,
  {
    batchRows,
    perClass,
    rows,
  }: { readonly batchRows: number; readonly perClass: boolean; readonly rows: number },
  { tables, progress }: Pick<Ports, 'tables' | 'progress'>,
): Promise<KnownScores | null> {
  if (kept?.batchRows !== batchRows) return null;
  try {
    const table = await tables.readScores({ files: [kept.path] }, columnsOf('candidate', perClass));
    if (table.label.length !== rows) return null;
    progress.report(`The baseline's scores are those of an earlier run (${key.slice(0, 12)}).`);
    return { scores: table.candidate, classes: table.classes ?? 1 };
  } catch (error) {
    if (error instanceof FaultError) return null;
    throw error;
  }
}

/** Keeps the baseline's scores of a table that was just written. */
export async function runRememberBaseline(
  { scores }: BaselineCache,
  key: string,
  written: {
    readonly out: string;
    readonly perClass: boolean;
    readonly signature: Signature;
    readonly batchRows: number;
  },
  { tables }: Pick<Ports, 'tables'>,
): Promise<void> {
  const { out, perClass, signature, batchRows } = written;
  const table = await tables.readScores({ files: [out] }, columnsOf('baseline', perClass));
  const batch: ScoreBatch = {
    label: table.label,
    ...(perClass && { classes: table.classes ?? 1 }),
    candidate: table.candidate,
    baseline: null,
    weight: null,
    group: null,
  };
  const path = `${out}.baseline`;
  await tables.writeScores(
    path,
    (async function* () {
      yield batch;
    })(),
  );
  await scores.put(key, { path, about: JSON.stringify({ signature, batchRows }) });
}

/** Puts the known scores beside the candidate's. `first` is the position of the first row in the table. */
export async function* withBaseline(
  batches: AsyncIterable<ScoreBatch>,
  { scores, classes }: KnownScores,
  first = 0,
): AsyncIterable<ScoreBatch> {
  let from = first * classes;
  for await (const batch of batches) {
    const to = from + batch.label.length * classes;
    yield { ...batch, baseline: scores.subarray(from, to) };
    from = to;
  }
}

const columnsOf = (candidate: string, perClass: boolean) => ({
  label: 'label',
  candidate,
  baseline: null,
  weight: null,
  group: null,
  perClass,
});
