import { describe, expect, test } from 'vitest';
import { type StripData, strip } from '../../../src/core/report/strip.ts';

test.each([
  [
    'proved worse',
    { delta: -0.0213, lower: -0.0271, upper: -0.0156, margin: 0.002 },
    '·├─●─┤··┊·│··········',
  ],
  ['better', { delta: 0.0275, lower: 0.0201, upper: 0.035, margin: 0.002 }, '········┊·│····├─●─┤·'],
  ['undecided', { delta: -0.0027, lower: -0.0101, upper: 0.0047, margin: 0.005 }, '·├───┊──●─│───┤······'],
  ['within', { delta: 0, lower: -0.001, upper: 0.001, margin: 0.005 }, '·┊······├─●─┤········'],
  ['no interval', { delta: 0.01, lower: 0.01, upper: 0.01, margin: 0.005 }, '·····┊····│········●·'],
  ['no margin', { delta: 0.01, lower: -0.01, upper: 0.03, margin: null }, '·······├──│──●─────┤·'],
  ['nothing at all', { delta: 0, lower: 0, upper: 0, margin: null }, '··········●··········'],
  ['no room for loss', { delta: -0.01, lower: -0.02, upper: 0.01, margin: 0 }, '·├───●────│────┤·····'],
] satisfies [string, StripData, string][])('%s', (_, data, drawn) => {
  expect(strip(data, 21)).toBe(drawn);
});

describe('the order of the marks is exact, however close they are', () => {
  const near = [-0.5, -0.0021, -0.002, -0.0019, -1e-9, 0, 1e-9, 0.002, 0.5];
  const cases = near.flatMap((lower) =>
    near.filter((upper) => upper >= lower).map((upper) => ({ lower, upper })),
  );
  test.each([9, 11, 21, 31])('at width %i', (width) => {
    for (const { lower, upper } of cases) {
      const margin = 0.002;
      const drawn = strip({ delta: (lower + upper) / 2, lower, upper, margin }, width);
      expect(drawn).toHaveLength(width);
      const ends = [...drawn].flatMap((mark, at) =>
        mark === '├' || mark === '┤' || mark === '●' ? [at] : [],
      );
      const edge = drawn.indexOf('┊');
      const zero = (width - 1) / 2;
      expect(edge, `${lower} ${upper} ${drawn}`).toBeGreaterThan(0);
      expect(ends[0]! < edge).toBe(lower < -margin);
      expect(ends.at(-1)! < edge).toBe(upper < -margin);
      expect(ends[0]! < zero).toBe(lower < 0);
      expect(ends.at(-1)! > zero).toBe(upper > 0);
    }
  });
});
