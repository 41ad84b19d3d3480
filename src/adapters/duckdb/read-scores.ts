import { type Fault, nearest, throwFaults } from '../../core/errors.ts';
import type { Scores } from '../../core/metrics/scores.ts';
import type { ColumnRequest, ColumnValues, RowTable, ScoreColumns } from '../../ports.ts';
import { clip } from './sql.ts';

const BATCH_ROWS = 122_880;
type Role = keyof ScoreColumns;
const ROLES: readonly Role[] = ['label', 'candidate', 'baseline', 'weight', 'group'];

/** Reads a whole table as Scores. Throws `column-missing`, `value-missing`, `column-type`. */
export async function readScoreTable(table: RowTable, columns: ScoreColumns): Promise<Scores> {
  const roles = ROLES.filter((role) => columns[role] !== null);
  throwFaults(roles.flatMap((role) => missingColumn(role, columns[role]!, table)));
  const requests = roles.map((role): ColumnRequest => {
    return { from: { column: columns[role]! }, as: role === 'group' ? 'string' : 'float64' };
  });
  const numbers = new Map(roles.map((role) => [role, new Float64Array(role === 'group' ? 0 : table.rows)]));
  const code = new Int32Array(columns.group === null ? 0 : table.rows);
  const codes = new Map<string, number>();
  for await (const batch of table.read(requests, BATCH_ROWS)) {
    const faults: Fault[] = [];
    for (const [i, role] of roles.entries()) {
      const values = batch.columns[i]!;
      faults.push(...missingValue(role, columns[role]!, values, batch.first));
      if (role === 'group') encode(values.data as string[], codes, code, batch.first);
      else numbers.get(role)!.set(values.data as Float64Array, batch.first);
    }
    throwFaults(faults);
  }
  return {
    label: numbers.get('label')!,
    candidate: numbers.get('candidate')!,
    baseline: numbers.get('baseline') ?? null,
    weight: numbers.get('weight') ?? null,
    group: columns.group === null ? null : { code, count: codes.size },
  };
}

function encode(names: readonly string[], codes: Map<string, number>, code: Int32Array, first: number): void {
  for (const [i, name] of names.entries()) {
    let known = codes.get(name);
    if (known === undefined) {
      known = codes.size;
      codes.set(name, known);
    }
    code[first + i] = known;
  }
}

function missingColumn(role: Role, name: string, table: RowTable): Fault[] {
  const names = table.columns.map((column) => column.name);
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
  if (at < 0) return [];
  return [
    {
      code: 'value-missing',
      message: `The ${role} column \`${clip(name)}\` has no value in row ${first + at + 1}.`,
      fix: 'Every row needs one: drop the row, or fill it in.',
    },
  ];
}
