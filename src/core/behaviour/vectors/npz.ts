/** NumPy's archives (`np.savez`, `np.savez_compressed`): zip files of `.npy`. */
import { unpackEntry, zipEntries } from '../../archive/zip.ts';
import { readNpy } from './npy.ts';
import type { Stored } from './stored.ts';

/** Arrays in one archive; a golden vector has one for each input and output. */
const MOST_ENTRIES = 1000;
/** Bytes of one array, unpacked: 1 GiB, far beyond a golden vector and below what ends the process. */
const MOST_BYTES = 2 ** 30;

/** One result for each array, by its name without `.npy`. Null when the bytes are not a zip file that NumPy writes. */
export async function readNpz(bytes: Uint8Array): Promise<ReadonlyMap<string, Stored> | null> {
  const entries = zipEntries(bytes, MOST_ENTRIES);
  if (!entries) return null;
  const arrays = new Map<string, Stored>();
  for (const entry of entries) {
    const key = entry.name.replace(/\.npy$/, '');
    const content = await unpackEntry(entry, MOST_BYTES);
    arrays.set(key, content ? readNpy(key, content) : { ok: false, why: 'cannot be unpacked' });
  }
  return arrays;
}
