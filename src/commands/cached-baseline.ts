/** A baseline is the same for many candidates: its scores are kept, and taken instead of running it again. */
import { FaultError } from '../core/errors.ts';
import { type ScoreOrigin, scoreKey } from '../core/scoring/cache-key.ts';
import type {
  Files,
  ModelFiles,
  ModelRunner,
  Progress,
  RowSource,
  ScoreBatch,
  ScoreCache,
  Tables,
} from '../ports.ts';
import { locationsOf } from './gather-model.ts';
import type { LocalModel } from './models.ts';

/** Where scores are kept, and what those of this baseline depend on as far as it is known before the pass is planned. */
export interface BaselineCache {
  readonly scores: ScoreCache;
  readonly origin: Omit<ScoreOrigin, 'engine' | 'batchRows' | 'perClass'>;
}

/** Null for the rows of a query, whose content nobody has a digest of. */
export async function runBaselineCache(
  inputs: {
    readonly baseline: LocalModel;
    readonly source: RowSource;
    readonly mapping: unknown;
    readonly toolVersion: string;
    readonly machine: { readonly platform: string; readonly cpu: string };
    readonly scores: ScoreCache;
  },
  ports: { readonly files: Files; readonly modelFiles: ModelFiles; readonly tables: Tables },
): Promise<BaselineCache | null> {
  const { baseline, source, mapping, machine, scores } = inputs;
  if ('query' in source) return null;
  const { files: _, ...selection } = source;
  const folder = baseline.path.slice(0, baseline.path.search(/[^\\/]*$/));
  const external = [];
  for (const location of await locationsOf(baseline.path, ports.modelFiles)) {
    external.push({ location, digest: (await ports.files.identify(`${folder}${location}`)).digest });
  }
  const { digest } = await ports.tables.identify(source);
  return {
    scores,
    origin: {
      tool: inputs.toolVersion,
      machine: { platform: machine.platform, cpu: machine.cpu },
      model: { digest: baseline.subject.digest, external },
      holdout: { digest, selection },
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

interface Pass {
  readonly batchRows: number;
  readonly perClass: boolean;
  readonly rows: number;
}

/** The key of this pass, and the scores that are kept under it. What cannot be read, or has other rows, counts as not there. */
export async function runRecallBaseline(
  { scores, origin }: BaselineCache,
  { batchRows, perClass, rows }: Pass,
  { runner, tables, progress }: Ports,
): Promise<{ readonly key: string; readonly known: KnownScores | null }> {
  const key = await scoreKey({ ...origin, engine: await runner.engine(), batchRows, perClass });
  const path = await scores.get(key);
  if (path === null) return { key, known: null };
  try {
    const table = await tables.readScores({ files: [path] }, columnsOf('candidate', perClass));
    if (table.label.length !== rows) return { key, known: null };
    progress.report(`The baseline's scores are those of an earlier run (${key.slice(0, 12)}).`);
    return { key, known: { scores: table.candidate, classes: table.classes ?? 1 } };
  } catch (error) {
    if (error instanceof FaultError) return { key, known: null };
    throw error;
  }
}

/** Keeps the baseline's scores of a table that was just written. */
export async function runRememberBaseline(
  { scores }: BaselineCache,
  key: string,
  { out, perClass }: { readonly out: string; readonly perClass: boolean },
  { tables }: Ports,
): Promise<void> {
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
  await scores.put(key, path);
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
