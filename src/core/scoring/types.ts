/** What flows between tables, models and scores; src/ports.ts passes these on to adapters. */
import type { TensorInfo } from '../documents/validation.ts';

/** Element types that columns can feed, by ONNX Runtime's names. */
export type TensorData =
  | { readonly type: 'float32'; readonly data: Float32Array }
  | { readonly type: 'float64'; readonly data: Float64Array }
  | { readonly type: 'float16' | 'uint16'; readonly data: Uint16Array }
  | { readonly type: 'int8'; readonly data: Int8Array }
  | { readonly type: 'uint8' | 'bool'; readonly data: Uint8Array }
  | { readonly type: 'int16'; readonly data: Int16Array }
  | { readonly type: 'int32'; readonly data: Int32Array }
  | { readonly type: 'uint32'; readonly data: Uint32Array }
  | { readonly type: 'int64'; readonly data: BigInt64Array }
  | { readonly type: 'uint64'; readonly data: BigUint64Array }
  | { readonly type: 'string'; readonly data: string[] };
export type ElementType = TensorData['type'];

/** Row-major. `shape` multiplies up to the length of `data`. */
export type Tensor = TensorData & { readonly shape: readonly number[] };

/** By input or output name. A Map, because names are foreign text and may be `__proto__`. */
export type Tensors = ReadonlyMap<string, Tensor>;

export interface Signature {
  readonly inputs: readonly TensorInfo[];
  readonly outputs: readonly TensorInfo[];
}

export interface ColumnInfo {
  readonly name: string;
  /** The SQL type, such as `DOUBLE` or `VARCHAR`. */
  readonly type: string;
}

/** A column to read: by name or as an SQL expression, cast to an element type. */
export interface ColumnRequest {
  readonly from: { readonly column: string } | { readonly sql: string };
  readonly as: 'float64' | 'float32' | 'int64' | 'string';
  /** How deep its lists are, such as 2 for a list of vectors; absent: a value a row. `as` is then what the innermost hold. */
  readonly depth?: number;
}

/** Numbers of several columns side by side: `data` and `valid` are row-major, a row as long as `side`. */
export interface MatrixRequest {
  readonly side: readonly ColumnRequest['from'][];
  readonly as: Exclude<ColumnRequest['as'], 'string'>;
}

export type ReadRequest = ColumnRequest | MatrixRequest;

/** `valid[i]` is 0 where the row has no value; `data[i]` then means nothing. Null: every row has one. */
export interface ColumnValues {
  readonly data: Float64Array | Float32Array | BigInt64Array | string[];
  readonly valid: Uint8Array | null;
  /** Of a column of lists; `data` and `valid` are then over the innermost values, one after another. */
  readonly lists?: {
    /** Per depth, how long each list is: `lengths[0]` those of the rows, `lengths[1]` those inside them, and so on. */
    readonly lengths: readonly Int32Array[];
    /** 0 where the row has no list. Null: every row has one. */
    readonly valid: Uint8Array | null;
  };
}
