/** Runs this short are sorted by insertion, which is faster than merging them. */
const SHORT = 40;

/**
 * Sorts every range `starts[g]` … `starts[g + 1] − 1` of `keys` descending, in place, and `rows` along with it. Equal
 * keys keep their order; −0 equals 0. No NaN. O(n log n); scratch of the length of the `longest` range.
 * Keys 1 3 2 5 4, starts 0 3 5: keys 3 2 1 5 4.
 */
export function sortRangesDescending(
  keys: Float64Array,
  rows: Uint32Array,
  starts: Uint32Array,
  longest: number,
): void {
  const spareKeys = new Float64Array(longest > SHORT ? longest : 0);
  const spareRows = new Uint32Array(spareKeys.length);
  for (let g = 0; g + 1 < starts.length; g++) {
    const from = starts[g]!;
    const to = starts[g + 1]!;
    for (let start = from; start < to; start += SHORT) insert(keys, rows, start, Math.min(start + SHORT, to));
    for (let width = SHORT; width < to - from; width *= 2) {
      for (let start = from; start + width < to; start += 2 * width) {
        merge(keys, rows, start, start + width, Math.min(start + 2 * width, to), spareKeys, spareRows);
      }
    }
  }
}

function insert(keys: Float64Array, rows: Uint32Array, from: number, to: number): void {
  for (let i = from + 1; i < to; i++) {
    const key = keys[i]!;
    const row = rows[i]!;
    let place = i;
    for (; place > from && keys[place - 1]! < key; place--) {
      keys[place] = keys[place - 1]!;
      rows[place] = rows[place - 1]!;
    }
    keys[place] = key;
    rows[place] = row;
  }
}

/** Merges two sorted neighbours. Only the left one is set aside: what it leaves free is always enough. */
function merge(
  keys: Float64Array,
  rows: Uint32Array,
  from: number,
  middle: number,
  to: number,
  spareKeys: Float64Array,
  spareRows: Uint32Array,
): void {
  const left = middle - from;
  for (let i = 0; i < left; i++) {
    spareKeys[i] = keys[from + i]!;
    spareRows[i] = rows[from + i]!;
  }
  let place = from;
  let right = middle;
  for (let i = 0; i < left; place++) {
    if (right < to && keys[right]! > spareKeys[i]!) {
      keys[place] = keys[right]!;
      rows[place] = rows[right++]!;
    } else {
      keys[place] = spareKeys[i]!;
      rows[place] = spareRows[i++]!;
    }
  }
}

/** Longer ranges go to the library's sort, whose call costs as much as sorting a few values by insertion. */
const LONG = 48;

/** Sorts one range of `values` descending, in place. No NaN. */
export function sortDescending(values: Float64Array, from: number, to: number): void {
  if (to - from > LONG) {
    values.subarray(from, to).sort().reverse();
    return;
  }
  for (let i = from + 1; i < to; i++) {
    const value = values[i]!;
    let place = i;
    for (; place > from && values[place - 1]! < value; place--) values[place] = values[place - 1]!;
    values[place] = value;
  }
}
