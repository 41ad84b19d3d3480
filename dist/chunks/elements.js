// src/core/scoring/elements.ts
const float = (as, allocate) => {
	return {
		family: "float",
		as,
		range: null,
		allocate
	};
};
const integer = (low, high, allocate) => {
	return {
		family: "integer",
		as: "int64",
		range: [low, high],
		allocate
	};
};
const ELEMENTS = {
	float32: float("float32", (length) => new Float32Array(length)),
	float64: float("float64", (length) => new Float64Array(length)),
	float16: float("float64", (length) => new Uint16Array(length)),
	int8: integer(-128, 127, (length) => new Int8Array(length)),
	uint8: integer(0, 255, (length) => new Uint8Array(length)),
	bool: integer(0, 1, (length) => new Uint8Array(length)),
	int16: integer(-32768, 32767, (length) => new Int16Array(length)),
	uint16: integer(0, 65535, (length) => new Uint16Array(length)),
	int32: integer(-(2 ** 31), 2 ** 31 - 1, (length) => new Int32Array(length)),
	uint32: integer(0, 2 ** 32 - 1, (length) => new Uint32Array(length)),
	int64: integer(-(2 ** 63), 2 ** 63, (length) => new BigInt64Array(length)),
	uint64: integer(0, 2 ** 64, (length) => new BigUint64Array(length)),
	string: {
		family: "string",
		as: "string",
		range: null,
		allocate: (length) => new Array(length).fill("")
	}
};
/** `type` as ONNX Runtime names it, or null when it cannot be fed from columns. */
function elementOf(type) {
	return Object.hasOwn(ELEMENTS, type) ? ELEMENTS[type] : null;
}
/** Why an element cannot hold what stands for a missing value: the end of a sentence. Null when it can. */
function checkMissing({ family, range }, missing) {
	if (missing === "fail" || family === "float") return null;
	if (family === "string") return "takes text";
	if (!Number.isSafeInteger(missing)) return "takes whole numbers";
	const value = missing;
	return range && value >= range[0] && value <= range[1] ? null : "takes a smaller range";
}
export { checkMissing as n, elementOf as r, ELEMENTS as t };
