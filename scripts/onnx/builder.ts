/** A small typed builder of ONNX models, for the example's training script and for test models. */
import { create, type MessageInitShape, toBinary } from '@bufbuild/protobuf';
import {
  type AttributeProtoSchema,
  AttributeProto_AttributeType as AttributeType,
  TensorProto_DataType as DataType,
  type GraphProtoSchema,
  type ModelProto,
  ModelProtoSchema,
  type NodeProtoSchema,
  type TensorProtoSchema,
  type ValueInfoProtoSchema,
} from 'onnx-buf';

export { DataType };
export type GraphInit = MessageInitShape<typeof GraphProtoSchema>;
type NodeInit = MessageInitShape<typeof NodeProtoSchema>;
type TensorInit = MessageInitShape<typeof TensorProtoSchema>;
type ValueInit = MessageInitShape<typeof ValueInfoProtoSchema>;
type ModelInit = Exclude<MessageInitShape<typeof ModelProtoSchema>, ModelProto>;
type AttributeInit = MessageInitShape<typeof AttributeProtoSchema>;
type Attribute = number | bigint | string | GraphInit | TensorInit | bigint[] | number[] | string[];

/** A size, the name of a dynamic dimension, or null for one without a name. */
type Dimension = number | string | null;

const text = (value: string) => new TextEncoder().encode(value);
const isTensor = (value: object): value is TensorInit => 'dims' in value;

/** A graph input or output. */
export function value(name: string, elemType: DataType, shape: readonly Dimension[]): ValueInit {
  const dim = shape.map((size) => {
    if (typeof size === 'number') return { value: { case: 'dimValue' as const, value: BigInt(size) } };
    if (size === null) return {};
    return { value: { case: 'dimParam' as const, value: size } };
  });
  return { name, type: { value: { case: 'tensorType', value: { elemType, shape: { dim } } } } };
}

/** A tensor with its little-endian bytes in `raw_data`. */
export function tensor(
  name: string,
  data: Float32Array | Float64Array | BigInt64Array | Int32Array | Uint8Array,
  dims: readonly number[],
): TensorInit {
  const types = new Map<unknown, DataType>([
    [Float32Array, DataType.FLOAT],
    [Float64Array, DataType.DOUBLE],
    [BigInt64Array, DataType.INT64],
    [Int32Array, DataType.INT32],
    [Uint8Array, DataType.BOOL],
  ]);
  const bytes = new Uint8Array(data.byteLength);
  bytes.set(new Uint8Array(data.buffer, data.byteOffset, data.byteLength));
  return { name, dims: dims.map(BigInt), dataType: types.get(data.constructor)!, rawData: bytes };
}

/** One row per kind of JavaScript value: bigint is INT, number is FLOAT. */
function attribute(name: string, given: Attribute): AttributeInit {
  if (typeof given === 'bigint') return { name, type: AttributeType.INT, i: given };
  if (typeof given === 'number') return { name, type: AttributeType.FLOAT, f: given };
  if (typeof given === 'string') return { name, type: AttributeType.STRING, s: text(given) };
  if (!Array.isArray(given)) {
    return isTensor(given)
      ? { name, type: AttributeType.TENSOR, t: given }
      : { name, type: AttributeType.GRAPH, g: given as GraphInit };
  }
  if (typeof given[0] === 'bigint') return { name, type: AttributeType.INTS, ints: given as bigint[] };
  if (typeof given[0] === 'string') {
    return { name, type: AttributeType.STRINGS, strings: (given as string[]).map(text) };
  }
  return { name, type: AttributeType.FLOATS, floats: given as number[] };
}

/** `attributes`: bigint → INT, number → FLOAT, string → STRING, arrays likewise, tensors and graphs as they are. */
export function node(
  opType: string,
  input: string[],
  output: string[],
  attributes: Readonly<Record<string, Attribute>> = {},
): NodeInit {
  const list = Object.entries(attributes).map(([name, given]) => attribute(name, given));
  return { opType, input, output, name: `${opType}_${output[0] ?? ''}`, attribute: list };
}

/** The bytes of a model: IR 8, opset 17 unless said otherwise. */
export function model(graph: GraphInit, more: ModelInit = {}): Uint8Array {
  return toBinary(
    ModelProtoSchema,
    create(ModelProtoSchema, {
      irVersion: 8n,
      producerName: 'onnx-gate',
      opsetImport: [{ domain: '', version: 17n }],
      graph,
      ...more,
    }),
  );
}
