import { type Fault, nearest, throwFaults } from '../../core/errors.ts';
import type { SliceCodes } from '../../core/scoring/slices.ts';
import type { ColumnRequest, ColumnValues, RowTable, ScoreColumns, ScoreTable } from '../../ports.ts';
import { clip } from './sql.ts';

const BATCH_ROWS = 122_880;
/** A slice column stops growing here: one more than any slice may have. */
const MOST_NAMES = 1001;

const NUMBERS = ['label', 'candidate', 'baseline', 'weight'] as const;
const TEXTS = ['group', 'item'] as const;
type Role = (typeof NUMBERS)[number] | (typeof TEXTS)[number];

/** One column to read, and where its values go. */
interface Reader {
  readonly request: ColumnRequest;
  take(values: ColumnValues, first: number): Fault[];
}

interface Codes {
  readonly code: Int32Array;
  readonly names: Map<string, number>;
}

/** Reads a whole table as Scores. Throws `column-missing`, `value-missing`, `column-type`. */
export async function readScoreTable(table: RowTable, columns: ScoreColumns): Promise<ScoreTable> {
  const numbers = NUMBERS.flatMap((role) => {
    const name = columns[role];
    if (name === null) return [];
    const scored = role === 'candidate' || role === 'baseline';
    return [{ role, names: scored && columns.perClass ? classColumns(name, table) : [name] }];
  });
  const texts = TEXTS.flatMap((role) => {
    const name = columns[role] ?? null;
    return name === null ? [] : [{ role, name, codes: emptyCodes(table) }];
  });
  throwFaults([
    ...numbers.flatMap(({ role, names }) =>
      names.flatMap((name) => missingColumn(role, name, table.columns)),
    ),
    ...texts.flatMap(({ role, name }) => missingColumn(role, name, table.columns)),
    ...unequalClasses(numbers),
  ]);
  const values = new Map(
    numbers.map(({ role, names }) => [role, new Float64Array(table.rows * names.length)]),
  );
  const known = new Set(table.columns.map(({ name }) => name));
  const slices = (columns.slices ?? []).map((from) =>
    'sql' in from || known.has(from.column) ? { from, codes: emptyCodes(table) } : null,
  );
  const readers = [
    ...numbers.flatMap(({ role, names }) =>
      names.map((name, k) => numberReader(role, name, values.get(role)!, k, names.length)),
    ),
    ...texts.map(({ role, name, codes }) => textReader(role, name, codes)),
    ...slices.flatMap((slice) => (slice === null ? [] : [sliceReader(slice.from, slice.codes)])),
  ];
  const requests = readers.map(({ request }) => request);
  for await (const batch of table.read(requests, BATCH_ROWS)) {
    throwFaults(readers.flatMap(({ take }, i) => take(batch.columns[i]!, batch.first)));
  }
  const coded = (wanted: Role) => {
    const found = texts.find(({ role }) => role === wanted);
    if (!found) return null;
    const { code, names } = found.codes;
    return { code, count: names.size, ids: [...names.keys()] };
  };
  const item = coded('item');
  const group = coded('group');
  return {
    ...(columns.perClass && { classes: numbers.find(({ role }) => role === 'candidate')!.names.length }),
    ...(item && { item }),
    label: values.get('label')!,
    candidate: values.get('candidate')!,
    baseline: values.get('baseline') ?? null,
    weight: values.get('weight') ?? null,
    group: group && { code: group.code, count: group.count },
    groupNames: group?.ids ?? null,
    slices: slices.map(
      (slice): SliceCodes | null => slice && { code: slice.codes.code, names: [...slice.codes.names.keys()] },
    ),
  };
}

/** `name_0`, `name_1` and so on, as many as there are; `name_0` and `name_1` at least, to be missed. */
function classColumns(name: string, table: RowTable): string[] {
  const known = new Set(table.columns.map((column) => column.name));
  let classes = 0;
  while (known.has(`${name}_${classes}`)) classes++;
  return Array.from({ length: Math.max(2, classes) }, (_, k) => `${name}_${k}`);
}

function unequalClasses(numbers: readonly { role: Role; names: readonly string[] }[]): Fault[] {
  const [candidate, baseline] = ['candidate', 'baseline'].map((role) =>
    numbers.find((one) => one.role === role),
  );
  if (!candidate || !baseline || candidate.names.length === baseline.names.length) return [];
  return [
    {
      code: 'column-missing',
      message: `The candidate has ${candidate.names.length} columns of scores, \`${clip(candidate.names[0]!)}\` and on, and the baseline ${baseline.names.length}.`,
      fix: 'Both need one column for each class.',
    },
  ];
}

const emptyCodes = ({ rows }: RowTable): Codes => ({ code: new Int32Array(rows), names: new Map() });

/** Column `k` of `width`, row-major. */
function numberReader(role: Role, name: string, into: Float64Array, k: number, width: number): Reader {
  return {
    request: { from: { column: name }, as: 'float64' },
    take(values, first) {
      const data = values.data as Float64Array;
      if (width === 1) into.set(data, first);
      else for (let i = 0; i < data.length; i++) into[(first + i) * width + k] = data[i]!;
      return missingValue(role, name, values, first);
    },
  };
}

function textReader(role: Role, name: string, codes: Codes): Reader {
  return {
    request: { from: { column: name }, as: 'string' },
    take(values, first) {
      encode({ data: values.data, valid: null }, codes, Number.POSITIVE_INFINITY, first);
      return missingValue(role, name, values, first);
    },
  };
}

function sliceReader(from: ColumnRequest['from'], codes: Codes): Reader {
  return {
    request: { from, as: 'string' },
    take(values, first) {
      encode(values, codes, MOST_NAMES, first);
      return [];
    },
  };
}

/** Codes by first appearance: −1 without a value, −2 for a new value when there are `most` already. */
function encode({ data, valid }: ColumnValues, { names, code }: Codes, most: number, first: number): void {
  for (const [i, name] of (data as string[]).entries()) {
    let known = valid?.[i] === 0 ? -1 : names.get(name);
    if (known === undefined && names.size === most) known = -2;
    if (known === undefined) {
      known = names.size;
      names.set(name, known);
    }
    code[first + i] = known;
  }
}

export function missingColumn(role: Role | 'key', name: string, columns: RowTable['columns']): Fault[] {
  const names = columns.map((column) => column.name);
  if (names.includes(name)) return [];
  const near = nearest(name, names).map((each) => `\`${clip(each)}\``);
  const listed = names.slice(0, 30).map((each) => clip(each, 40));
  const more = names.length > listed.length ? `, and ${names.length - listed.length} more` : '';
  return [
    {
      code: 'column-missing',
      message: `The scores have no ${role} column \`${clip(name)}\`; they have ${listed.join(', ')}${more}.`,
      fix: near.length > 0 ? `Did you mean ${near.join(' or ')}?` : `Name the column that holds the ${role}.`,
    },
  ];
}

function missingValue(role: Role, name: string, { valid }: ColumnValues, first: number): Fault[] {
  const at = valid?.indexOf(0) ?? -1;
  return at < 0 ? [] : [missingValueAt(role, name, first + at + 1)];
}

/** `row` from 1. */
export function missingValueAt(role: Role, name: string, row: number): Fault {
  return {
    code: 'value-missing',
    message: `The ${role} column \`${clip(name)}\` has no value in row ${row}.`,
    fix: 'Every row needs one: drop the row, or fill it in.',
  };
}
