// src/core/behaviour/vectors/stored.ts
const unread = (why) => ({
	ok: false,
	why
});
/** Per element type, the array over little-endian bytes. */
const ARRAYS = {
	float32: Float32Array,
	float64: Float64Array,
	float16: Uint16Array,
	int8: Int8Array,
	uint8: Uint8Array,
	bool: Uint8Array,
	int16: Int16Array,
	uint16: Uint16Array,
	int32: Int32Array,
	uint32: Uint32Array,
	int64: BigInt64Array,
	uint64: BigUint64Array
};
/** Elements of a shape; null for a negative dimension, or more than an array can hold. */
function elementsOf(shape) {
	const elements = shape.reduce((product, size) => product * size, 1);
	return shape.every((size) => size >= 0) && Number.isSafeInteger(elements) ? elements : null;
}
/** A tensor from little-endian bytes; every platform that we run on is little-endian. */
function fromBytes(name, type, bytes, shape) {
	const array = ARRAYS[type];
	const elements = elementsOf(shape);
	if (elements === null || elements * array.BYTES_PER_ELEMENT !== bytes.length) return unread(`has ${bytes.length} bytes, which is not ${type} [${shape.slice(0, 20).join(", ")}]`);
	return {
		ok: true,
		name,
		tensor: {
			type,
			data: new array(new Uint8Array(bytes).buffer),
			shape
		}
	};
}
/** A tensor from values. */
function fromValues(name, type, values, shape) {
	if (elementsOf(shape) !== values.length) return unread(`has ${values.length} values for the shape [${shape.slice(0, 20).join(", ")}]`);
	return {
		ok: true,
		name,
		tensor: {
			type,
			data: ARRAYS[type].from.call(ARRAYS[type], values),
			shape
		}
	};
}
function fromTexts(name, texts, shape) {
	if (elementsOf(shape) !== texts.length) return unread(`has ${texts.length} texts for the shape [${shape.slice(0, 20).join(", ")}]`);
	return {
		ok: true,
		name,
		tensor: {
			type: "string",
			data: [...texts],
			shape
		}
	};
}
export { unread as a, fromValues as i, fromBytes as n, fromTexts as r, elementsOf as t };
