/** One pass over all weights, a megabyte at a time. */
import type { ByteSource } from '../byte-source.ts';
import type { ExternalFiles } from '../external-files.ts';
import type { ModelGraph, Tensor } from '../graph.ts';
import { rawRange } from '../tensor-data.ts';
import { tensorsOf } from '../walks.ts';

export interface ValueStatistics {
  readonly elements: number;
  readonly bytes: number;
  readonly nan: number;
  readonly infinite: number;
  readonly zero: number;
  /** Smaller than the smallest normal number, and not zero: arithmetic on them is slow or flushed to zero. */
  readonly denormal: number;
  /** Equal for equal bytes; 64 bits, so different weights differ but for a chance in 10^19. */
  readonly hash: string;
}

type Mutable = { -readonly [K in keyof Omit<ValueStatistics, 'hash'>]: number } & { a: number; b: number };

const CHUNK = 2 ** 20;
/** Exponent and fraction masks of types that have NaN, in words of 2 or 4 bytes; float64 goes by its own loop. */
const FLOATS: ReadonlyMap<number, { bytes: 2 | 4; exponent: number; fraction: number }> = new Map([
  [1, { bytes: 4, exponent: 0x7f800000, fraction: 0x007fffff }],
  [10, { bytes: 2, exponent: 0x7c00, fraction: 0x03ff }],
  [16, { bytes: 2, exponent: 0x7f80, fraction: 0x007f }],
]);
const FLOAT64 = 11;

/** Statistics of every tensor whose elements lie in one run; others (int32_data, strings) are left out. */
export async function readStatistics(
  model: ModelGraph,
  source: ByteSource,
  external: ExternalFiles,
  safe: (location: string) => boolean,
): Promise<ReadonlyMap<Tensor, ValueStatistics>> {
  const found = new Map<Tensor, ValueStatistics>();
  for (const tensor of tensorsOf(model)) {
    const range = rawRange(tensor);
    if (range === null || range.length === 0) continue;
    const { location } = range;
    if (location !== null && !safe(location)) continue;
    const state: Mutable = {
      elements: 0,
      bytes: 0,
      nan: 0,
      infinite: 0,
      zero: 0,
      denormal: 0,
      a: 0x811c9dc5,
      b: 0,
    };
    const read = (done: number): Promise<Uint8Array> => {
      const length = Math.min(CHUNK, range.length - done);
      return location === null
        ? source.read(range.offset + done, length)
        : external.read(location, range.offset + done, length);
    };
    let next: Promise<Uint8Array> | null = read(0);
    for (let done = CHUNK; next !== null; done += CHUNK) {
      const chunk = await next;
      if (chunk.length === 0) break;
      // The next megabyte is read while this one is looked at.
      next = done < range.length ? read(done) : null;
      scan(state, tensor.type, chunk);
    }
    const { a, b, ...counts } = state;
    found.set(tensor, Object.freeze({ ...counts, hash: `${a >>> 0}.${b >>> 0}` }));
  }
  return found;
}

function scan(state: Mutable, type: number, chunk: Uint8Array): void {
  // Typed arrays want their bytes aligned; a field of a protobuf file seldom is.
  const aligned = chunk.byteOffset % 4 === 0 ? chunk : chunk.slice();
  const words = new Uint32Array(aligned.buffer, aligned.byteOffset, aligned.length >> 2);
  hash(state, words, aligned.subarray(words.length * 4));
  state.bytes += chunk.length;
  const float = FLOATS.get(type);
  if (type === FLOAT64) scan64(state, words);
  else if (float?.bytes === 4) scanWords(state, words, float.exponent, float.fraction);
  else if (float) {
    const halves = new Uint16Array(aligned.buffer, aligned.byteOffset, aligned.length >> 1);
    scanWords(state, halves, float.exponent, float.fraction);
  }
}

function hash(state: Mutable, words: Uint32Array, rest: Uint8Array): void {
  let { a, b } = state;
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    a = Math.imul(a ^ word, 0x01000193);
    b = (Math.imul(b, 31) + word) | 0;
  }
  for (const byte of rest) {
    a = Math.imul(a ^ byte, 0x01000193);
    b = (Math.imul(b, 31) + byte) | 0;
  }
  state.a = a;
  state.b = b;
}

function scanWords(
  state: Mutable,
  words: Uint32Array | Uint16Array,
  exponentMask: number,
  fractionMask: number,
): void {
  let nan = 0;
  let infinite = 0;
  let zero = 0;
  let denormal = 0;
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    const exponent = word & exponentMask;
    if (exponent === exponentMask) {
      if ((word & fractionMask) === 0) infinite++;
      else nan++;
    } else if (exponent === 0) {
      if ((word & fractionMask) === 0) zero++;
      else denormal++;
    }
  }
  state.elements += words.length;
  state.nan += nan;
  state.infinite += infinite;
  state.zero += zero;
  state.denormal += denormal;
}

/** The high word of a little-endian float64 stands second. */
function scan64(state: Mutable, words: Uint32Array): void {
  for (let i = 1; i < words.length; i += 2) {
    const high = words[i]!;
    const exponent = high & 0x7ff00000;
    const whole = (high & 0xfffff) === 0 && words[i - 1] === 0;
    if (exponent === 0x7ff00000) {
      if (whole) state.infinite++;
      else state.nan++;
    } else if (exponent === 0) {
      if (whole) state.zero++;
      else state.denormal++;
    }
    state.elements++;
  }
}
