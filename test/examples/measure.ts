import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { groupedAuc, standardError } from './auc.ts';

process.env.ORT_DISABLE_TELEMETRY = '1';
const { InferenceSession, Tensor } = await import('onnxruntime-node');

export const EXAMPLE = resolve(import.meta.dirname, '../../examples/sessions');
export const METRICS = ['auc', 'logloss', 'accuracy'] as const;
export type Metric = (typeof METRICS)[number];

export interface Holdout {
  readonly rows: number;
  readonly columns: ReadonlyMap<string, readonly string[]>;
  readonly label: Float64Array;
  /** Codes 0 … groups − 1 of the users. */
  readonly group: Int32Array;
  readonly groups: number;
}

/** The committed holdout, as text by column. No cell of it is quoted. */
export function readHoldout(): Holdout {
  const [head, ...lines] = readFileSync(join(EXAMPLE, 'holdout.csv'), 'utf8').trimEnd().split('\n');
  const cells = lines.map((line) => line.split(','));
  const columns = new Map(head!.split(',').map((name, i) => [name, cells.map((row) => row[i]!)]));
  const codes = new Map<string, number>();
  const group = Int32Array.from(columns.get('user_id')!, (user) => {
    if (!codes.has(user)) codes.set(user, codes.size);
    return codes.get(user)!;
  });
  const label = Float64Array.from(columns.get('purchased')!, Number);
  return { rows: lines.length, columns, label, group, groups: codes.size };
}

export function openModel(name: string) {
  return InferenceSession.create(join(EXAMPLE, `models/${name}.onnx`));
}
type Session = Awaited<ReturnType<typeof openModel>>;

/** Probabilities of rows `first` … `first + rows − 1`: every input is fed the column of its name. */
export async function score(session: Session, holdout: Holdout, first: number, rows: number) {
  const feeds = session.inputMetadata.map((input) => {
    if (!input.isTensor) throw new Error(`${input.name} is not a tensor`);
    const cells = holdout.columns.get(input.name)!.slice(first, first + rows);
    const shape = [rows, 1];
    if (input.type === 'string') return [input.name, new Tensor('string', cells, shape)] as const;
    if (input.type === 'int64') {
      return [input.name, new Tensor('int64', BigInt64Array.from(cells, BigInt), shape)] as const;
    }
    return [input.name, new Tensor('float32', Float32Array.from(cells, Number), shape)] as const;
  });
  const { probability } = await session.run(Object.fromEntries(feeds));
  return { data: probability!.data as Float32Array, dims: probability!.dims };
}

/** A metric and, per user, its influence on it. */
export interface Measured {
  readonly value: number;
  readonly influence: Float64Array;
}

export function measure(metric: Metric, probability: ArrayLike<number>, holdout: Holdout): Measured {
  const { label, group, groups, rows } = holdout;
  if (metric === 'auc') {
    const { auc, influence } = groupedAuc(probability, label, group, groups);
    return { value: auc, influence };
  }
  const perRow = Float64Array.from(label, (y, i) => {
    const p = probability[i]!;
    if (metric === 'accuracy') return Number(p >= 0.5) === y ? 1 : 0;
    return -Math.log(y ? p : 1 - p);
  });
  const value = perRow.reduce((sum, part) => sum + part, 0) / rows;
  const influence = new Float64Array(groups);
  for (let i = 0; i < rows; i++) influence[group[i]!]! += (perRow[i]! - value) / rows;
  return { value, influence };
}

/** Paired 95 % interval over users of `after` − `before`; 1.96 is t's quantile at thousands of users. */
export function difference(before: Measured, after: Measured) {
  const delta = after.value - before.value;
  const error = standardError(after.influence.map((part, i) => part - before.influence[i]!));
  return { delta, error, lower: delta - 1.96 * error, upper: delta + 1.96 * error };
}
