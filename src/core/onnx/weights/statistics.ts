/** What is counted in the values of one tensor, in pieces as they are read. */

export interface ValueStatistics {
  /** 0 for types without NaN, which are not counted. */
  readonly elements: number;
  readonly bytes: number;
  readonly nan: number;
  readonly infinite: number;
  readonly zero: number;
  /** Smaller than the smallest normal number, and not zero: arithmetic on them is slow or flushed to zero. */
  readonly denormal: number;
  /** Equal for equal bytes; 128 bits, but not against someone who looks for two that are alike. */
  readonly fingerprint: string;
}

/** A tensor under way. */
export interface ValueScan extends Record<Exclude<keyof ValueStatistics, 'fingerprint'>, number> {
  readonly type: number;
  /** Of the fingerprint. */
  a: number;
  b: number;
  c: number;
  d: number;
  /** Bytes at the end of the last piece that fill no whole unit. */
  rest: Uint8Array | null;
}

export const startScan = (type: number): ValueScan => ({
  type,
  elements: 0,
  bytes: 0,
  nan: 0,
  infinite: 0,
  zero: 0,
  denormal: 0,
  a: 0,
  b: 0,
  c: 0,
  d: 0,
  rest: null,
});

/** From here on making views of memory costs less than copying it. */
const VIEW_LEAST = 4096;
/** Four words: what one round of the fingerprint takes. */
const UNIT = 16;

/** What goes over the values, with one piece of memory for all tensors. */
export interface ValueScanner {
  /** The next piece of a tensor; it is not kept. */
  push(scan: ValueScan, piece: Uint8Array): void;
  finish(scan: ValueScan): ValueStatistics;
}

/** Bytes taken at a time: both rounds over them find them in the processor's cache. */
const PART = 65_536;

export function createScanner(): ValueScanner {
  const memory = new Uint8Array(PART + UNIT);
  const memoryWords = new Int32Array(memory.buffer);
  const take = (scan: ValueScan, words: Int32Array, length: number) => {
    count(scan, words, length);
    fingerprint(scan, words, length >> 2);
  };
  const pushPart = (scan: ValueScan, part: Uint8Array) => {
    scan.bytes += part.length;
    const before = scan.rest?.length ?? 0;
    const length = before + part.length;
    const whole = length - (length % UNIT);
    // Typed arrays want their bytes aligned; a field of a protobuf file seldom is.
    if (before === 0 && part.byteOffset % 4 === 0 && whole >= VIEW_LEAST) {
      take(scan, new Int32Array(part.buffer, part.byteOffset, whole >> 2), whole);
    } else {
      if (scan.rest) memory.set(scan.rest);
      memory.set(part, before);
      take(scan, memoryWords, whole);
    }
    scan.rest = whole === length ? null : restOf(scan.rest, part, length % UNIT);
  };
  return {
    push(scan, piece) {
      if (piece.length <= PART) pushPart(scan, piece);
      else for (let at = 0; at < piece.length; at += PART) pushPart(scan, piece.subarray(at, at + PART));
    },
    finish(scan) {
      if (scan.rest !== null) {
        // Padding is part of the fingerprint, which the number of bytes stands beside, and not of the counts.
        memory.fill(0, 0, UNIT);
        memory.set(scan.rest);
        count(scan, memoryWords, scan.rest.length);
        fingerprint(scan, memoryWords, UNIT >> 2);
        scan.rest = null;
      }
      const { type: _, rest: __, a, b, c, d, ...counts } = scan;
      return { ...counts, fingerprint: [a, b, c, d].join('.') };
    },
  };
}

/** The last `length` bytes of what was left before and the part after it. */
function restOf(before: Uint8Array | null, part: Uint8Array, length: number): Uint8Array {
  if (length <= part.length || before === null) return part.slice(part.length - length);
  const rest = new Uint8Array(before.length + part.length);
  rest.set(before);
  rest.set(part, before.length);
  return rest.slice(rest.length - length);
}

/** Four lanes, so that no multiplication waits for another one; the rotation lets high bits reach low ones. */
function fingerprint(scan: ValueScan, words: Int32Array, length: number): void {
  let { a, b, c, d } = scan;
  for (let i = 0; i < length; i += 4) {
    a = Math.imul(a ^ words[i]!, 0x9e3779b1);
    a = (a << 13) | (a >>> 19);
    b = Math.imul(b ^ words[i + 1]!, 0x85ebca77);
    b = (b << 13) | (b >>> 19);
    c = Math.imul(c ^ words[i + 2]!, 0xc2b2ae3d);
    c = (c << 13) | (c >>> 19);
    d = Math.imul(d ^ words[i + 3]!, 0x27d4eb2f);
    d = (d << 13) | (d >>> 19);
  }
  scan.a = a;
  scan.b = b;
  scan.c = c;
  scan.d = d;
}

/** Where the exponent and the fraction of a float stand in its highest word of 16 or 32 bits. */
interface Float {
  readonly bytes: 2 | 4 | 8;
  readonly exponent: number;
  readonly fraction: number;
}

/** By TensorProto.DataType: float32, float16, bfloat16, float64. */
const FLOATS: ReadonlyMap<number, Float> = new Map([
  [1, { bytes: 4, exponent: 0x7f800000, fraction: 0x007fffff }],
  [10, { bytes: 2, exponent: 0x7c00, fraction: 0x03ff }],
  [16, { bytes: 2, exponent: 0x7f80, fraction: 0x007f }],
  [11, { bytes: 8, exponent: 0x7ff00000, fraction: 0x000fffff }],
]);

const COUNTERS = { 2: countHalves, 4: countWords, 8: countPairs } as const;

/** `length`: bytes, a whole number of elements but where the file is cut. */
function count(scan: ValueScan, words: Int32Array, length: number): void {
  const float = FLOATS.get(scan.type);
  if (float === undefined) return;
  scan.elements += Math.floor(length / float.bytes);
  COUNTERS[float.bytes](scan, words, length, float);
}

/**
 * Nearly every weight is an ordinary number, so one test must rule out the rest: with 1 added to the exponent, all of
 * its bits but the lowest are zero only where it was all ones (NaN, infinite) or all zeros (zero, denormal).
 */
function countWords(scan: ValueScan, words: Int32Array, length: number, float: Float): void {
  const end = length >> 2;
  const one = float.fraction + 1;
  const high = float.exponent ^ one;
  let zeros = 0;
  let i = 0;
  for (; i + 3 < end; i += 4) {
    const a = words[i]!;
    const b = words[i + 1]!;
    const c = words[i + 2]!;
    const d = words[i + 3]!;
    if ((a | b | c | d) === 0) zeros += 4;
    else if (
      ((a + one) & high) === 0 ||
      ((b + one) & high) === 0 ||
      ((c + one) & high) === 0 ||
      ((d + one) & high) === 0
    )
      for (let j = i; j < i + 4; j++) tally(scan, words[j]!, 0, float);
  }
  for (; i < end; i++) tally(scan, words[i]!, 0, float);
  scan.zero += zeros;
}

/** Two at a time; without their signs neither carries into the other. */
function countHalves(scan: ValueScan, words: Int32Array, length: number, float: Float): void {
  const end = length >> 2;
  const one = (float.fraction + 1) * 0x10001;
  const high = (float.exponent ^ (float.fraction + 1)) * 0x10001;
  for (let i = 0; i < end; i++) {
    const word = words[i]!;
    const left = ((word & 0x7fff7fff) + one) & high;
    if ((left & 0xffff) !== 0 && left >>> 16 !== 0) continue;
    tally(scan, word & 0xffff, 0, float);
    tally(scan, word >>> 16, 0, float);
  }
  if (length % 4 >= 2) tally(scan, words[end]! & 0xffff, 0, float);
}

/** The high word of a little-endian float64 stands second. */
function countPairs(scan: ValueScan, words: Int32Array, length: number, float: Float): void {
  const end = length >> 2;
  const one = float.fraction + 1;
  const high = float.exponent ^ one;
  for (let i = 1; i < end; i += 2) {
    if (((words[i]! + one) & high) === 0) tally(scan, words[i]!, words[i - 1]!, float);
  }
}

/** `low`: the lower word of the fraction, where there is one. */
function tally(scan: ValueScan, word: number, low: number, { exponent, fraction }: Float): void {
  const whole = (word & fraction) === 0 && low === 0;
  const power = word & exponent;
  if (power === exponent) {
    if (whole) scan.infinite++;
    else scan.nan++;
  } else if (power === 0) {
    if (whole) scan.zero++;
    else scan.denormal++;
  }
}
