/** Rows divided by the values of columns, or by a condition. */
import type { SliceGroup } from '../documents/evaluation.ts';
import { clipForeign } from '../documents/foreign.ts';
import type { Scores } from '../metrics/scores.ts';
import type { SlicePolicy } from '../policy/schema.ts';
import { columnsOf, sliceName } from '../policy/slice-name.ts';
import { formatCount, plural } from '../report/format.ts';
import { sliceColumns } from './slice-columns.ts';
import { code, list } from './words.ts';

/** Most distinct values that rows are divided by; a column with more, such as a user's id, makes no slices. */
export const MOST_SLICES = 1000;
/** Of a value within a slice's id. */
const LONGEST_VALUE = 100;

/** A column as dense codes by first appearance: −1 where there is no value, −2 for values beyond MOST_SLICES. */
export interface SliceCodes {
  readonly code: Int32Array;
  readonly names: readonly string[];
}

/** Rows of one slice. */
export interface Slice {
  /** `region=3`, `region=3,month=5`, or the name of a condition. */
  readonly id: string;
  /** Ascending. */
  readonly rows: Int32Array;
}

export interface SlicePlan {
  readonly group: SliceGroup;
  readonly slices: readonly Slice[];
}

/**
 * One entry per entry of `policies`. `columns` are those of `sliceColumns(policies)`, null where the holdout has none.
 * `binary`: whether labels are 0 and 1, and `min-positives` holds.
 */
export function planSlices(
  policies: readonly SlicePolicy[],
  columns: readonly (SliceCodes | null)[],
  { label }: Scores,
  binary: boolean,
): SlicePlan[] {
  const places = new Map(sliceColumns(policies).map(({ stored }, place) => [stored, place]));
  const column = (stored: string) => columns[places.get(stored)!] ?? null;
  return policies.map((policy) => {
    const parts = partition(policy, column, label.length);
    const name = clipForeign(sliceName(policy));
    if (typeof parts === 'string')
      return { group: { name, measured: [], suppressed: [], reason: parts }, slices: [] };
    const judged = parts.map((slice) => ({ slice, ...sizeOf(slice, policy, label, binary) }));
    const suppressed = judged.flatMap(({ slice, positives, reason }) =>
      reason === null ? [] : [{ slice: slice.id, rows: slice.rows.length, positives, reason }],
    );
    const slices = judged.filter(({ reason }) => reason === null).map(({ slice }) => slice);
    return { group: { name, measured: slices.map(({ id }) => id), suppressed, reason: null }, slices };
  });
}

type Find = (stored: string) => SliceCodes | null;

/** All parts of one entry, in the order of their values; or why there are none. */
function partition(policy: SlicePolicy, find: Find, rows: number): Slice[] | string {
  if (policy.where !== undefined) return condition(policy, find(`where.${sliceName(policy)}`));
  const names = columnsOf(policy);
  const columns = names.map((name) => find(`slice.${name}`));
  const absent = names.filter((_, i) => columns[i] === null);
  if (absent.length > 0)
    return `The holdout has no column ${list(absent)}. Correct \`by\`, or add the column.`;
  const crossed = cross(columns as SliceCodes[], rows);
  if (crossed === null)
    return `${list(names)} ${names.length > 1 ? 'together have' : 'has'} more than ${formatCount(MOST_SLICES)} different values, too many to judge each. Group them in a query, or write conditions with \`where\`.`;
  const { tuples } = crossed;
  const ids = unique(
    tuples.map((tuple) => tuple.map((value, i) => valueText(names[i]!, columns[i]!.names[value])).join(',')),
  );
  return divide(crossed.code, ids).sort((a, b) => compareText(a.id, b.id));
}

function condition(policy: SlicePolicy, column: SliceCodes | null): Slice[] | string {
  const name = sliceName(policy);
  if (column === null) return `The scores have no column for the condition ${code(name)}.`;
  const odd = column.names.find((value) => value !== 'true' && value !== 'false');
  if (odd !== undefined)
    return `${code(policy.where!)} is no condition: it gives ${code(odd)}, and not true or false.`;
  const holds = column.names.indexOf('true');
  const [slice] = divide(
    column.code.map((one) => (one >= 0 && one === holds ? 0 : -1)),
    [clipForeign(name)],
  );
  return slice!.rows.length === 0 ? `No row of the holdout meets ${code(policy.where!)}.` : [slice!];
}

/** Codes of the combinations that occur, by first appearance; null when there are too many. */
function cross(
  columns: readonly SliceCodes[],
  rows: number,
): { readonly code: Int32Array; readonly tuples: readonly (readonly number[])[] } | null {
  let code = new Int32Array(rows);
  let tuples: (readonly number[])[] = [[]];
  for (const column of columns) {
    if (column.names.length > MOST_SLICES) return null;
    // One more for rows without a value.
    const width = column.names.length + 1;
    const dense = new Map<number, number>();
    const crossed: (readonly number[])[] = [];
    const next = new Int32Array(rows);
    for (let row = 0; row < rows; row++) {
      const value = column.code[row]!;
      const key = code[row]! * width + value + 1;
      let known = dense.get(key);
      if (known === undefined) {
        known = dense.size;
        if (known === MOST_SLICES) return null;
        dense.set(key, known);
        crossed.push([...tuples[code[row]!]!, value]);
      }
      next[row] = known;
    }
    code = next;
    tuples = crossed;
  }
  return { code, tuples };
}

/** Rows by code, in one pass; those with a negative code belong to none. */
function divide(code: Int32Array, ids: readonly string[]): Slice[] {
  const counts = new Int32Array(ids.length);
  for (const one of code) if (one >= 0) counts[one]!++;
  const rows = ids.map((_, i) => new Int32Array(counts[i]!));
  counts.fill(0);
  for (let row = 0; row < code.length; row++) {
    const one = code[row]!;
    if (one >= 0) rows[one]![counts[one]!++] = row;
  }
  return ids.map((id, i) => ({ id, rows: rows[i]! }));
}

function sizeOf({ rows }: Slice, policy: SlicePolicy, label: Float64Array, binary: boolean) {
  const positives = binary ? rows.reduce((sum, row) => sum + label[row]!, 0) : null;
  const negatives = positives === null ? null : rows.length - positives;
  const [leastRows, least] = [policy['min-rows'], policy['min-positives']];
  const few = (count: number, wanted: number, what: string) =>
    `${plural(count, `${what}row`)}; ${formatCount(wanted)} are needed`;
  const reason =
    rows.length < leastRows
      ? few(rows.length, leastRows, '')
      : positives !== null && positives < least
        ? few(positives, least, 'positive ')
        : negatives !== null && negatives < least
          ? few(negatives, least, 'negative ')
          : null;
  return { positives, reason };
}

function valueText(column: string, value: string | undefined): string {
  const name = column.slice(0, LONGEST_VALUE);
  if (value === undefined) return `${name} is missing`;
  return `${name}=${value.length <= LONGEST_VALUE ? value : `${value.slice(0, LONGEST_VALUE - 1)}…`}`;
}

/** Long values may be cut to the same text. */
function unique(ids: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return ids.map((id) => {
    const times = (seen.get(id) ?? 0) + 1;
    seen.set(id, times);
    return times === 1 ? id : `${id} (${times})`;
  });
}

/** Numbers within by size: `month=2` stands before `month=10`. The same on every machine. */
function compareText(a: string, b: string): number {
  const [left, right] = [a, b].map((text) => text.split(/(\d{1,15})/));
  for (let i = 0; i < Math.min(left!.length, right!.length); i++) {
    const [x, y] = [left![i]!, right![i]!];
    if (x === y) continue;
    const difference = i % 2 === 1 ? Number(x) - Number(y) : 0;
    return difference || (x < y ? -1 : 1);
  }
  return left!.length - right!.length;
}
