import { describe, expect, it } from 'vitest';
import { exp, log, sigmoid } from '../../scripts/example/exact.ts';
import { randomFrom } from '../../scripts/example/random.ts';

const relative = (got: number, wanted: number) => Math.abs(got - wanted) / Math.abs(wanted);

describe('exp and log in plain arithmetic', () => {
  it('exp is within 2 units in the last place', () => {
    for (let x = -700; x <= 700; x += 0.37) expect(relative(exp(x), Math.exp(x))).toBeLessThan(4.5e-16);
    expect(exp(0)).toBe(1);
  });

  it('log is within 2 units in the last place', () => {
    for (let x = 1e-12; x < 1e12; x *= 1.0173) expect(relative(log(x), Math.log(x))).toBeLessThan(4.5e-16);
    expect(log(1)).toBe(0);
  });

  it('sigmoid stays in [0, 1] at the ends', () => {
    expect([sigmoid(-1e9), sigmoid(0), sigmoid(1e9)]).toEqual([expect.closeTo(0, 300), 0.5, 1]);
  });
});

describe('draws', () => {
  const random = randomFrom(5);
  const draw = (from: () => number) => {
    const values = Array.from({ length: 100_000 }, from);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
    return { mean, variance };
  };

  // Five standard errors of a mean of 100,000 draws, and as generous for the variance.
  it.each([
    ['uniform', () => random.uniform(), 1 / 2, 1 / 12, 0.005],
    ['below', () => random.below(6), 2.5, 35 / 12, 0.03],
    ['normal', () => random.normal(), 0, 1, 0.025],
    ['poisson', () => random.poisson(1.7), 1.7, 1.7, 0.06],
    ['geometric', () => random.geometric(0.25), 3, 12, 0.5],
  ] as const)('%s has its mean and variance', (_, from, mean, variance, within) => {
    const got = draw(from);
    expect(Math.abs(got.mean - mean)).toBeLessThan(within);
    expect(Math.abs(got.variance - variance)).toBeLessThan(within);
  });

  it('follow the seed', () => {
    const first = (seed: number) => randomFrom(seed).uniform();
    expect(first(1)).toBe(first(1));
    expect(first(1)).not.toBe(first(2));
  });
});
