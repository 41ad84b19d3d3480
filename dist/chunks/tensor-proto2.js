import { a as TensorProto_DataType, c as fromBinary, r as TensorProtoSchema } from "./onnx_pb.js";
import { a as unread, i as fromValues, n as fromBytes, r as fromTexts } from "./stored.js";
// src/core/behaviour/vectors/tensor-proto.ts
/** Tensors as ONNX stores them: `test_data_set_0/input_0.pb`. */
/** Element types that Node can carry, and the typed field that holds them where `raw_data` does not. */
const TYPES = /* @__PURE__ */ new Map([
	[TensorProto_DataType.FLOAT, ["float32", ({ floatData }) => floatData]],
	[TensorProto_DataType.DOUBLE, ["float64", ({ doubleData }) => doubleData]],
	[TensorProto_DataType.FLOAT16, ["float16", ({ int32Data }) => int32Data]],
	[TensorProto_DataType.INT8, ["int8", ({ int32Data }) => int32Data]],
	[TensorProto_DataType.UINT8, ["uint8", ({ int32Data }) => int32Data]],
	[TensorProto_DataType.BOOL, ["bool", ({ int32Data }) => int32Data]],
	[TensorProto_DataType.INT16, ["int16", ({ int32Data }) => int32Data]],
	[TensorProto_DataType.UINT16, ["uint16", ({ int32Data }) => int32Data]],
	[TensorProto_DataType.INT32, ["int32", ({ int32Data }) => int32Data]],
	[TensorProto_DataType.UINT32, ["uint32", ({ uint64Data }) => uint64Data.map(Number)]],
	[TensorProto_DataType.INT64, ["int64", ({ int64Data }) => int64Data]],
	[TensorProto_DataType.UINT64, ["uint64", ({ uint64Data }) => uint64Data]]
]);
/** Reads a TensorProto. Its name may be empty. */
function readTensorProto(bytes) {
	const proto = parse(bytes);
	if (!proto) return unread("is not a TensorProto");
	const { name, dims, dataType, rawData } = proto;
	const shape = dims.map(Number);
	if (proto.externalData.length > 0) return unread("keeps its values in another file");
	if (dataType === TensorProto_DataType.STRING) return fromTexts(name, proto.stringData.map((text) => new TextDecoder().decode(text)), shape);
	const [type, values] = TYPES.get(dataType) ?? [];
	if (!type) {
		const known = TensorProto_DataType[dataType];
		return unread(`holds ${known ?? `element type ${dataType}`}, which onnxruntime-node cannot carry, or is no tensor`);
	}
	return rawData.length > 0 ? fromBytes(name, type, rawData, shape) : fromValues(name, type, values(proto), shape);
}
function parse(bytes) {
	try {
		return fromBinary(TensorProtoSchema, bytes);
	} catch {
		return null;
	}
}
export { readTensorProto as t };
