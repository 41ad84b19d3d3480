import { describe, expect, it } from 'vitest';
import { areaUnderCurve } from '../../../src/core/stats/area.ts';
import { placements } from '../../../src/core/stats/placements.ts';
import { seededRandom } from '../../../src/core/stats/random.ts';

const area = (label: number[], score: number[]) =>
  areaUnderCurve(Float64Array.from(label), Float64Array.from(score), null);

/** By definition: every pair of a positive and a negative. */
function byPairs(label: Float64Array, score: Float64Array): number {
  let wins = 0;
  let pairs = 0;
  for (let i = 0; i < label.length; i++) {
    for (let j = 0; j < label.length; j++) {
      if (label[i] !== 1 || label[j] !== 0) continue;
      wins += (Math.sign(score[i]! - score[j]!) + 1) / 2;
      pairs++;
    }
  }
  return wins / pairs;
}

describe('areaUnderCurve', () => {
  it('gives the worked example', () => {
    expect(area([0, 0, 1, 1], [0.1, 0.4, 0.35, 0.8])).toBe(0.75);
  });

  it('is NaN without both classes', () => {
    for (const label of [[], [0], [1], [1, 1]]) expect(area(label, label)).toBeNaN();
  });

  it('counts ties half, both zeros among them', () => {
    expect(area([1, 0, 1, 0], [0, -0, -0, 0])).toBe(0.5);
    expect(area([1, 0, 0], [2, 2, 2])).toBe(0.5);
  });

  it('orders signs, infinities and numbers close to 0', () => {
    const tiny = 2 ** -149;
    expect(area([0, 0, 0, 1, 1, 1], [-Infinity, -2, -tiny, tiny, 3, Infinity])).toBe(1);
    expect(area([1, 1, 0, 0], [-Infinity, -1, 0, Infinity])).toBe(0);
  });

  it.each([
    ['float32 probabilities', Math.fround],
    ['float32 of both signs and all sizes', (x: number) => Math.fround((x - 0.5) * 10 ** (x * 60 - 30))],
    ['neighbouring float32 numbers', (x: number) => 1 + Math.floor(x * 5000) * 2 ** -23],
    ['few values', (x: number) => Math.floor(x * 8) / 8],
    ['doubles', (x: number) => x / 3],
  ])('equals the count of all pairs, and the placements, to the bit: %s', (_, make) => {
    const random = seededRandom(11);
    const label = Float64Array.from({ length: 600 }, () => (random.uniform() < 0.3 ? 1 : 0));
    const score = label.map((y) => make((random.uniform() + 0.2 * y) / 1.2));
    const found = areaUnderCurve(label, score, null);
    expect(found).toBe(byPairs(label, score));
    expect(found).toBe(placements(label, score, null).auc);
  });

  it('takes weights', () => {
    const label = Float64Array.of(0, 0, 1, 1);
    const score = Float64Array.of(0.1, 0.4, 0.35, 0.8);
    expect(areaUnderCurve(label, score, Float64Array.of(1, 3, 1, 1))).toBe(5 / 8);
  });
});
