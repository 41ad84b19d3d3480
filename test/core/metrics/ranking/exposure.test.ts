import { describe, expect, it } from 'vitest';
import type { Scores } from '../../../../src/core/metrics/scores.ts';
import { expectClose } from '../../stats/relative.ts';
import { scoresOf } from '../sample.ts';
import { metric, prepare } from './prepare.ts';

/** Lists of items by name, best first. */
function lists(count: number, ...of: readonly string[]): Scores {
  const rows = of.flatMap((items, group) =>
    [...items].map((item, rank) => ({ group: `${group}`, item, rank })),
  );
  return {
    ...scoresOf({
      label: rows.map(() => 0),
      candidate: rows.map(({ rank }) => -rank),
      group: rows.map(({ group }) => group),
    }),
    item: {
      code: Int32Array.from(rows, ({ item }) => item.charCodeAt(0) - 97),
      count,
      ids: [...'abcdefgh'].slice(0, count),
    },
  };
}

const functional = (id: string, scores: Scores) => {
  const prepared = prepare(id, scores);
  if (prepared.kind !== 'functional') throw new Error(prepared.kind);
  return prepared.value;
};

describe('beyond accuracy', () => {
  const scores = lists(4, 'ab', 'acd');

  it('coverage', () => {
    expect(metric('coverage@1', scores)).toBe(1 / 4);
    expect(metric('coverage@2', scores)).toBe(3 / 4);
    expect(metric('coverage@9', scores)).toBe(1);
  });

  it('Gini index of exposure', () => {
    expect(metric('exposure_gini@1', scores)).toBe(3 / 4);
    // Exposures 2 1 1 0.
    expectClose(metric('exposure_gini@2', scores), (-1 * 1 + 1 * 1 + 3 * 2) / (4 * 4));
    expect(metric('exposure_gini@2', lists(4, 'ab', 'cd'))).toBe(0);
  });

  it('entropy of exposure', () => {
    expect(metric('exposure_entropy@1', scores)).toBe(0);
    // Exposures 2 1 1 0.
    expectClose(metric('exposure_entropy@2', scores), 1.5);
    expectClose(metric('exposure_entropy@2', lists(4, 'ab', 'cd')), 2);
  });

  it('novelty', () => {
    // a is on 2 of 5 rows, the others on 1.
    expectClose(metric('novelty@1', scores), -Math.log2(2 / 5));
    expectClose(metric('novelty@2', scores), -(Math.log2(2 / 5) + Math.log2(1 / 5)) / 2);
  });

  it('a resample counts rows as often as it holds them', () => {
    const onlyFirst = Float64Array.of(2, 2, 0, 0, 0);
    expect(functional('coverage@2', scores)(onlyFirst)).toBe(1 / 2);
    expectClose(functional('exposure_gini@2', scores)(onlyFirst), (1 * 2 + 3 * 2) / (4 * 4));
    expectClose(
      functional('novelty@2', scores)(Float64Array.of(1, 1, 3, 3, 3)),
      -(4 * Math.log2(2 / 5) + 4 * Math.log2(1 / 5)) / 8,
    );
    expectClose(functional('exposure_entropy@2', scores)(onlyFirst), 1);
    for (const name of ['coverage', 'exposure_gini', 'exposure_entropy', 'novelty']) {
      const value = functional(`${name}@2`, scores);
      expect(value(new Float64Array(5).fill(1))).toBe(value(null));
    }
    expect(functional('exposure_gini@2', scores)(new Float64Array(5))).toBeNaN();
    expect(functional('exposure_entropy@2', scores)(new Float64Array(5))).toBeNaN();
    expect(functional('novelty@2', scores)(new Float64Array(5))).toBeNaN();
  });

  it('weights weigh what is shown', () => {
    const weighted = { ...scores, weight: Float64Array.of(3, 3, 1, 1, 1) };
    // Exposures 4 3 1 0.
    expectClose(metric('exposure_gini@2', weighted), (-1 * 1 + 1 * 3 + 3 * 4) / (4 * 8));
    const entropy = (4 / 8) * 1 + (3 / 8) * Math.log2(8 / 3) + (1 / 8) * 3;
    expectClose(metric('exposure_entropy@2', weighted), entropy);
    expectClose(metric('novelty@1', weighted), -Math.log2(4 / 9));
  });

  it('tied rows share a place', () => {
    const tied = { ...lists(3, 'abc'), candidate: Float64Array.of(1, 1, 1) };
    expectClose(metric('coverage@1', tied), 1 / 3);
    expectClose(metric('exposure_gini@1', tied), 0);
    expectClose(metric('exposure_gini@1[ties=input]', tied), 2 / 3);
    // Each of two such lists shows a given item with probability 1/3.
    const twice = { ...lists(3, 'abc', 'abc'), candidate: new Float64Array(6) };
    expectClose(metric('coverage@1', twice), 1 - (2 / 3) ** 2);
    expectClose(functional('coverage@1', twice)(Float64Array.of(2, 2, 2, 0, 0, 0)), 1 - (2 / 3) ** 2);
  });
});
