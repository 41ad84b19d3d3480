import { type Fault, fault, throwFaults } from '../core/errors.ts';
import { planInputs } from '../core/scoring/mapping.ts';
import { checkNames, inputsAt, type Mappings } from '../core/scoring/mappings.ts';
import { packInputs } from '../core/scoring/pack.ts';
import { randomInputs } from '../core/scoring/random-inputs.ts';
import { readsOf } from '../core/scoring/reads.ts';
import type { Roles } from '../core/scoring/roles.ts';
import { list } from '../core/scoring/words.ts';
import { seededRandom } from '../core/stats/random.ts';
import type {
  Limits,
  ModelRunner,
  RowBatch,
  RowSource,
  RowTable,
  Signature,
  Tables,
  Tensors,
} from '../ports.ts';

/** Where the benchmark's rows come from. */
export interface FeedRows extends Roles {
  readonly source: RowSource;
}

export interface Feeds {
  /** Of one batch size, one entry per model. */
  readonly feedsOf: (batch: number) => readonly Tensors[];
  /** What is not the holdout's, in sentences. */
  readonly notes: string[];
}

/**
 * Makes the tensors that each model is timed on: the first rows of the holdout, the same for all models, or made-up
 * inputs for all when there is no holdout or when it lacks inputs that are matched by name. Throws what planning and
 * packing throw, `holdout-empty` when the largest batch has more rows than the holdout, and `model-signature` for a
 * batch that a model does not take.
 */
export async function runMakeFeeds(
  inputs: Omit<Mappings, 'output'> & {
    readonly models: readonly string[];
    readonly rows: FeedRows | null;
    readonly batches: readonly number[];
    /** Sizes for made-up inputs. */
    readonly dimensions: Readonly<Record<string, number>>;
    readonly limits: Limits;
  },
  ports: { readonly runner: ModelRunner; readonly tables: Tables },
): Promise<Feeds> {
  const signatures = await Promise.all(
    inputs.models.map(async (path) => {
      await using session = await ports.runner.open(path, inputs.limits);
      return session.signature;
    }),
  );
  return runFeedSignatures(signatures, inputs, ports);
}

/** The same for models that are open already, or behind an endpoint. */
export async function runFeedSignatures(
  signatures: readonly Signature[],
  inputs: Omit<Parameters<typeof runMakeFeeds>[0], 'models' | 'limits'>,
  ports: { readonly tables: Tables },
): Promise<Feeds> {
  const madeUp = (note: string): Feeds => {
    throwFaults(signatures.flatMap((each) => fixedBatchFaults(fixedBatchOf(each), inputs.batches)));
    const feedsOf = (batch: number) =>
      signatures.map((each) => randomInputs(each, batch, seededRandom(1).uniform, inputs.dimensions));
    // Faults of the signature are the same for any batch.
    feedsOf(inputs.batches[0]!);
    return { feedsOf, notes: [note] };
  };
  if (inputs.rows === null) return madeUp('Timed on made-up inputs: there is no holdout.');
  await using table = await ports.tables.open(inputs.rows.source);
  const byName = inputs.inputs === 'auto' && inputs['baseline-inputs'] === undefined;
  const lacking = byName ? unmatched(signatures, table, inputs.rows) : [];
  if (lacking.length > 0)
    return madeUp(`Timed on made-up inputs: the holdout has no column for ${list(lacking)}.`);
  const largest = Math.max(...inputs.batches);
  if (table.rows < largest) {
    throw fault('holdout-empty', `The holdout has ${table.rows} rows; a batch of ${largest} needs as many.`, {
      fix: 'Time smaller batches (`latency: { batch: [1] }`) or give more rows.',
    });
  }
  const heads = await readHeads(table, signatures, inputs, inputs.rows, inputs.batches);
  const feedsOf = (batch: number) =>
    heads.map(({ plan, head }) => packInputs(plan, head.columns, { first: 0, from: 0, count: batch }));
  return { feedsOf, notes: [] };
}

/** Inputs of any model that no column is matched with, and those of a shape that columns cannot have. */
function unmatched(signatures: readonly Signature[], table: RowTable, roles: Roles): string[] {
  const lacking = signatures.flatMap(({ inputs }) =>
    inputs.filter((input) => {
      const alone = planInputs({ inputs: [input], outputs: [] }, table.columns, 'auto', roles);
      return (
        input.shape.length > 2 || (!alone.ok && alone.faults.some(({ code }) => code === 'column-missing'))
      );
    }),
  );
  return [...new Set(lacking.map(({ name }) => name))];
}

/** The number of rows that all inputs of a model fix, or null. */
function fixedBatchOf({ inputs }: Signature): number | null {
  const [rows, ...others] = new Set(inputs.map(({ shape }) => shape[0]));
  return typeof rows === 'number' && others.length === 0 ? rows : null;
}

function fixedBatchFaults(fixedBatch: number | null, batches: readonly number[]): Fault[] {
  const other = batches.find((batch) => fixedBatch !== null && batch !== fixedBatch);
  if (other === undefined) return [];
  return [
    {
      code: 'model-signature',
      message: `A batch of ${other} cannot be timed: the model takes exactly ${fixedBatch} rows.`,
      fix: `Time that size (\`latency: { batch: [${fixedBatch}] }\`), or export the model with a dynamic first dimension.`,
    },
  ];
}

async function readHeads(
  table: RowTable,
  signatures: readonly Signature[],
  mappings: Omit<Mappings, 'output'>,
  roles: Roles,
  batches: readonly number[],
) {
  const faults: Fault[] = checkNames(mappings, signatures);
  const plans = signatures.flatMap((signature, place) => {
    const { inputs, key } = inputsAt(mappings, place);
    const planned = planInputs(signature, table.columns, inputs, roles, key);
    if (planned.ok) return [planned.plan];
    faults.push(...planned.faults);
    return [];
  });
  for (const { fixedBatch } of plans) faults.push(...fixedBatchFaults(fixedBatch, batches));
  throwFaults(faults);
  const heads = [];
  for (const plan of plans)
    heads.push({ plan, head: await firstBatch(table, readsOf(plan), Math.max(...batches)) });
  return heads;
}

/** The first `rows` rows, or all where there are fewer. Throws `holdout-empty`. */
export async function firstBatch(
  table: RowTable,
  requests: Parameters<RowTable['read']>[0],
  rows: number,
): Promise<RowBatch> {
  for await (const batch of table.read(requests, rows)) return batch;
  throw fault('holdout-empty', 'The holdout gave no rows.', { fix: 'Check its source.' });
}
