import { a as unread, n as fromBytes, r as fromTexts, t as elementsOf } from "./stored.js";
import { i as zipEntries, r as unpackEntry } from "./zip.js";
// src/core/behaviour/vectors/npy.ts
const TYPES = /* @__PURE__ */ new Map([
	["f4", "float32"],
	["f8", "float64"],
	["f2", "float16"],
	["i1", "int8"],
	["u1", "uint8"],
	["b1", "bool"],
	["i2", "int16"],
	["u2", "uint16"],
	["i4", "int32"],
	["u4", "uint32"],
	["i8", "int64"],
	["u8", "uint64"]
]);
/** `\x93NUMPY` */
const MAGIC = [
	147,
	78,
	85,
	77,
	80,
	89
];
/** A header of NumPy is under 100 bytes for ordinary arrays; records, which we do not read, are longer. */
const MOST_HEADER = 1e4;
/** Reads a `.npy` file: numbers, booleans and text (`<U…`, `|S…`), in row-major order. */
function readNpy(name, bytes) {
	if (MAGIC.some((byte, i) => bytes[i] !== byte)) return unread("is not a NumPy array");
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const wide = bytes[6] > 1;
	const start = wide ? 12 : 10;
	if (bytes.length < start) return unread("is cut short");
	const length = wide ? view.getUint32(8, true) : view.getUint16(8, true);
	if (length > MOST_HEADER) return unread(`has a header of ${length} bytes`);
	const header = new TextDecoder("latin1").decode(bytes.subarray(start, start + length));
	const descr = /'descr':\s*'([<>|=])(\w)(\d+)'/.exec(header);
	const dims = /'shape':\s*\(([\d\s,]*)\)/.exec(header)?.[1];
	if (!descr || dims === void 0) return unread("is not an array of numbers or text");
	const [, order = "", kind = "", size = ""] = descr;
	const shape = dims.split(",").flatMap((size) => size.trim() === "" ? [] : [Number(size)]);
	if (order === ">") return unread("is big-endian; save it with `array.astype(array.dtype.newbyteorder('<'))`");
	if (/'fortran_order':\s*True/.test(header) && shape.length > 1) return unread("is in column-major order; save it with `np.ascontiguousarray(array)`");
	const body = bytes.subarray(start + length);
	if (kind === "U" || kind === "S") return readTexts(name, body, shape, kind, Number(size));
	const type = TYPES.get(kind + size);
	return type ? fromBytes(name, type, body, shape) : unread(`holds ${kind}${size}, which no model input takes`);
}
/** Fixed-width texts, filled up with zeros: UTF-32 (`U`, `size` code points) or bytes (`S`). */
function readTexts(name, body, shape, kind, size) {
	const width = kind === "U" ? size * 4 : size;
	const elements = elementsOf(shape);
	if (elements === null || elements * width !== body.length) return unread("is cut short");
	const view = new DataView(body.buffer, body.byteOffset, body.byteLength);
	const texts = Array.from({ length: elements }, (_, i) => {
		if (kind === "S") return new TextDecoder().decode(body.subarray(i * width, (i + 1) * width));
		return Array.from({ length: size }, (_, at) => view.getUint32(i * width + at * 4, true)).map((point) => String.fromCodePoint(point > 1114111 ? 65533 : point)).join("");
	});
	return fromTexts(name, texts.map((text) => text.replace(/\0+$/, "")), shape);
}
// src/core/behaviour/vectors/npz.ts
/** NumPy's archives (`np.savez`, `np.savez_compressed`): zip files of `.npy`. */
/** Arrays in one archive; a golden vector has one for each input and output. */
const MOST_ENTRIES = 1e3;
/** Bytes of one array, unpacked: 1 GiB, far beyond a golden vector and below what ends the process. */
const MOST_BYTES = 2 ** 30;
/** One result for each array, by its name without `.npy`. Null when the bytes are not a zip file that NumPy writes. */
async function readNpz(bytes) {
	const entries = zipEntries(bytes, MOST_ENTRIES);
	if (!entries) return null;
	const arrays = /* @__PURE__ */ new Map();
	for (const entry of entries) {
		const key = entry.name.replace(/\.npy$/, "");
		const content = await unpackEntry(entry, MOST_BYTES);
		arrays.set(key, content ? readNpy(key, content) : {
			ok: false,
			why: "cannot be unpacked"
		});
	}
	return arrays;
}
// src/core/scoring/half.ts
/** IEEE 754 binary16, as it travels in a Uint16Array: Node 20 and 22 have no Float16Array. */
/** Rounds to nearest, ties to even, straight from the double. 1 → 0x3c00, 65504 → 0x7bff, 65520 → infinity. */
function toHalf(value) {
	if (Number.isNaN(value)) return 32256;
	const sign = value < 0 || Object.is(value, -0) ? 32768 : 0;
	const size = Math.abs(value);
	if (size >= 65520) return sign | 31744;
	if (size < 2 ** -14) return sign | roundEven(size * 2 ** 24);
	let exponent = Math.floor(Math.log2(size));
	if (2 ** exponent > size) exponent--;
	const significand = roundEven(size * 2 ** (10 - exponent));
	return sign | (exponent + 14 << 10) + significand;
}
/** 0x3c00 → 1. */
function fromHalf(bits) {
	const sign = bits & 32768 ? -1 : 1;
	const exponent = bits >> 10 & 31;
	const fraction = bits & 1023;
	if (exponent === 0) return sign * fraction * 2 ** -24;
	if (exponent === 31) return fraction ? NaN : sign * Number.POSITIVE_INFINITY;
	return sign * (1024 + fraction) * 2 ** (exponent - 25);
}
function roundEven(value) {
	const floor = Math.floor(value);
	const rest = value - floor;
	return rest > .5 || rest === .5 && floor % 2 === 1 ? floor + 1 : floor;
}
export { readNpy as i, toHalf as n, readNpz as r, fromHalf as t };
