/** Rows of a block: what is written to them stays in the cache. */
const BLOCK_BITS = 14;

/**
 * Brings numbers in some order of the rows back to the rows. `pairs`: `number, row, …` side by side, every row once.
 * `unsort([7, 2, 8, 0, 9, 1])` = 8 9 7.
 *
 * O(n), in two passes that write to few places at a time: first to blocks of neighbouring rows, then within each.
 * One pass would miss the cache on nearly every write; at 10 million rows this takes a third of its time.
 */
export function unsort(pairs: Uint32Array): Uint32Array {
  const n = pairs.length / 2;
  const blocks = Math.ceil(n / 2 ** BLOCK_BITS);
  const places = Uint32Array.from({ length: blocks }, (_, block) => block << (BLOCK_BITS + 1));
  const blocked = new Uint32Array(2 * n);
  for (let i = 0; i < pairs.length; i += 2) {
    const row = pairs[i + 1]!;
    const place = places[row >>> BLOCK_BITS]!;
    places[row >>> BLOCK_BITS] = place + 2;
    blocked[place] = pairs[i]!;
    blocked[place + 1] = row;
  }
  const result = new Uint32Array(n);
  for (let i = 0; i < blocked.length; i += 2) result[blocked[i + 1]!] = blocked[i]!;
  return result;
}
