/**
 * A file without a name, open in the runner and in its child: numbers travel through it, since the IPC channel copies
 * each of them several times. On Linux it is memory; elsewhere the system's cache holds it.
 */
import { randomUUID } from 'node:crypto';
import { closeSync, constants, openSync, readSync, rmSync, statfsSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fault } from '../../core/errors.ts';
import type { Tensor, Tensors } from '../../ports.ts';

/** The descriptor under which the child inherits it. */
export const EXCHANGE = 4;

/** Of numbers: where they lie in their place. Text goes with the message itself. */
export type Parcel =
  | {
      readonly type: Exclude<Tensor['type'], 'string'>;
      readonly shape: readonly number[];
      readonly from: number;
      readonly length: number;
    }
  | Extract<Tensor, { type: 'string' }>;

/** Tensors, and the place in the file that holds the numbers of all. */
export interface Parcels {
  readonly at: number;
  readonly bytes: number;
  readonly parcels: ReadonlyMap<string, Parcel>;
}

/** A container's /dev/shm often has 64 MiB: too little for wide batches of several models. */
const ENOUGH = 2 ** 28;

/** The runner's end: places are used again once their request is answered. */
export interface Exchange {
  readonly file: number;
  /** Copies what `tensors` hold. `free` is called when the child has read them. Throws `file-unwritable`. */
  put(tensors: Tensors): { readonly parcels: Parcels; readonly free: () => void };
  close(): void;
}

interface Place {
  readonly at: number;
  readonly bytes: number;
}

/** Any array of numbers may begin there. */
const ALIGNED = 8;

/** Throws `file-unwritable`. */
export function openExchange(): Exchange {
  const file = openUnnamed();
  const places: Place[] = [];
  let end = 0;
  let staging = new Uint8Array(0);
  const take = (bytes: number): Place => {
    const found = places.findIndex((place) => place.bytes >= bytes);
    if (found >= 0) return places.splice(found, 1)[0]!;
    const place = { at: end, bytes };
    end += bytes;
    return place;
  };
  return {
    file,
    put(tensors) {
      let bytes = 0;
      const parcels = new Map<string, Parcel>();
      for (const [name, tensor] of tensors) {
        if (tensor.type === 'string') {
          // The message leaves later, and its array may be filled again by then.
          parcels.set(name, { ...tensor, data: [...tensor.data] });
          continue;
        }
        const { type, shape, data } = tensor;
        parcels.set(name, { type, shape, from: bytes, length: data.length });
        bytes += Math.ceil(data.byteLength / ALIGNED) * ALIGNED;
      }
      if (staging.length < bytes) staging = new Uint8Array(bytes);
      for (const [name, parcel] of parcels)
        if (parcel.type !== 'string')
          staging.set(bytesOf(tensors.get(name)!.data as Numbers['data']), parcel.from);
      const place = take(bytes);
      writeWhole(file, staging.subarray(0, bytes), place.at);
      return { parcels: { at: place.at, bytes, parcels }, free: () => places.push(place) };
    },
    close: () => closeSync(file),
  };
}

const bytesOf = ({ buffer, byteOffset, byteLength }: NodeJS.ArrayBufferView) =>
  new Uint8Array(buffer, byteOffset, byteLength);

function writeWhole(file: number, data: NodeJS.ArrayBufferView, at: number): void {
  try {
    for (let done = 0; done < data.byteLength; )
      done += writeSync(file, data, done, data.byteLength - done, at + done);
  } catch (cause) {
    throw fault('file-unwritable', `${data.byteLength} bytes for the model found no room on the disk.`, {
      fix: 'Make room in /dev/shm or in the folder for temporary files (TMPDIR).',
      details: cause instanceof Error ? cause.message : String(cause),
    });
  }
}

type Numbers = Exclude<Tensor, { type: 'string' }>;

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
  uint64: BigUint64Array,
} as const satisfies Record<
  Numbers['type'],
  new (
    buffer: ArrayBuffer,
    from: number,
    length: number,
  ) => Numbers['data']
>;

/** The child's end: tensors over one array, which the next request overwrites. */
export function createReceiver(file: number): (parcels: Parcels) => Tensors {
  let buffer = new ArrayBuffer(0);
  return ({ at, bytes, parcels }) => {
    if (buffer.byteLength < bytes) buffer = new ArrayBuffer(bytes);
    for (let done = 0; done < bytes; ) {
      const read = readSync(file, new Uint8Array(buffer, done, bytes - done), 0, bytes - done, at + done);
      if (read === 0) throw new Error(`the exchange ends ${bytes - done} bytes too early`);
      done += read;
    }
    return new Map(
      [...parcels].map(([name, parcel]): [string, Tensor] => {
        if (parcel.type === 'string') return [name, parcel];
        const { type, shape, from, length } = parcel;
        return [name, { type, shape, data: new ARRAYS[type](buffer, from, length) } as Tensor];
      }),
    );
  };
}

function openUnnamed(): number {
  const folder = hasMemory('/dev/shm') ? '/dev/shm' : tmpdir();
  const path = join(folder, `onnx-gate-${randomUUID()}`);
  try {
    const file = openSync(path, constants.O_RDWR | constants.O_CREAT | constants.O_EXCL, 0o600);
    rmSync(path);
    return file;
  } catch (cause) {
    throw fault('file-unwritable', `No temporary file could be made in ${folder}.`, {
      fix: 'Make the folder for temporary files (TMPDIR) writable.',
      details: cause instanceof Error ? cause.message : String(cause),
    });
  }
}

function hasMemory(folder: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize >= ENOUGH;
  } catch {
    return false;
  }
}
