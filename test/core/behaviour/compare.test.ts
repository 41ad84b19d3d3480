import { describe, expect, it } from 'vitest';
import { EXACT, GOLDEN, mismatch } from '../../../src/core/behaviour/compare.ts';
import { findingOf } from '../../../src/core/behaviour/findings.ts';
import { gridOf, judgeMonotonic } from '../../../src/core/behaviour/monotonic.ts';
import { batchedInputs, joinRows, takeRows } from '../../../src/core/behaviour/rows.ts';
import type { Tensor } from '../../../src/ports.ts';

const float = (...data: number[]): Tensor => ({
  type: 'float32',
  data: Float32Array.from(data),
  shape: [data.length],
});
const text = (...data: string[]): Tensor => ({ type: 'string', data, shape: [data.length] });

describe('mismatch', () => {
  it.each([
    ['equal', float(1, 2), float(1, 2), null],
    ['within rtol', float(1000), float(1000.9), null],
    [
      'beyond rtol',
      float(1000),
      float(1002),
      'is 1002 at [0] and should be 1000 (off by 2; 1 of 1 elements differ)',
    ],
    ['NaN twice', float(Number.NaN), float(Number.NaN), null],
    ['NaN once', float(1, 1), float(3, Number.NaN), 'is NaN at [1] and should be 1 (2 of 2 elements differ)'],
    ['infinities', float(Infinity), float(Infinity), null],
    ['zeros of both signs', float(0), float(-0), null],
    ['text', text('a', 'b'), text('a', 'c'), 'is `c` at [1] and should be `b` (1 of 2 elements differ)'],
    ['types', float(1), text('1'), 'is string and should be float32'],
    ['shapes', float(1), float(1, 2), 'has the shape [2] and should have [1]'],
  ])('%s', (_, expected, actual, words) => {
    expect(mismatch(expected, actual, GOLDEN)).toBe(words);
  });

  it('takes whole numbers beyond 2^53 at their word', () => {
    const long = (value: bigint): Tensor => ({ type: 'int64', data: BigInt64Array.of(value), shape: [1] });
    expect(mismatch(long(2n ** 53n), long(2n ** 53n + 1n), GOLDEN)).toContain('is 9007199254740993 at [0]');
  });

  it('reads float16', () => {
    const half = (bits: number): Tensor => ({ type: 'float16', data: Uint16Array.of(bits), shape: [1] });
    expect(mismatch(half(0x3c00), half(0x4000), EXACT)).toContain('is 2 at [0] and should be 1');
  });
});

describe('rows', () => {
  const table: Tensor = { type: 'float32', data: Float32Array.of(1, 2, 3, 4, 5, 6), shape: [3, 2] };

  it('are taken and joined', () => {
    expect(takeRows(table, [2, 0]).data).toEqual(Float32Array.of(5, 6, 1, 2));
    expect(joinRows([0, 1, 2].map((row) => takeRows(table, [row])))).toEqual(table);
    expect(takeRows(text('a', 'b'), [1])).toEqual(text('b'));
  });

  it.each([
    [
      [['batch', 3], ['batch']],
      ['0', '1'],
    ],
    [
      [[null, 3], ['n', 1], [4]],
      ['0', '1'],
    ],
    [[['batch'], ['users']], null],
    [[['sequence', 3]], null],
    [[[4, 3]], null],
  ])('are the first dimension of %j: %j', (shapes, names) => {
    const inputs = shapes.map((shape, i) => ({ name: String(i), type: 'float32', shape }));
    const batched = batchedInputs({ inputs, outputs: [] });
    expect(batched && [...batched]).toEqual(names);
  });
});

describe('monotonic', () => {
  const price = {
    name: 'price',
    places: [{ input: 'x', column: 0 }],
    direction: 'decreasing' as const,
  };

  it('tries values that occur', () => {
    expect(gridOf(float(3, 1, 2, 1), 0)).toEqual([1, 2, 3]);
    expect(gridOf(float(7, 7), 0)).toEqual([7, 8]);
    expect(gridOf(float(Number.NaN), 0)).toEqual([0, 1]);
  });

  it('forgives rounding, and nothing more', () => {
    const judge = (after: number) =>
      judgeMonotonic(price, [0, 1], [Float64Array.of(0.5), Float64Array.of(after)]);
    expect(judge(0.5000004)).toEqual([]);
    expect(judge(0.4)).toEqual([]);
    expect(judge(0.51)).toHaveLength(1);
  });
});

describe('findingOf', () => {
  it.each([
    ['model-crashed', 'crash', 'error'],
    ['model-timeout', 'timeout', 'error'],
    ['model-memory', 'memory', 'error'],
    ['model-processes', 'processes', 'error'],
    ['model-run-rejected', 'run', 'error'],
    ['model-rejected', 'load', 'error'],
  ] as const)('%s', (code, check, severity) => {
    const found = findingOf({ code, message: 'It did.', fix: 'Do not.', details: 'last words' });
    expect(found).toEqual({
      check,
      severity,
      message: 'It did.',
      fix: 'Do not.',
      at: null,
      details: 'last words',
    });
  });

  it('is null for what is not the model’s', () => {
    expect(findingOf({ code: 'runtime-unavailable', message: 'No.' })).toBeNull();
  });
});
