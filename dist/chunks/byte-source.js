// src/core/onnx/byte-source.ts
/** A source over bytes that are already in memory; nothing is copied. */
function bytesSource(bytes) {
	return {
		size: bytes.length,
		read: async (offset, length) => bytes.subarray(offset, Math.min(offset + length, bytes.length))
	};
}
/** Bytes read ahead for small reads: a page of many small weights, yet cheap where one stands alone between large ones. */
const WINDOW = 65536;
/**
* Serves reads of up to a quarter of the window from memory, so that tens of thousands of small tensors do not cost a
* call to the system each. Larger ones go straight to `source`.
*/
function bufferedSource(source) {
	let window = /* @__PURE__ */ new Uint8Array();
	let base = 0;
	return {
		size: source.size,
		read: async (offset, length, memory) => {
			if (length > WINDOW / 4) return source.read(offset, length, memory);
			if (offset < base || offset + length > base + window.length) {
				const read = await source.read(offset, WINDOW);
				window = read;
				base = offset;
				return read.subarray(0, length);
			}
			return window.subarray(offset - base, offset - base + length);
		}
	};
}
export { bytesSource as n, bufferedSource as t };
