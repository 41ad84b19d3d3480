/** Pseudo-random numbers that are the same to the bit on every platform. Not for secrets. */
export interface Random {
  /** A whole number from 0 to 2³² − 1. */
  uint32(): number;
  /** A multiple of 2⁻⁵³ in [0, 1). */
  uniform(): number;
}

/**
 * xoshiro128** 1.1 (Blackman & Vigna 2018; period 2¹²⁸ − 1), its state filled from `seed` by the finaliser of
 * MurmurHash3 over a Weyl sequence, so that neighbouring seeds give unrelated streams.
 * `seed`: a whole number; its lowest 32 bits count. `seededRandom(1).uint32()` = 2442144158.
 */
export function seededRandom(seed: number): Random {
  let weyl = seed | 0;
  const word = (): number => {
    weyl = (weyl + 0x9e3779b9) | 0;
    return mix(weyl);
  };
  return xoshiro128(word(), word(), word(), word());
}

/** The bare generator, from 128 bits of state that are not all 0. */
export function xoshiro128(a: number, b: number, c: number, d: number): Random {
  const uint32 = (): number => {
    const result = Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotate(d, 11);
    return result;
  };
  return { uint32, uniform: () => ((uint32() >>> 5) * 0x4000000 + (uint32() >>> 6)) / 2 ** 53 };
}

function rotate(x: number, bits: number): number {
  return (x << bits) | (x >>> (32 - bits));
}

function mix(x: number): number {
  let h = x;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}
