/** Least-significant-digit radix sort. Keys and rows lie side by side, so that one cache line serves both. */

/** 11 bits a digit: three passes over 32 bits, and the 2,048 places being written to stay in the cache. */
const BITS = 11;
const SIZE = 1 << BITS;
const DIGIT = SIZE - 1;

/**
 * `key, row, key, row, …` by ascending key, stably, of `keys` by row: unsigned numbers of 32 bits. O(n). Digits that all keys
 * share cost nothing but their counting, which is one pass for all three. With `tags`, 0 or 1 by row, 2·row + tag stands in
 * place of the row: to look a tag up afterwards, out of order, costs more than to carry it along.
 */
export function sortKeys(keys: Uint32Array, tags: Float64Array | null): Uint32Array {
  const n = keys.length;
  const [low, middle, high] = [new Uint32Array(SIZE), new Uint32Array(SIZE), new Uint32Array(SIZE)];
  for (let row = 0; row < n; row++) {
    const key = keys[row]!;
    low[key & DIGIT]!++;
    middle[(key >>> BITS) & DIGIT]!++;
    high[key >>> (2 * BITS)]!++;
  }
  let pairs = new Uint32Array(2 * n);
  if (sameDigit(low, n)) {
    for (let row = 0; row < n; row++) {
      pairs[2 * row] = keys[row]!;
      pairs[2 * row + 1] = tags === null ? row : 2 * row + tags[row]!;
    }
  } else {
    toPlaces(low);
    for (let row = 0; row < n; row++) {
      const key = keys[row]!;
      const place = low[key & DIGIT]!;
      low[key & DIGIT] = place + 2;
      pairs[place] = key;
      pairs[place + 1] = tags === null ? row : 2 * row + tags[row]!;
    }
  }
  let spare: Uint32Array<ArrayBuffer> | null = null;
  for (const [shift, places] of [[BITS, middle] as const, [2 * BITS, high] as const]) {
    if (sameDigit(places, n)) continue;
    toPlaces(places);
    spare ??= new Uint32Array(2 * n);
    scatter(pairs, spare, shift, places);
    [pairs, spare] = [spare, pairs];
  }
  return pairs;
}

function scatter(from: Uint32Array, to: Uint32Array, shift: number, places: Uint32Array): void {
  for (let i = 0; i < from.length; i += 2) {
    const key = from[i]!;
    const digit = (key >>> shift) & DIGIT;
    const place = places[digit]!;
    places[digit] = place + 2;
    to[place] = key;
    to[place + 1] = from[i + 1]!;
  }
}

function sameDigit(counts: Uint32Array, n: number): boolean {
  return counts.includes(n);
}

/** From the count of each digit to where its pairs begin. */
function toPlaces(counts: Uint32Array): void {
  let next = 0;
  for (let digit = 0; digit < counts.length; digit++) {
    const count = counts[digit]!;
    counts[digit] = next;
    next += 2 * count;
  }
}
