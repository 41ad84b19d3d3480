import { i as fault } from "./errors.js";
import { closeSync, constants, openSync, readSync, rmSync, statfsSync, writeSync } from "node:fs";
import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { tmpdir } from "node:os";
// src/adapters/onnxruntime/exchange.ts
/**
* A file without a name, open in the runner and in its child: numbers travel through it, since the IPC channel copies
* each of them several times. On Linux it is memory; elsewhere the system's cache holds it.
*/
/** A container's /dev/shm often has 64 MiB: too little for wide batches of several models. */
const ENOUGH = 2 ** 28;
/** Any array of numbers may begin there. */
const ALIGNED = 8;
/** Throws `file-unwritable`. */
function openExchange() {
	const file = openUnnamed();
	const places = [];
	let end = 0;
	let staging = /* @__PURE__ */ new Uint8Array(0);
	const take = (bytes) => {
		const found = places.findIndex((place) => place.bytes >= bytes);
		if (found >= 0) return places.splice(found, 1)[0];
		const place = {
			at: end,
			bytes
		};
		end += bytes;
		return place;
	};
	return {
		file,
		put(tensors) {
			let bytes = 0;
			const parcels = /* @__PURE__ */ new Map();
			for (const [name, tensor] of tensors) {
				if (tensor.type === "string") {
					parcels.set(name, {
						...tensor,
						data: [...tensor.data]
					});
					continue;
				}
				const { type, shape, data } = tensor;
				parcels.set(name, {
					type,
					shape,
					from: bytes,
					length: data.length
				});
				bytes += Math.ceil(data.byteLength / ALIGNED) * ALIGNED;
			}
			if (staging.length < bytes) staging = new Uint8Array(bytes);
			for (const [name, parcel] of parcels) if (parcel.type !== "string") staging.set(bytesOf(tensors.get(name).data), parcel.from);
			const place = take(bytes);
			writeWhole(file, staging.subarray(0, bytes), place.at);
			return {
				parcels: {
					at: place.at,
					bytes,
					parcels
				},
				free: () => places.push(place)
			};
		},
		close: () => closeSync(file)
	};
}
const bytesOf = ({ buffer, byteOffset, byteLength }) => new Uint8Array(buffer, byteOffset, byteLength);
function writeWhole(file, data, at) {
	try {
		for (let done = 0; done < data.byteLength;) done += writeSync(file, data, done, data.byteLength - done, at + done);
	} catch (cause) {
		throw fault("file-unwritable", `${data.byteLength} bytes for the model found no room on the disk.`, {
			fix: "Make room in /dev/shm or in the folder for temporary files (TMPDIR).",
			details: cause instanceof Error ? cause.message : String(cause)
		});
	}
}
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
/** The child's end: tensors over one array, which the next request overwrites. */
function createReceiver(file) {
	let buffer = /* @__PURE__ */ new ArrayBuffer(0);
	return ({ at, bytes, parcels }) => {
		if (buffer.byteLength < bytes) buffer = new ArrayBuffer(bytes);
		for (let done = 0; done < bytes;) {
			const read = readSync(file, new Uint8Array(buffer, done, bytes - done), 0, bytes - done, at + done);
			if (read === 0) throw new Error(`the exchange ends ${bytes - done} bytes too early`);
			done += read;
		}
		return new Map([...parcels].map(([name, parcel]) => {
			if (parcel.type === "string") return [name, parcel];
			const { type, shape, from, length } = parcel;
			return [name, {
				type,
				shape,
				data: new ARRAYS[type](buffer, from, length)
			}];
		}));
	};
}
function openUnnamed() {
	const folder = hasMemory("/dev/shm") ? "/dev/shm" : tmpdir();
	const path = join(folder, `onnx-gate-${randomUUID()}`);
	try {
		const file = openSync(path, constants.O_RDWR | constants.O_CREAT | constants.O_EXCL, 384);
		rmSync(path);
		return file;
	} catch (cause) {
		throw fault("file-unwritable", `No temporary file could be made in ${folder}.`, {
			fix: "Make the folder for temporary files (TMPDIR) writable.",
			details: cause instanceof Error ? cause.message : String(cause)
		});
	}
}
function hasMemory(folder) {
	try {
		const { bavail, bsize } = statfsSync(folder);
		return bavail * bsize >= ENOUGH;
	} catch {
		return false;
	}
}
export { openExchange as n, createReceiver as t };
