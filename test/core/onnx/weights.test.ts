import { describe, expect, it } from 'vitest';
import { createScanner, startScan, type ValueStatistics } from '../../../src/core/onnx/weights/statistics.ts';

const FLOAT = 1;
const FLOAT16 = 10;
const DOUBLE = 11;
const BFLOAT16 = 16;

/** Statistics of `bytes` that arrive in pieces of `size`, from an address that is `shift` off. */
function scanned(type: number, bytes: Uint8Array, size = bytes.length, shift = 0): ValueStatistics {
  const scanner = createScanner();
  const scan = startScan(type);
  for (let at = 0; at < bytes.length; at += size) {
    const memory = new Uint8Array(size + shift);
    const piece = bytes.subarray(at, at + size);
    memory.set(piece, shift);
    scanner.push(scan, memory.subarray(shift, shift + piece.length));
  }
  return scanner.finish(scan);
}
const bytesOf = (values: Float32Array | Float64Array | Uint16Array | Uint32Array) =>
  new Uint8Array(values.buffer);

/** An ordinary number, then two of each kind. */
const SPECIAL: readonly (readonly [string, number, Uint8Array])[] = [
  ['float32', FLOAT, bytesOf(Float32Array.of(1, NaN, -NaN, 1 / 0, -1 / 0, 0, -0, 1e-40, -1e-45))],
  ['float64', DOUBLE, bytesOf(Float64Array.of(1, NaN, -NaN, 1 / 0, -1 / 0, 0, -0, 1e-310, -5e-324))],
  ['float16', FLOAT16, bytesOf(Uint16Array.of(0x3c00, 0x7c01, 0xfe00, 0x7c00, 0xfc00, 0, 0x8000, 1, 0x83ff))],
  [
    'bfloat16',
    BFLOAT16,
    bytesOf(Uint16Array.of(0x3f80, 0x7f81, 0xffc0, 0x7f80, 0xff80, 0, 0x8000, 1, 0x807f)),
  ],
];

describe('statistics of weights', () => {
  it.each(SPECIAL)('counts what is not an ordinary number: %s', (_, type, bytes) => {
    const wanted = { elements: 9, bytes: bytes.length, nan: 2, infinite: 2, zero: 2, denormal: 2 };
    expect(scanned(type, bytes)).toMatchObject(wanted);
    for (const size of [1, 3, 8, 17]) expect(scanned(type, bytes, size, 1)).toMatchObject(wanted);
  });

  it.each(SPECIAL)('finds the extremes of ordinary numbers ordinary: %s', (name, type) => {
    const extremes = {
      float32: bytesOf(Uint32Array.of(0x00800000, 0x7f7fffff, 0x80800000, 0xff7fffff)),
      float64: bytesOf(Float64Array.of(2 ** -1022, Number.MAX_VALUE, -(2 ** -1022), -Number.MAX_VALUE)),
      float16: bytesOf(Uint16Array.of(0x0400, 0x7bff, 0x8400, 0xfbff)),
      bfloat16: bytesOf(Uint16Array.of(0x0080, 0x7f7f, 0x8080, 0xff7f)),
    }[name]!;
    expect(scanned(type, extremes)).toMatchObject({ elements: 4, nan: 0, infinite: 0, zero: 0, denormal: 0 });
  });

  it('is the same whatever pieces the bytes come in, and from whatever address', () => {
    const values = bytesOf(Float32Array.from({ length: 40_001 }, (_, i) => (i % 97 === 0 ? 0 : Math.sin(i))));
    const whole = scanned(FLOAT, values);
    expect(whole).toMatchObject({ elements: 40_001, zero: Math.ceil(40_001 / 97), bytes: 160_004 });
    for (const [size, shift] of [
      [65_536, 0],
      [1000, 0],
      [4097, 0],
      [65_537, 3],
      [160_004, 1],
    ])
      expect(scanned(FLOAT, values, size, shift)).toEqual(whole);
  });

  it('tells apart bytes that a plain sum or product confuses', () => {
    const values = Float32Array.from({ length: 2048 }, (_, i) => Math.cos(i));
    const prints = [
      values,
      values.map((value) => -value),
      values.toReversed(),
      values.with(2047, 5),
      Float32Array.of(...values, 0),
    ].map((one) => `${one.length} ${scanned(FLOAT, bytesOf(one)).fingerprint}`);
    expect(new Set(prints).size).toBe(prints.length);
  });
});
