/** The rows that a probe replays: the first of the holdout, or made-up ones. */
import { throwFaults } from '../../../core/errors.ts';
import type { ModelPolicy } from '../../../core/policy/schema.ts';
import { type OutputPlan, planOutput } from '../../../core/scoring/output.ts';
import { packInputs } from '../../../core/scoring/pack.ts';
import { columnsOf, planPass } from '../../../core/scoring/pass.ts';
import { randomInputs } from '../../../core/scoring/random-inputs.ts';
import { seededRandom } from '../../../core/stats/random.ts';
import type { Signature, Tables, Tensors } from '../../../ports.ts';
import { firstBatch } from '../../feeds.ts';
import { rowSourceOf } from '../../row-source.ts';

export interface ProbeRows {
  readonly rows: number;
  /** Rows of a call where the model fixes them. */
  readonly fixedBatch: number | null;
  /** `count` rows from row `from` on. */
  readonly feeds: (from: number, count: number) => Tensors;
  /** Which number is the score; null where that cannot be told. */
  readonly output: OutputPlan | null;
  readonly label: Float64Array | null;
}

/** Throws the faults of the holdout and of its mapping. */
export async function runReadProbeRows(
  signature: Signature,
  { holdout, inputs, output }: ModelPolicy,
  most: number,
  { tables }: { readonly tables: Tables },
): Promise<ProbeRows> {
  if (holdout === undefined) return madeUp(signature, output, most);
  await using table = await tables.open(rowSourceOf(holdout));
  const mappings = { inputs, output, 'baseline-inputs': undefined, 'baseline-output': undefined };
  const planned = planPass([signature], table.columns, mappings, holdout);
  if (!planned.ok) throwFaults(planned.faults);
  if (!planned.ok) throw new Error('unreachable: what cannot be planned has faults');
  const { plan } = planned;
  const [model] = plan.models;
  const { feeds, output: score } = model!;
  const batch = await firstBatch(table, plan.requests, most);
  const columns = columnsOf(model!, batch.columns);
  return {
    rows: batch.rows,
    fixedBatch: feeds.fixedBatch,
    feeds: (from, count) => packInputs(feeds, columns, { first: 0, from, count }),
    output: score,
    label: (batch.columns[plan.label]!.data as Float64Array).slice(0, batch.rows),
  };
}

function madeUp(signature: Signature, output: ModelPolicy['output'], most: number): ProbeRows {
  const [size] = new Set(signature.inputs.map(({ shape }) => shape[0]));
  const fixedBatch = typeof size === 'number' ? size : null;
  const planned = planOutput(signature, output);
  return {
    ...{ rows: fixedBatch ?? most, fixedBatch, output: planned.ok ? planned.plan : null, label: null },
    // Each row from its own seed, so that it is the same in every batch.
    feeds: (from, count) => randomInputs(signature, count, seededRandom(from + 1).uniform),
  };
}
