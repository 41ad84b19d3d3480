import { exp, log } from './exact.ts';

/** Seeded draws. The same seed gives the same sequence on every machine. */
export interface Random {
  /** Uniform on (0, 1), both ends excluded. */
  uniform(): number;
  /** Uniform on 0 … count − 1. */
  below(count: number): number;
  /** Standard normal: Marsaglia's polar method, one of the two deviates used. */
  normal(): number;
  /** Poisson by Knuth's product of uniforms; for small means. */
  poisson(mean: number): number;
  /** Number of failures before the first success. */
  geometric(success: number): number;
}

/** Chris Doty-Humphrey's sfc32 (PractRand), started from one 32-bit seed and run 16 steps to mix it. */
export function randomFrom(seed: number): Random {
  let a = 0;
  let b = seed | 0;
  let c = 0x9e3779b9 | 0;
  let counter = 1;
  const next = () => {
    const result = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + result) | 0;
    return result >>> 0;
  };
  for (let i = 0; i < 16; i++) next();

  const uniform = () => (next() + 0.5) / 0x1_0000_0000;
  return {
    uniform,
    below: (count) => Math.floor(uniform() * count),
    normal() {
      for (;;) {
        const x = 2 * uniform() - 1;
        const y = 2 * uniform() - 1;
        const square = x * x + y * y;
        if (square < 1) return x * Math.sqrt((-2 * log(square)) / square);
      }
    },
    poisson(mean) {
      const limit = exp(-mean);
      let count = 0;
      for (let product = uniform(); product > limit; product *= uniform()) count++;
      return count;
    },
    geometric: (success) => Math.floor(log(uniform()) / log(1 - success)),
  };
}
