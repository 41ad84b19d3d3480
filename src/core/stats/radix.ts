/** Least-significant-digit radix sort of (key, row) pairs that lie side by side, so that one cache line serves both. */

/** 11 bits a digit: three passes over 32 bits, and the 2,048 places being written to stay in the cache. */
const DIGITS = [
  { shift: 0, size: 1 << 11 },
  { shift: 11, size: 1 << 11 },
  { shift: 22, size: 1 << 10 },
] as const;

/** `pairs` holds key, row, key, row, … The same pairs by ascending key, stably. O(n); uses `pairs` as scratch. */
export function sortPairs(pairs: Uint32Array): Uint32Array {
  let from = pairs;
  let to: Uint32Array | null = null;
  for (const { shift, size } of DIGITS) {
    const places = firstPlaces(from, shift, size);
    if (places === null) continue;
    to ??= new Uint32Array(pairs.length);
    for (let i = 0; i < from.length; i += 2) {
      const key = from[i]!;
      const digit = (key >>> shift) & (size - 1);
      const place = places[digit]!;
      places[digit] = place + 2;
      to[place] = key;
      to[place + 1] = from[i + 1]!;
    }
    [from, to] = [to, from];
  }
  return from;
}

/** Where the pairs of each digit begin, or null when all have the same digit. */
function firstPlaces(pairs: Uint32Array, shift: number, size: number): Uint32Array | null {
  const places = new Uint32Array(size);
  for (let i = 0; i < pairs.length; i += 2) places[(pairs[i]! >>> shift) & (size - 1)]! += 2;
  if (pairs.length === 0 || places[(pairs[0]! >>> shift) & (size - 1)] === pairs.length) return null;
  let next = 0;
  for (let digit = 0; digit < size; digit++) {
    const count = places[digit]!;
    places[digit] = next;
    next += count;
  }
  return places;
}
