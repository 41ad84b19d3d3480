/** TensorProto.DataType (onnx.proto, IR 13). */
export interface ElementType {
  readonly name: string;
  /** Bits of one element as stored in raw_data; null for strings, which have no fixed size. */
  readonly bits: number | null;
  /** TensorProto field that holds the values when raw_data does not. */
  readonly field: number;
  /** Values in one entry of that field: complex numbers take 2 entries, so 0.5. */
  readonly perEntry: number;
  /** onnxruntime-node 1.30 throws "Unsupported data type" for the others in a graph's inputs and outputs. */
  readonly node: boolean;
}

const row = (name: string, bits: number | null, field: number, node: boolean, perEntry = 1): ElementType => ({
  name,
  bits,
  field,
  node,
  perEntry,
});

export const ELEMENT_TYPES: ReadonlyMap<number, ElementType> = new Map([
  [1, row('float32', 32, 4, true)],
  [2, row('uint8', 8, 5, true)],
  [3, row('int8', 8, 5, true)],
  [4, row('uint16', 16, 5, true)],
  [5, row('int16', 16, 5, true)],
  [6, row('int32', 32, 5, true)],
  [7, row('int64', 64, 7, true)],
  [8, row('string', null, 6, true)],
  [9, row('bool', 8, 5, true)],
  [10, row('float16', 16, 5, true)],
  [11, row('float64', 64, 10, true)],
  [12, row('uint32', 32, 11, true)],
  [13, row('uint64', 64, 11, true)],
  [14, row('complex64', 64, 4, false, 0.5)],
  [15, row('complex128', 128, 10, false, 0.5)],
  [16, row('bfloat16', 16, 5, false)],
  [17, row('float8e4m3fn', 8, 5, false)],
  [18, row('float8e4m3fnuz', 8, 5, false)],
  [19, row('float8e5m2', 8, 5, false)],
  [20, row('float8e5m2fnuz', 8, 5, false)],
  [21, row('uint4', 4, 5, false, 2)],
  [22, row('int4', 4, 5, false, 2)],
  [23, row('float4e2m1', 4, 5, false, 2)],
  [24, row('float8e8m0', 8, 5, false)],
  [25, row('uint2', 2, 5, false, 4)],
  [26, row('int2', 2, 5, false, 4)],
]);

export const elementTypeName = (type: number): string => ELEMENT_TYPES.get(type)?.name ?? `type ${type}`;
