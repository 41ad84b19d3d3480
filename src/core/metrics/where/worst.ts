/** The parts of the rows that lose most. */
import { MOST_WORST, type WhereWorse } from '../../documents/evaluation.ts';

export interface Part {
  readonly index: number;
  readonly loss: number;
}

/** The largest losses above zero, largest first; equal ones as they stand. One pass. */
export function largest(losses: Float64Array): Part[] {
  const found: Part[] = [];
  for (let index = 0; index < losses.length; index++) {
    const loss = losses[index]!;
    if (!(loss > 0) || (found.length === MOST_WORST && loss <= found.at(-1)!.loss)) continue;
    const place = found.findIndex((one) => one.loss < loss);
    found.splice(place < 0 ? found.length : place, 0, { index, loss });
    if (found.length > MOST_WORST) found.pop();
  }
  return found;
}

/** Slices may overlap, where they come of several entries of the policy. */
export interface NamedRows {
  readonly id: string;
  readonly rows: Int32Array;
}

export function worstSlices(slices: readonly NamedRows[], losses: Float64Array): WhereWorse['slices'] {
  return largest(losses).map(({ index, loss }) => {
    const { id, rows } = slices[index]!;
    return { slice: id, rows: rows.length, loss };
  });
}

export function worstGroups(
  losses: Float64Array,
  group: { readonly code: Int32Array; readonly count: number },
  names: readonly string[],
): WhereWorse['groups'] {
  const sums = new Float64Array(group.count);
  const sizes = new Int32Array(group.count);
  for (let row = 0; row < losses.length; row++) {
    sums[group.code[row]!]! += losses[row]!;
    sizes[group.code[row]!]!++;
  }
  return largest(sums).map(({ index, loss }) => ({
    group: (names[index] ?? '').slice(0, LONGEST_NAME),
    rows: sizes[index]!,
    loss,
  }));
}

const LONGEST_NAME = 100;
