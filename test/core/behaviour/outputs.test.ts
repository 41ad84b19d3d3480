import { describe, expect, it } from 'vitest';
import { compareOutputs } from '../../../src/core/behaviour/outputs.ts';
import { ulpsBetween } from '../../../src/core/behaviour/ulp.ts';
import { outputDifference } from '../../../src/core/documents/validation.ts';
import { outputsSentence } from '../../../src/core/onnx/compare/outputs-sentence.ts';
import { toHalf } from '../../../src/core/scoring/half.ts';
import type { Tensor } from '../../../src/core/scoring/types.ts';
import { values } from '../../adapters/onnxruntime/open.ts';

describe('units in the last place', () => {
  const float = (value: number) => values('float32', Float32Array.of(value));
  const double = (value: number) => values('float64', Float64Array.of(value));
  const half = (value: number) => values('float16', Uint16Array.of(toHalf(value)));
  it.each([
    [float(1), float(1 + 2 ** -23), 1],
    [float(-1), float(-1 - 2 ** -23), 1],
    [float(0), float(-0), 0],
    [float(2 ** -149), float(-(2 ** -149)), 2],
    [float(1), float(2), 2 ** 23],
    [double(1), double(1 + 2 ** -52), 1],
    [double(5e-324), double(-5e-324), 2],
    [double(1), double(2), 2 ** 52],
    [half(1), half(1 + 2 ** -10), 1],
    [half(0.5), half(-0.5), 2 * 14 * 2 ** 10],
  ])('%#', (a, b, apart) => {
    expect(ulpsBetween(a, b)!(0)).toBe(apart);
    expect(ulpsBetween(b, a)!(0)).toBe(apart);
  });

  it('are those of floats of one type', () => {
    expect(ulpsBetween(float(1), double(1))).toBeNull();
    expect(ulpsBetween(values('int32', Int32Array.of(1)), values('int32', Int32Array.of(2)))).toBeNull();
  });
});

function compare(now: Tensor, before: Tensor, rows: number) {
  const found = compareOutputs(new Map([['p', now]]), new Map([['p', before]]), rows);
  for (const one of found.list) expect(outputDifference.safeParse(one).error).toBeUndefined();
  return { ...found, sentence: outputsSentence({ on: 'holdout', rows, ...found }) };
}
const batch = (...data: number[]) => values('float32', Float32Array.from(data), [data.length / 2, 2]);

describe('outputs on the same rows', () => {
  it('are told apart by each measure, with the place of its largest', () => {
    const { list, sentence } = compare(
      batch(1, 2, 3, 100.5, 0.25, 5, 1, 1),
      batch(1, 2, 3, 100, 0.125, 5, 1, 0),
      4,
    );
    expect(list).toMatchObject([
      {
        name: 'p',
        differing: 0.75,
        absolute: { value: 1, row: 3, index: 1, candidate: 1, baseline: 0 },
        relative: { value: 1, row: 2, index: 0 },
        ulp: { value: 0x3f800000, row: 3, index: 1 },
        incomparable: 0,
      },
    ]);
    expect(sentence).toBe(
      'Outputs on 4 rows of the holdout: `p` differs in 75% of them, at most by 1 at [3, 1], by 100% and 1,065,353,216 ulp.',
    );
  });

  it('that are the same are said to be, −0 and NaN included', () => {
    const { list, sentence } = compare(batch(0, Number.NaN), batch(-0, Number.NaN), 1);
    expect(list).toMatchObject([{ differing: 0, absolute: null, incomparable: 0 }]);
    expect(sentence).toBe('Outputs on 1 rows of the holdout: the same to the last digit.');
  });

  it('that are not finite, or too large to be told apart, are counted', () => {
    const wide = (...data: number[]) => values('float64', Float64Array.from(data));
    const { list } = compare(wide(Number.NaN, 1e308, 1), wide(1, -1e308, 1), 3);
    expect(list).toMatchObject([{ differing: 2 / 3, absolute: null, relative: null, incomparable: 2 }]);
  });

  it('of text and of whole numbers', () => {
    const text = compare(values('string', ['a', 'b']), values('string', ['a', 'c']), 2);
    expect(text.list).toMatchObject([{ differing: 0.5, absolute: null, incomparable: 1 }]);
    expect(text.sentence).toContain('differs in 50% of them, in text or in numbers that are not finite.');
    const labels = compare(
      values('int64', BigInt64Array.of(1n, 2n)),
      values('int64', BigInt64Array.of(1n, 5n)),
      2,
    );
    expect(labels.list).toMatchObject([{ absolute: { value: 3, row: 1, index: 0 }, ulp: null }]);
  });

  it('without a line for each row have no row', () => {
    const { list } = compare(batch(1, 2, 3, 4), batch(1, 2, 3, 5), 7);
    expect(list).toMatchObject([{ differing: 1, absolute: { row: null, index: 3 } }]);
  });

  it('of another type are compared as numbers, of another shape not at all', () => {
    const half = values('float16', Uint16Array.of(toHalf(0.5), toHalf(2)), [1, 2]);
    expect(compare(half, batch(0.5, 2.5), 1).list).toMatchObject([{ absolute: { value: 0.5 }, ulp: null }]);
    expect(compare(batch(1, 2), batch(1, 2, 3, 4), 2).sentence).toBe(
      'Outputs were not compared: Output `p` came back as [1, 2], and as [2, 2] before.',
    );
  });
});
