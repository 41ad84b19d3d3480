/** Tensors as ONNX stores them: `test_data_set_0/input_0.pb`. */
import { fromBinary } from '@bufbuild/protobuf';
import { TensorProto_DataType as DataType, type TensorProto, TensorProtoSchema } from 'onnx-buf';
import type { ElementType } from '../../scoring/types.ts';
import { fromBytes, fromTexts, fromValues, type Stored, unread } from './stored.ts';

/** Element types that Node can carry, and the typed field that holds them where `raw_data` does not. */
const TYPES: ReadonlyMap<
  number,
  readonly [Exclude<ElementType, 'string'>, (proto: TensorProto) => readonly number[] | readonly bigint[]]
> = new Map([
  [DataType.FLOAT, ['float32', ({ floatData }) => floatData]],
  [DataType.DOUBLE, ['float64', ({ doubleData }) => doubleData]],
  [DataType.FLOAT16, ['float16', ({ int32Data }) => int32Data]],
  [DataType.INT8, ['int8', ({ int32Data }) => int32Data]],
  [DataType.UINT8, ['uint8', ({ int32Data }) => int32Data]],
  [DataType.BOOL, ['bool', ({ int32Data }) => int32Data]],
  [DataType.INT16, ['int16', ({ int32Data }) => int32Data]],
  [DataType.UINT16, ['uint16', ({ int32Data }) => int32Data]],
  [DataType.INT32, ['int32', ({ int32Data }) => int32Data]],
  [DataType.UINT32, ['uint32', ({ uint64Data }) => uint64Data.map(Number)]],
  [DataType.INT64, ['int64', ({ int64Data }) => int64Data]],
  [DataType.UINT64, ['uint64', ({ uint64Data }) => uint64Data]],
]);

/** Reads a TensorProto. Its name may be empty. */
export function readTensorProto(bytes: Uint8Array): Stored {
  const proto = parse(bytes);
  if (!proto) return unread('is not a TensorProto');
  const { name, dims, dataType, rawData } = proto;
  const shape = dims.map(Number);
  if (proto.externalData.length > 0) return unread('keeps its values in another file');
  if (dataType === DataType.STRING) {
    return fromTexts(
      name,
      proto.stringData.map((text) => new TextDecoder().decode(text)),
      shape,
    );
  }
  const [type, values] = TYPES.get(dataType) ?? [];
  if (!type) {
    const known = (DataType as Readonly<Record<number, string>>)[dataType];
    return unread(
      `holds ${known ?? `element type ${dataType}`}, which onnxruntime-node cannot carry, or is no tensor`,
    );
  }
  return rawData.length > 0
    ? fromBytes(name, type, rawData, shape)
    : fromValues(name, type, values!(proto), shape);
}

function parse(bytes: Uint8Array): TensorProto | null {
  try {
    return fromBinary(TensorProtoSchema, bytes);
  } catch {
    return null;
  }
}
