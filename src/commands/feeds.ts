import { type Fault, fault, throwFaults } from '../core/errors.ts';
import { planInputs, requestsOf } from '../core/scoring/mapping.ts';
import { checkNames, inputsAt, type Mappings } from '../core/scoring/mappings.ts';
import { packInputs } from '../core/scoring/pack.ts';
import { randomInputs } from '../core/scoring/random-inputs.ts';
import type { Roles } from '../core/scoring/roles.ts';
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

/** Feeds of one batch size, one entry per model. */
export type FeedsOf = (batch: number) => readonly Tensors[];

/**
 * Makes the tensors that each model is timed on: the first rows of the holdout, the same for all models, or made-up
 * inputs when there is no holdout. Throws what planning and packing throw, and `holdout-empty` when the largest batch
 * has more rows than the holdout.
 */
export async function runMakeFeeds(
  inputs: Omit<Mappings, 'output'> & {
    readonly models: readonly string[];
    readonly rows: FeedRows | null;
    readonly batches: readonly number[];
    readonly limits: Limits;
  },
  ports: { readonly runner: ModelRunner; readonly tables: Tables },
): Promise<FeedsOf> {
  const signatures = await Promise.all(
    inputs.models.map(async (path) => {
      await using session = await ports.runner.open(path, inputs.limits);
      return session.signature;
    }),
  );
  if (inputs.rows === null) {
    return (batch) => signatures.map((each) => randomInputs(each, batch, seededRandom(1).uniform));
  }
  await using table = await ports.tables.open(inputs.rows.source);
  const largest = Math.max(...inputs.batches);
  if (table.rows < largest) {
    throw fault('holdout-empty', `The holdout has ${table.rows} rows; a batch of ${largest} needs as many.`, {
      fix: 'Time smaller batches (`latency: { batch: [1] }`) or give more rows.',
    });
  }
  const heads = await readHeads(table, signatures, inputs, inputs.rows, inputs.batches);
  return (batch) =>
    heads.map(({ plan, head }) => packInputs(plan, head.columns, { first: 0, from: 0, count: batch }));
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
  for (const { fixedBatch } of plans) {
    const other = batches.find((batch) => fixedBatch !== null && batch !== fixedBatch);
    if (other === undefined) continue;
    faults.push({
      code: 'model-signature',
      message: `A batch of ${other} cannot be timed: the model takes exactly ${fixedBatch} rows.`,
      fix: `Time that size (\`latency: { batch: [${fixedBatch}] }\`), or export the model with a dynamic first dimension.`,
    });
  }
  throwFaults(faults);
  const heads = [];
  for (const plan of plans)
    heads.push({ plan, head: await firstBatch(table, requestsOf(plan), Math.max(...batches)) });
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
