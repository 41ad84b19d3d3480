/** A model on the rows of a batch one by one, in another order, fewer of them, and with values missing; and at other sizes. */
import type { Tolerance } from '../core/behaviour/compare.ts';
import { findingFor } from '../core/behaviour/findings.ts';
import { judgeMissing, judgeOrder, judgeSingles, rowOutputs } from '../core/behaviour/judge.ts';
import { type Filling, madeUpInputs } from '../core/behaviour/made-up.ts';
import { withHole } from '../core/behaviour/perturb.ts';
import { batchedInputs, feedsOfRows, rowsOf } from '../core/behaviour/rows.ts';
import type { Finding } from '../core/documents/validation.ts';
import type { Fault } from '../core/errors.ts';
import { seededRandom } from '../core/stats/random.ts';
import type { Tensors } from '../ports.ts';
import type { Subject } from './behaviour.ts';

/** Rows that are run alone: each is a call. */
const MOST_SINGLES = 16;
export async function* tryRows(
  { session, run, feeds, first, real }: Subject,
  finite: boolean,
  tolerance?: Tolerance,
): AsyncGenerator<readonly Finding[]> {
  const { signature } = session;
  const batched = batchedInputs(signature);
  const rows = batched && rowsOf(feeds, batched);
  if (!batched || !rows || rows < 2) return;
  const batch = rowOutputs(first, rows);
  const name = signature.inputs.find((input) => batched.has(input.name))!.shape[0];
  const pick = (indices: readonly number[]) => run(feedsOfRows(feeds, batched, indices));
  const refused = (count: number, { message, details }: Fault) => {
    // Two dimensions without a name may be different ones; made-up rows need not be rows at all.
    const sure = typeof name === 'string' || real;
    return findingFor('dynamic-dimensions', `${rows} rows run and ${count} does not: ${message}`, {
      at: [...batched][0]!,
      ...(!sure && { severity: 'warning' as const }),
      ...(details !== undefined && { details }),
    });
  };
  const singles: Tensors[] = [];
  for (let row = 0; row < Math.min(rows, MOST_SINGLES); row++) {
    const alone = await pick([row]);
    if (!alone.ok) {
      yield [refused(1, alone.fault)];
      break;
    }
    singles.push(alone.outputs);
  }
  const variant = singles.length === 0 ? [] : judgeSingles(batch, singles, tolerance);
  yield variant;
  const reversed = Array.from({ length: rows }, (_, i) => rows - 1 - i);
  const reordered = await pick(reversed);
  // A row that depends on its batch depends on its place as well: said once.
  if (reordered.ok && variant.length === 0) yield judgeOrder(batch, reordered.outputs, reversed, tolerance);
  if (singles.length > 0 && rows > 2) {
    const fewer = await pick(reversed.slice(1));
    if (!fewer.ok) yield [refused(rows - 1, fewer.fault)];
  }
  const holed = withHole(feeds, batched);
  const ran = holed && (await run(holed));
  if (ran?.ok && finite && variant.length === 0) yield judgeMissing(batch, ran.outputs);
}

/** Doubled, for many models want a multiple of what they halve. */
export async function tryOpenSizes(
  { session, run }: Subject,
  filling: Filling,
  seed: number,
): Promise<Finding[]> {
  const { signature } = session;
  const open = signature.inputs.find(({ shape }) => shape.slice(1).some((size) => typeof size !== 'number'));
  if (!open) return [];
  const other = filling.open * 2;
  const made = madeUpInputs(signature, { ...filling, open: other }, seededRandom(seed).uniform);
  const ran = 'feeds' in made ? await run(made.feeds) : null;
  if (!ran || ran.ok) return [];
  const { message, details } = ran.fault;
  return [
    findingFor(
      'dynamic-dimensions',
      `Inputs run with ${filling.open} in every open dimension but the first, and not with ${other}: ${message}`,
      // Which sizes belong together, only the model's maker knows.
      { at: open.name, severity: 'warning', ...(details !== undefined && { details }) },
    ),
  ];
}
