/** IEEE 754 binary16, as it travels in a Uint16Array: Node 20 and 22 have no Float16Array. */

/** Rounds to nearest, ties to even, straight from the double. 1 → 0x3c00, 65504 → 0x7bff, 65520 → infinity. */
export function toHalf(value: number): number {
  if (Number.isNaN(value)) return 0x7e00;
  const sign = value < 0 || Object.is(value, -0) ? 0x8000 : 0;
  const size = Math.abs(value);
  if (size >= 65520) return sign | 0x7c00;
  if (size < 2 ** -14) return sign | roundEven(size * 2 ** 24);
  // Math.log2 may round up just below a power of two.
  let exponent = Math.floor(Math.log2(size));
  if (2 ** exponent > size) exponent--;
  const significand = roundEven(size * 2 ** (10 - exponent));
  return sign | (((exponent + 14) << 10) + significand);
}

/** 0x3c00 → 1. */
export function fromHalf(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 1023;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 31) return fraction ? Number.NaN : sign * Number.POSITIVE_INFINITY;
  return sign * (1024 + fraction) * 2 ** (exponent - 25);
}

function roundEven(value: number): number {
  const floor = Math.floor(value);
  const rest = value - floor;
  return rest > 0.5 || (rest === 0.5 && floor % 2 === 1) ? floor + 1 : floor;
}
