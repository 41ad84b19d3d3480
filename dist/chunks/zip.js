// src/core/archive/zip.ts
/** Zip files that fit in memory (PKWARE APPNOTE 6.3, sections 4.3 and 4.4): no encryption, no Zip64. */
const END = 101010256;
const CENTRAL = 33639248;
const STORED = 0;
const DEFLATED = 8;
/** What the central directory lists; null when the bytes are no such zip file, or list more than `most` entries. */
function zipEntries(bytes, most) {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const end = endOf(view);
	if (end === null) return null;
	const count = view.getUint16(end + 10, true);
	let at = view.getUint32(end + 16, true);
	if (count > most) return null;
	const entries = [];
	for (let i = 0; i < count; i++) {
		if (at + 46 > bytes.length || view.getUint32(at, true) !== CENTRAL) return null;
		const [names, extras, comments] = [
			28,
			30,
			32
		].map((offset) => view.getUint16(at + offset, true));
		const packedSize = view.getUint32(at + 20, true);
		const size = view.getUint32(at + 24, true);
		const local = view.getUint32(at + 42, true);
		const method = view.getUint16(at + 10, true);
		if (local + 30 > bytes.length || ![STORED, DEFLATED].includes(method)) return null;
		const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
		if (start + packedSize > bytes.length) return null;
		const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + names));
		entries.push({
			name,
			method,
			packed: bytes.subarray(start, start + packedSize),
			size
		});
		at += 46 + names + extras + comments;
	}
	return entries;
}
/** Null when the data is damaged, is not of the size that it claims, or claims more than `most` bytes. */
async function unpackEntry({ method, packed, size }, most) {
	if (size > most) return null;
	if (method === STORED) return packed.length === size ? packed : null;
	const content = await inflateRaw(packed, size);
	return content?.length === size ? content : null;
}
/** RFC 1951 data; null when it is damaged, or longer than `most` bytes. */
async function inflateRaw(packed, most) {
	const chunks = [];
	let length = 0;
	try {
		for await (const chunk of piped(packed, new DecompressionStream("deflate-raw"))) {
			length += chunk.length;
			if (length > most) return null;
			chunks.push(chunk);
		}
	} catch {
		return null;
	}
	return joined(chunks, length);
}
async function deflateRaw(bytes) {
	const chunks = [];
	for await (const chunk of piped(bytes, new CompressionStream("deflate-raw"))) chunks.push(chunk);
	return joined(chunks, chunks.reduce((sum, chunk) => sum + chunk.length, 0));
}
function piped(bytes, through) {
	return new Blob([bytes]).stream().pipeThrough(through);
}
function joined(chunks, length) {
	const whole = new Uint8Array(length);
	let at = 0;
	for (const chunk of chunks) {
		whole.set(chunk, at);
		at += chunk.length;
	}
	return whole;
}
/** Offset of the end-of-central-directory record: the last 22 bytes, but for a comment. */
function endOf(view) {
	const first = Math.max(0, view.byteLength - 22 - 65535);
	for (let at = view.byteLength - 22; at >= first; at--) if (view.getUint32(at, true) === END) return at;
	return null;
}
export { zipEntries as i, inflateRaw as n, unpackEntry as r, deflateRaw as t };
