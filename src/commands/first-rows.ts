import { throwFaults } from '../core/errors.ts';
import { type FeedPlan, type Planned, planInputs } from '../core/scoring/mapping.ts';
import { checkNames, inputsAt, type Mappings } from '../core/scoring/mappings.ts';
import { packInputs } from '../core/scoring/pack.ts';
import { readsOf } from '../core/scoring/reads.ts';
import type { Signature, Tables, Tensors } from '../ports.ts';
import { type FeedRows, firstBatch } from './feeds.ts';

/** The first rows of a holdout, as one model takes them. */
export interface FirstRows {
  readonly plan: FeedPlan;
  readonly rows: number;
  /** The first `count` rows, or as many as there are. In calls of the model's own size where it is fixed, the last one filled up. */
  readonly feeds: (count: number) => readonly Tensors[];
}

/**
 * Reads the first `most` rows, or fewer where the holdout has fewer, for each model; faults of a model whose inputs
 * they cannot feed. Throws what opening and reading throw, and the faults of the mapping that are no single model's.
 */
export async function runReadFirstRows(
  wanted: { readonly rows: FeedRows; readonly mappings: Mappings; readonly most: number },
  signatures: readonly Signature[],
  { tables }: { readonly tables: Tables },
): Promise<readonly Planned<FirstRows>[]> {
  await using table = await tables.open(wanted.rows.source);
  throwFaults(checkNames(wanted.mappings, signatures));
  const found: Planned<FirstRows>[] = [];
  for (const [place, signature] of signatures.entries()) {
    const { inputs, key } = inputsAt(wanted.mappings, place);
    const planned = planInputs(signature, table.columns, inputs, wanted.rows, key);
    if (!planned.ok) {
      found.push(planned);
      continue;
    }
    const { plan } = planned;
    const { rows, columns } = await firstBatch(table, readsOf(plan), wanted.most);
    const feeds = (count: number) => {
      const calls: Tensors[] = [];
      const most = Math.min(count, rows);
      const size = plan.fixedBatch ?? most;
      for (let from = 0; from < most; from += size)
        calls.push(packInputs(plan, columns, { first: 0, from, count: Math.min(size, most - from) }));
      return calls;
    };
    found.push({ ok: true, plan: { plan, rows, feeds } });
  }
  return found;
}
