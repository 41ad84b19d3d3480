import { a as TensorProto_DataType, c as fromBinary, d as ScalarType, i as TensorProto_DataLocation, l as localMessageMapper, n as OperatorSetIdProtoSchema, o as TensorShapeProtoSchema, r as TensorProtoSchema, s as ValueInfoProtoSchema, t as NodeProtoSchema, u as create } from "./onnx_pb.js";
import { i as protoInt64, n as BinaryWriter, r as WireType, t as BinaryReader } from "./binary-encoding.js";
import { n as code, r as list, t as clip } from "./words.js";
// node_modules/@bufbuild/protobuf/dist/esm/reflect/error.js
var FieldError = class extends Error {
	constructor(fieldOrOneof, message, name = "FieldValueInvalidError") {
		super(message);
		this.name = name;
		this.field = () => fieldOrOneof;
	}
};
// node_modules/@bufbuild/protobuf/dist/esm/to-binary.js
const IMPLICIT = 2;
const LEGACY_REQUIRED = 3;
const writeDefaults = { writeUnknownFields: true };
function makeWriteOptions(options) {
	return options ? Object.assign(Object.assign({}, writeDefaults), options) : writeDefaults;
}
function toBinary(schema, message, options) {
	const writer = new BinaryWriter();
	compiledWriter(schema)(writer, makeWriteOptions(options), message);
	return writer.finish();
}
const compiledWriters = /* @__PURE__ */ new WeakMap();
/**
* Return the compiled encoder for a message, compiling it on first use.
*/
function compiledWriter(desc) {
	let compiled = compiledWriters.get(desc);
	if (compiled === void 0) compiled = compileMessage(desc);
	return compiled;
}
function compileMessage(desc) {
	const typeName = desc.typeName;
	const sortedFields = desc.fields.concat().sort((a, b) => a.number - b.number);
	const foreignField = sortedFields[0];
	const fieldWriters = [];
	const compiled = (writer, opts, message) => {
		if (message.$typeName !== typeName && foreignField !== void 0) throw new FieldError(foreignField, `cannot use ${foreignField} with message ${message.$typeName}`, "ForeignFieldError");
		for (let i = 0; i < fieldWriters.length; i++) fieldWriters[i](writer, opts, message);
		const unknown = message.$unknown;
		if (unknown !== void 0 && opts.writeUnknownFields) for (let i = 0; i < unknown.length; i++) {
			const { no, wireType, data } = unknown[i];
			writer.tag(no, wireType).raw(data);
		}
	};
	compiledWriters.set(desc, compiled);
	for (const field of sortedFields) fieldWriters.push(compileField(field));
	return compiled;
}
function compileField(field) {
	switch (field.fieldKind) {
		case "message":
		case "scalar":
		case "enum": return compileSingularField(field);
		case "list": return compileListField(field);
		case "map": return compileMapField(field);
	}
}
/**
* Compile an encoder for a singular field: the presence check, and the
* value encoder.
*/
function compileSingularField(field) {
	const writeValue = compileSingularValue(field);
	const localName = field.localName;
	if (field.oneof) {
		const oneofLocalName = field.oneof.localName;
		return (writer, opts, message) => {
			const oneof = message[oneofLocalName];
			if (oneof.case === localName) writeValue(writer, opts, oneof.value);
		};
	}
	if (field.presence != IMPLICIT) {
		const requiredError = field.presence == LEGACY_REQUIRED ? `cannot encode ${field} to binary: required field not set` : void 0;
		return (writer, opts, message) => {
			const value = message[localName];
			if (value !== void 0 && Object.prototype.hasOwnProperty.call(message, localName)) writeValue(writer, opts, value);
			else if (requiredError !== void 0) throw new Error(requiredError);
		};
	}
	if (field.fieldKind == "enum") {
		const zero = field.enum.values[0].number;
		return (writer, opts, message) => {
			const value = message[localName];
			if (value !== zero) writeValue(writer, opts, value);
		};
	}
	switch (field.scalar) {
		case ScalarType.BOOL: return (writer, opts, message) => {
			const value = message[localName];
			if (value !== false) writeValue(writer, opts, value);
		};
		case ScalarType.STRING: return (writer, opts, message) => {
			const value = message[localName];
			if (value !== "") writeValue(writer, opts, value);
		};
		case ScalarType.BYTES: return (writer, opts, message) => {
			const value = message[localName];
			if (!(value instanceof Uint8Array) || value.byteLength > 0) writeValue(writer, opts, value);
		};
		case ScalarType.DOUBLE:
		case ScalarType.FLOAT: return (writer, opts, message) => {
			const value = message[localName];
			if (!Object.is(value, 0)) writeValue(writer, opts, value);
		};
		default: return (writer, opts, message) => {
			const value = message[localName];
			if (value != 0) writeValue(writer, opts, value);
		};
	}
}
/**
* Compile an encoder for the value of a singular field, including the tag.
*/
function compileSingularValue(field) {
	switch (field.fieldKind) {
		case "message": {
			const { toMessage } = localMessageMapper(field);
			const writeChild = compileChildWriter(field);
			return (writer, opts, value) => {
				writeChild(writer, opts, toMessage(value));
			};
		}
		case "scalar":
		case "enum": {
			const scalarType = field.fieldKind == "enum" ? ScalarType.INT32 : field.scalar;
			const fieldNo = field.number;
			const wireType = writeTypeOfScalar(scalarType);
			const writeScalar = compileScalarValue(scalarType, field.parent.typeName, field.name);
			return (writer, opts, value) => {
				writer.tag(fieldNo, wireType);
				writeScalar(writer, value);
			};
		}
	}
}
function compileListField(field) {
	const localName = field.localName;
	const fieldNo = field.number;
	switch (field.listKind) {
		case "message": {
			const { toMessage } = localMessageMapper(field);
			const writeChild = compileChildWriter(field);
			return (writer, opts, message) => {
				const items = message[localName];
				for (let i = 0; i < items.length; i++) writeChild(writer, opts, toMessage(items[i]));
			};
		}
		case "scalar":
		case "enum": {
			const scalarType = field.listKind == "enum" ? ScalarType.INT32 : field.scalar;
			const writeScalar = compileScalarValue(scalarType, field.parent.typeName, field.name);
			if (field.packed) return (writer, opts, message) => {
				const items = message[localName];
				if (items.length == 0) return;
				writer.tag(fieldNo, WireType.LengthDelimited).fork();
				for (let i = 0; i < items.length; i++) writeScalar(writer, items[i]);
				writer.join();
			};
			const wireType = writeTypeOfScalar(scalarType);
			return (writer, opts, message) => {
				const items = message[localName];
				for (let i = 0; i < items.length; i++) {
					writer.tag(fieldNo, wireType);
					writeScalar(writer, items[i]);
				}
			};
		}
	}
}
function compileMapField(field) {
	const localName = field.localName;
	const fieldNo = field.number;
	const writeKey = compileMapKey(field);
	if (field.mapKind == "message") {
		const { toMessage } = localMessageMapper(field);
		const writeMessage = compiledWriter(field.message);
		return (writer, opts, message) => {
			const record = message[localName];
			const keys = Object.keys(record);
			for (let i = 0; i < keys.length; i++) {
				const key = keys[i];
				writer.tag(fieldNo, WireType.LengthDelimited).fork();
				writeKey(writer, key);
				writer.tag(2, WireType.LengthDelimited).fork();
				writeMessage(writer, opts, toMessage(record[key]));
				writer.join();
				writer.join();
			}
		};
	}
	const scalarType = field.mapKind == "enum" ? ScalarType.INT32 : field.scalar;
	const valueWireType = writeTypeOfScalar(scalarType);
	const writeScalar = compileScalarValue(scalarType, field.parent.typeName, field.name);
	return (writer, opts, message) => {
		const record = message[localName];
		const keys = Object.keys(record);
		for (let i = 0; i < keys.length; i++) {
			const key = keys[i];
			writer.tag(fieldNo, WireType.LengthDelimited).fork();
			writeKey(writer, key);
			writer.tag(2, valueWireType);
			writeScalar(writer, record[key]);
			writer.join();
		}
	};
}
/**
* Compile an encoder for a map key. Map keys are stored as object keys and
* are always strings locally. Convert them to their scalar type before
* writing, like the reflect API does when iterating map entries.
*/
function compileMapKey(field) {
	const wireType = writeTypeOfScalar(field.mapKey);
	const writeScalar = compileScalarValue(field.mapKey, field.parent.typeName, field.name);
	const convertKey = compileMapKeyConverter(field.mapKey);
	return (writer, key) => {
		writer.tag(1, wireType);
		writeScalar(writer, convertKey(key));
	};
}
/**
* Returns a converter from an object key (always a string) to the closest
* possible type for the map key type. Invalid keys are passed through to
* the scalar writer, which raises an error for them.
*/
function compileMapKeyConverter(type) {
	switch (type) {
		case ScalarType.STRING: return (key) => key;
		case ScalarType.BOOL: return (key) => key === "true" ? true : key === "false" ? false : key;
		case ScalarType.UINT64:
		case ScalarType.FIXED64: return (key) => {
			try {
				return protoInt64.uParse(key);
			} catch (_a) {
				return key;
			}
		};
		case ScalarType.INT64:
		case ScalarType.SFIXED64:
		case ScalarType.SINT64: return (key) => {
			try {
				return protoInt64.parse(key);
			} catch (_a) {
				return key;
			}
		};
		default: return (key) => {
			const n = Number.parseInt(key);
			return Number.isFinite(n) ? n : key;
		};
	}
}
/**
* Compile an encoder for a bare scalar value (no tag), wrapping errors from
* the writer with the message and field name.
*/
function compileScalarValue(type, messageName, fieldName) {
	const writeScalar = compileScalarWrite(type);
	return (writer, value) => {
		try {
			writeScalar(writer, value);
		} catch (e) {
			if (e instanceof Error) throw new Error(`cannot encode field ${messageName}.${fieldName} to binary: ${e.message}`);
			throw e;
		}
	};
}
function compileScalarWrite(type) {
	switch (type) {
		case ScalarType.STRING: return (writer, value) => writer.string(value);
		case ScalarType.BOOL: return (writer, value) => writer.bool(value);
		case ScalarType.DOUBLE: return (writer, value) => writer.double(value);
		case ScalarType.FLOAT: return (writer, value) => writer.float(value);
		case ScalarType.INT32: return (writer, value) => writer.int32(value);
		case ScalarType.INT64: return (writer, value) => writer.int64(value);
		case ScalarType.UINT64: return (writer, value) => writer.uint64(value);
		case ScalarType.FIXED64: return (writer, value) => writer.fixed64(value);
		case ScalarType.BYTES: return (writer, value) => writer.bytes(value);
		case ScalarType.FIXED32: return (writer, value) => writer.fixed32(value);
		case ScalarType.SFIXED32: return (writer, value) => writer.sfixed32(value);
		case ScalarType.SFIXED64: return (writer, value) => writer.sfixed64(value);
		case ScalarType.SINT64: return (writer, value) => writer.sint64(value);
		case ScalarType.UINT32: return (writer, value) => writer.uint32(value);
		case ScalarType.SINT32: return (writer, value) => writer.sint32(value);
	}
}
/**
* Compile an encoder for the wire format of a message field, honoring the
* delimited encoding of the field. The tag is written by the encoder.
*/
function compileChildWriter(field) {
	const fieldNo = field.number;
	const writeMessage = compiledWriter(field.message);
	if (field.delimitedEncoding) return (writer, opts, child) => {
		writer.tag(fieldNo, WireType.StartGroup);
		writeMessage(writer, opts, child);
		writer.tag(fieldNo, WireType.EndGroup);
	};
	return (writer, opts, child) => {
		writer.tag(fieldNo, WireType.LengthDelimited).fork();
		writeMessage(writer, opts, child);
		writer.join();
	};
}
function writeTypeOfScalar(type) {
	switch (type) {
		case ScalarType.BYTES:
		case ScalarType.STRING: return WireType.LengthDelimited;
		case ScalarType.DOUBLE:
		case ScalarType.FIXED64:
		case ScalarType.SFIXED64: return WireType.Bit64;
		case ScalarType.FIXED32:
		case ScalarType.SFIXED32:
		case ScalarType.FLOAT: return WireType.Bit32;
		default: return WireType.Varint;
	}
}
// src/core/onnx/rewrite/pieces.ts
/** Protobuf messages as pieces, so that what is not changed keeps its bytes. */
/** The fields in their order, without copying. Throws RangeError where the message is cut short. */
function piecesOf(bytes) {
	const reader = new BinaryReader(bytes);
	const pieces = [];
	while (reader.pos < bytes.length) {
		const start = reader.pos;
		const [field, type] = reader.tag();
		if (type === WireType.LengthDelimited) {
			const body = reader.bytes();
			pieces.push({
				field,
				whole: bytes.subarray(start, reader.pos),
				body
			});
		} else {
			reader.skip(type, field);
			const whole = bytes.subarray(start, reader.pos);
			pieces.push({
				field,
				whole,
				body: whole
			});
		}
	}
	return pieces;
}
/** A length-delimited field with new content. */
function pieceOf(field, body) {
	return {
		field,
		whole: joined([new BinaryWriter().uint32((field << 3 | WireType.LengthDelimited) >>> 0).uint32(body.length).finish(), body]),
		body
	};
}
function messageOf(pieces) {
	return joined(pieces.map(({ whole }) => whole));
}
function joined(parts) {
	const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
	let at = 0;
	for (const part of parts) {
		all.set(part, at);
		at += part.length;
	}
	return all;
}
// src/core/onnx/rewrite/zipmap.ts
/** Outputs that are not tensors, but were tensors one node before: ZipMap and SequenceConstruct. */
/** Field numbers of onnx.proto. */
const MODEL = {
	graph: 7,
	opsetImport: 8
};
const GRAPH = {
	node: 1,
	initializer: 5,
	input: 11,
	output: 12,
	valueInfo: 13
};
/** Identity exists in every opset; this one is for models that import none of ai.onnx. */
const OPSET = 13n;
/**
* The model with an Identity in the place of every ZipMap (the scores of a classifier as a list of maps) that makes a
* graph output, under the same name; and with one output for each part, `name_0` and so on, in the place of a
* SequenceConstruct. Everything else keeps its bytes and its order. Null when there is nothing of the kind, or when
* the bytes are no model.
*/
function rewriteOutputs(bytes) {
	try {
		return rewrite(bytes);
	} catch {
		return null;
	}
}
function rewrite(bytes) {
	const model = piecesOf(bytes);
	const graphs = model.filter(({ field }) => field === MODEL.graph);
	const [graph] = graphs;
	if (!graph || graphs.length > 1) return null;
	const pieces = piecesOf(graph.body);
	const view = viewOf(pieces);
	const changes = /* @__PURE__ */ new Map();
	for (const [piece, node] of view.nodes) {
		const change = changeOf(node, view);
		if (change) changes.set(piece, change);
	}
	if (changes.size === 0) return null;
	const byOutput = new Map([...changes].map(([piece, { exposed }]) => [view.nodes.get(piece).output[0], exposed]));
	const rewritten = pieces.flatMap((piece) => {
		const change = changes.get(piece);
		if (change) return change.exposed.map((one, i) => identity(view.nodes.get(piece), one, i));
		const exposed = piece.field === GRAPH.output ? byOutput.get(view.outputs.get(piece).name) : void 0;
		return exposed ? exposed.map(output) : [piece];
	});
	const whole = model.map((piece) => piece === graph ? pieceOf(MODEL.graph, messageOf(rewritten)) : piece);
	return {
		bytes: messageOf(importsStandard(model) ? whole : [...whole, standardImport()]),
		external: view.external,
		notes: [...changes.values()].map(({ note }) => note)
	};
}
function viewOf(pieces) {
	const infoOf = (piece) => [piece, fromBinary(ValueInfoProtoSchema, piece.body)];
	const of = (...fields) => pieces.filter(({ field }) => fields.includes(field));
	const nodes = new Map(of(GRAPH.node).map((piece) => [piece, fromBinary(NodeProtoSchema, piece.body)]));
	const outputs = new Map(of(GRAPH.output).map(infoOf));
	const infos = [...of(GRAPH.input, GRAPH.valueInfo).map(infoOf), ...outputs];
	const all = [...nodes.values()];
	return {
		nodes,
		outputs,
		infos: new Map(infos.map(([, info]) => [info.name, info])),
		producers: new Map(all.flatMap((node) => node.output.map((name) => [name, node]))),
		read: new Set(all.flatMap(({ input }) => input)),
		external: all.some(nodeIsExternal) || of(GRAPH.initializer).some(({ body }) => isExternal(fromBinary(TensorProtoSchema, body)))
	};
}
const isExternal = ({ dataLocation }) => dataLocation === TensorProto_DataLocation.EXTERNAL;
const nodeIsExternal = ({ attribute }) => attribute.some(({ t, tensors, g, graphs }) => {
	return [...t ? [t] : [], ...tensors].some(isExternal) || [...g ? [g] : [], ...graphs].some(graphIsExternal);
});
const graphIsExternal = ({ initializer, node }) => initializer.some(isExternal) || node.some(nodeIsExternal);
/** What becomes of a node, or null when it stays. */
function changeOf(node, view) {
	const [name = ""] = node.output;
	const declared = [...view.outputs.values()].find((output) => output.name === name);
	if (!declared || view.read.has(name)) return null;
	if (node.opType === "ZipMap" && node.domain === "ai.onnx.ml") return ofZipMap(node, name, view);
	return node.opType === "SequenceConstruct" && (node.domain === "" || node.domain === "ai.onnx") ? ofSequence(node, name, declared, view) : null;
}
function ofZipMap(node, to, view) {
	const [from = ""] = node.input;
	const labels = node.attribute.flatMap(({ ints, strings }) => [...ints.map(String), ...strings.map((bytes) => new TextDecoder().decode(bytes))]);
	const shape = shapeOf(from, view, labels.length);
	const classes = labels.length === 0 ? "" : `, one column for each class: ${list(labels, 10)}`;
	return {
		exposed: [{
			from,
			to,
			type: {
				elemType: TensorProto_DataType.FLOAT,
				...shape && { shape }
			}
		}],
		note: `Output ${code(to)} is a list of maps (ZipMap), which onnxruntime-node cannot read. Its tensor ${code(from)} is read instead${classes}.`
	};
}
/** Always [rows, classes], by the specification of ai.onnx.ml. */
const CLASSIFIERS = /* @__PURE__ */ new Set([
	"LinearClassifier",
	"TreeEnsembleClassifier",
	"SVMClassifier"
]);
/** Of the shape of their first input. */
const ELEMENTWISE = /* @__PURE__ */ new Set([
	"Normalizer",
	"Identity",
	"Cast",
	"Softmax",
	"Sigmoid"
]);
/** As declared, or as its producer must make it; undefined leaves it to ONNX Runtime. */
function shapeOf(name, view, classes) {
	let from = name;
	for (let steps = 0; steps < 10; steps++) {
		const type = view.infos.get(from)?.type?.value;
		if (type?.case === "tensorType" && type.value.shape) return type.value.shape;
		const producer = view.producers.get(from);
		if (producer && CLASSIFIERS.has(producer.opType) && producer.output[1] === from && classes > 0) return rowsOf(classes);
		if (!producer || !ELEMENTWISE.has(producer.opType)) return void 0;
		from = producer.input[0] ?? "";
	}
}
const rowsOf = (width) => create(TensorShapeProtoSchema, { dim: [{}, { value: {
	case: "dimValue",
	value: BigInt(width)
} }] });
function ofSequence({ input }, name, declared, view) {
	const type = declared.type?.value;
	const element = type?.case === "sequenceType" ? type.value.elemType?.value : void 0;
	const names = input.map((_, i) => `${name}_${i}`);
	const taken = (one) => view.producers.has(one) || view.infos.has(one);
	if (element?.case !== "tensorType" || input.length === 0 || names.some(taken)) return null;
	const { elemType } = element.value;
	return {
		exposed: input.map((from, i) => {
			const shape = shapeOf(from, view, 0);
			return {
				from,
				to: names[i],
				type: {
					elemType,
					...shape && { shape }
				}
			};
		}),
		note: `Output ${code(name)} is a sequence of ${input.length} tensors, which onnxruntime-node cannot read. They are read one by one: ${list(names, 10)}.`
	};
}
function identity({ name }, { from, to }, i) {
	const node = create(NodeProtoSchema, {
		opType: "Identity",
		input: [from],
		output: [to],
		name: i === 0 || name === "" ? name : `${clip(name, 200)}_${i}`
	});
	return pieceOf(GRAPH.node, toBinary(NodeProtoSchema, node));
}
function output({ to, type }) {
	const info = create(ValueInfoProtoSchema, {
		name: to,
		type: { value: {
			case: "tensorType",
			value: type
		} }
	});
	return pieceOf(GRAPH.output, toBinary(ValueInfoProtoSchema, info));
}
const importsStandard = (model) => model.filter(({ field }) => field === MODEL.opsetImport).map(({ body }) => fromBinary(OperatorSetIdProtoSchema, body).domain).some((domain) => domain === "" || domain === "ai.onnx");
const standardImport = () => pieceOf(MODEL.opsetImport, toBinary(OperatorSetIdProtoSchema, create(OperatorSetIdProtoSchema, {
	domain: "",
	version: OPSET
})));
export { rewriteOutputs };
