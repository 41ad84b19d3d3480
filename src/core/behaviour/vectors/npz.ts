/** NumPy's archives (`np.savez`, `np.savez_compressed`): zip files of `.npy` (PKWARE APPNOTE 6.3, sections 4.3 and 4.4). */
import { readNpy } from './npy.ts';
import type { Stored } from './stored.ts';

/** Arrays in one archive; a golden vector has one for each input and output. */
const MOST_ENTRIES = 1000;
/** Bytes of one array, unpacked: 1 GiB, far beyond a golden vector and below what ends the process. */
const MOST_BYTES = 2 ** 30;

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const STORED = 0;
const DEFLATED = 8;

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly packed: Uint8Array;
  readonly size: number;
}

/** One result for each array, by its name without `.npy`. Null when the bytes are not a zip file that NumPy writes. */
export async function readNpz(bytes: Uint8Array): Promise<ReadonlyMap<string, Stored> | null> {
  const entries = entriesOf(bytes);
  if (!entries) return null;
  const arrays = new Map<string, Stored>();
  for (const { name, method, packed, size } of entries) {
    const key = name.replace(/\.npy$/, '');
    const content = method === STORED ? packed : await inflate(packed, size);
    arrays.set(key, content ? readNpy(key, content) : { ok: false, why: 'cannot be unpacked' });
  }
  return arrays;
}

function entriesOf(bytes: Uint8Array): Entry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  if (end === null) return null;
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count > MOST_ENTRIES) return null;
  const entries: Entry[] = [];
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== CENTRAL) return null;
    const [names, extras, comments] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true));
    const packedSize = view.getUint32(at + 20, true);
    const size = view.getUint32(at + 24, true);
    const local = view.getUint32(at + 42, true);
    const method = view.getUint16(at + 10, true);
    if (local + 30 > bytes.length || size > MOST_BYTES || ![STORED, DEFLATED].includes(method)) return null;
    // The local header has extra fields of its own.
    const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    if (start + packedSize > bytes.length) return null;
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + names!));
    entries.push({ name, method, packed: bytes.subarray(start, start + packedSize), size });
    at += 46 + names! + extras! + comments!;
  }
  return entries;
}

/** Offset of the end-of-central-directory record: the last 22 bytes, but for a comment. */
function endOf(view: DataView): number | null {
  const first = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= first; at--) {
    if (view.getUint32(at, true) === END) return at;
  }
  return null;
}

/** Null when the data is damaged, or is not of the size that it claims: nothing unpacks beyond that. */
async function inflate(packed: Uint8Array, size: number): Promise<Uint8Array | null> {
  const out = new Uint8Array(size);
  let at = 0;
  try {
    const stream = new Blob([packed as Uint8Array<ArrayBuffer>])
      .stream()
      .pipeThrough(new DecompressionStream('deflate-raw'));
    for await (const chunk of stream) {
      if (at + chunk.length > size) return null;
      out.set(chunk, at);
      at += chunk.length;
    }
  } catch {
    return null;
  }
  return at === size ? out : null;
}
