import { expect, test } from 'vitest';
import { FaultError } from '../../../src/core/errors.ts';
import { ELEMENTS, type Missing } from '../../../src/core/scoring/elements.ts';
import type { ColumnsInput, FeedPlan } from '../../../src/core/scoring/mapping.ts';
import { packInputs } from '../../../src/core/scoring/pack.ts';
import type { ColumnValues, ElementType } from '../../../src/ports.ts';

const floats = (...data: number[]): ColumnValues => ({ data: Float32Array.from(data), valid: null });
const doubles = (...data: number[]): ColumnValues => ({ data: Float64Array.from(data), valid: null });
const longs = (...data: (number | bigint)[]): ColumnValues => ({
  data: BigInt64Array.from(data, BigInt),
  valid: null,
});
const gaps = (values: ColumnValues, ...rows: number[]): ColumnValues => {
  const valid = new Uint8Array(values.data.length).fill(1);
  for (const row of rows) valid[row] = 0;
  return { ...values, valid };
};

function input(
  name: string,
  type: ElementType,
  width: number | null,
  { missing = 'fail' }: { readonly missing?: Missing } = {},
): ColumnsInput {
  const requests = Array.from({ length: width ?? 1 }, (_, i) => ({
    from: { column: `${name}${i}` },
    as: ELEMENTS[type].as,
  }));
  const rank = width === null ? 1 : 2;
  return { kind: 'columns', name, type, rank, requests, missing: requests.map(() => missing) };
}
const planOf = (inputs: ColumnsInput[], fixedBatch: number | null = null): FeedPlan => ({
  inputs,
  fixedBatch,
  notes: [],
});
const whole = (count: number) => ({ first: 0, from: 0, count });

function faults(action: () => unknown) {
  try {
    action();
  } catch (error) {
    if (error instanceof FaultError) return error.faults;
    throw error;
  }
  return [];
}

test('numbers side by side are a matrix, a vector as it stands, several inputs take their columns in turn', () => {
  const plan = planOf([input('x', 'float32', 2), input('id', 'int64', null), input('t', 'string', 1)]);
  const text: ColumnValues = { data: ['a', 'b', 'c'], valid: null };
  const tensors = packInputs(plan, [floats(1, 4, 2, 5, 3, 6), longs(7, 8, 9), text], whole(3));
  expect(tensors.get('x')).toEqual({
    type: 'float32',
    data: Float32Array.of(1, 4, 2, 5, 3, 6),
    shape: [3, 2],
  });
  expect(tensors.get('id')).toEqual({ type: 'int64', data: BigInt64Array.of(7n, 8n, 9n), shape: [3] });
  expect(tensors.get('t')).toEqual({ type: 'string', data: ['a', 'b', 'c'], shape: [3, 1] });
});

test('text is read column by column, and an element type that the table does not have is converted', () => {
  const plan = planOf([input('t', 'string', 2), input('x', 'int8', 2)]);
  const text = (...data: string[]): ColumnValues => ({ data, valid: null });
  const tensors = packInputs(plan, [text('a', 'b'), text('c', 'd'), longs(1, 2, 3, 4)], whole(2));
  expect(tensors.get('t')!.data).toEqual(['a', 'c', 'b', 'd']);
  expect(tensors.get('x')).toEqual({ type: 'int8', data: Int8Array.of(1, 2, 3, 4), shape: [2, 2] });
});

test('of numbers side by side, each column has its own answer to a missing one', () => {
  const x: ColumnsInput = { ...input('x', 'float32', 3), missing: [0, 'nan', -1] };
  const columns = [gaps(floats(1, 0, 0, Number.NaN, 5, Number.NaN), 1, 2)];
  expect(packInputs(planOf([x]), columns, whole(2)).get('x')!.data).toEqual(
    Float32Array.of(1, Number.NaN, -1, 0, 5, -1),
  );
});

test('a range of the batch is packed alone', () => {
  const tensors = packInputs(planOf([input('x', 'float32', 1)]), [floats(0, 1, 2, 3)], {
    first: 100,
    from: 1,
    count: 2,
  });
  expect(tensors.get('x')).toEqual({ type: 'float32', data: Float32Array.of(1, 2), shape: [2, 1] });
});

test('a fixed batch is filled up with the last row', () => {
  const plan = planOf([input('x', 'float32', 2), input('t', 'string', null)], 4);
  const text: ColumnValues = { data: ['a', 'b'], valid: null };
  const tensors = packInputs(plan, [floats(1, 3, 2, 4), text], whole(2));
  expect(tensors.get('x')).toEqual({
    type: 'float32',
    data: Float32Array.of(1, 3, 2, 4, 2, 4, 2, 4),
    shape: [4, 2],
  });
  expect(tensors.get('t')!.data).toEqual(['a', 'b', 'b', 'b']);
});

test('more rows than a fixed batch holds are refused, not cut', () => {
  const plan = planOf([input('x', 'float32', 1)], 2);
  const [fault] = faults(() => packInputs(plan, [floats(1, 2, 3)], whole(3)));
  expect(fault!.message).toBe('The model takes exactly 2 rows a call, and 3 were asked for.');
});

test.each([
  ['int8', [-128, 127], Int8Array],
  ['uint8', [0, 255], Uint8Array],
  ['bool', [0, 1], Uint8Array],
  ['int16', [-32768, 32767], Int16Array],
  ['uint16', [0, 65535], Uint16Array],
  ['int32', [-(2 ** 31), 2 ** 31 - 1], Int32Array],
  ['uint32', [0, 2 ** 32 - 1], Uint32Array],
] as const)('%s takes its whole range and nothing beyond', (type, [low, high], array) => {
  const plan = planOf([input('x', type, null)]);
  const { data } = packInputs(plan, [longs(low, high)], whole(2)).get('x')!;
  expect(data).toEqual(array.of(low, high));
  for (const beyond of [low - 1, high + 1]) {
    const [fault] = faults(() => packInputs(plan, [longs(low, beyond)], { first: 40, from: 0, count: 2 }));
    expect(fault).toMatchObject({
      code: 'column-type',
      message: `Column \`x0\` holds ${beyond} in row 42, which input \`x\` of type ${type} (${low} to ${high}) cannot take.`,
    });
  }
});

test('64-bit integers keep every bit; a negative one is no uint64', () => {
  const extremes = [2n ** 63n - 1n, -(2n ** 63n), -1n, 9007199254740993n];
  const signed = packInputs(planOf([input('x', 'int64', 1)]), [longs(...extremes)], whole(4));
  expect(signed.get('x')!.data).toEqual(BigInt64Array.from(extremes));
  const plan = planOf([input('x', 'uint64', null)]);
  expect(packInputs(plan, [longs(2n ** 63n - 1n)], whole(1)).get('x')!.data).toEqual(
    BigUint64Array.of(2n ** 63n - 1n),
  );
  const [fault] = faults(() => packInputs(plan, [longs(1, -1)], whole(2)));
  expect(fault!.message).toBe('Column `x0` holds -1 in row 2, which input `x` of type uint64 cannot take.');
});

test('float16 is packed as half bits, rounded once from the double', () => {
  // 1 + 2^-11 + 2^-30: by way of float32 it would fall on the tie and round down to 1.
  const plan = planOf([input('x', 'float16', 1)]);
  const { data } = packInputs(plan, [doubles(1, 1 + 2 ** -11 + 2 ** -30, 65504)], whole(3)).get('x')!;
  expect(data).toEqual(Uint16Array.of(0x3c00, 0x3c01, 0x7bff));
});

test('a missing value and a NaN stop by default, with row and column; every column is told', () => {
  const plan = planOf([input('x', 'float32', 2), input('id', 'int64', null), input('t', 'string', null)]);
  const text: ColumnValues = { data: ['a', ''], valid: Uint8Array.of(1, 0) };
  const columns = [gaps(floats(1, 1, 0, Number.NaN), 2), gaps(longs(1, 0), 1), text];
  const found = faults(() => packInputs(plan, columns, { first: 4096, from: 0, count: 2 }));
  expect(found.map(({ code, message }) => [code, message])).toEqual([
    ['value-missing', 'Column `x0` has no value in row 4098, and input `x` needs one.'],
    ['value-missing', 'Column `x1` has no value in row 4098, and input `x` needs one.'],
    ['value-missing', 'Column `id0` has no value in row 4098, and input `id` needs one.'],
    ['value-missing', 'Column `t0` has no value in row 4098, and input `t` needs one.'],
  ]);
  expect(found[0]!.fix).toMatch(/`missing: 0` or `missing: nan`/);
  expect(found[2]!.fix).not.toMatch(/nan/);
  expect(found[3]!.fix).toMatch(/coalesce/);
});

test('or they become what the policy says; infinity is a value', () => {
  const plan = planOf([
    input('a', 'float32', null, { missing: 'nan' }),
    input('b', 'float64', null, { missing: -1 }),
    input('c', 'int64', null, { missing: -7 }),
    input('d', 'uint8', null, { missing: 9 }),
    input('e', 'float16', null, { missing: 'nan' }),
  ]);
  const columns = [
    gaps(floats(5, 0, Number.POSITIVE_INFINITY), 1),
    doubles(5, Number.NaN, 6),
    gaps(longs(5, 0, 6), 1),
    gaps(longs(5, 0, 6), 1),
    gaps(doubles(5, 0, 6), 1),
  ];
  const tensors = packInputs(plan, columns, whole(3));
  expect(tensors.get('a')!.data).toEqual(Float32Array.of(5, Number.NaN, Number.POSITIVE_INFINITY));
  expect(tensors.get('b')!.data).toEqual(Float64Array.of(5, -1, 6));
  expect(tensors.get('c')!.data).toEqual(BigInt64Array.of(5n, -7n, 6n));
  expect(tensors.get('d')!.data).toEqual(Uint8Array.of(5, 9, 6));
  expect(tensors.get('e')!.data).toEqual(Uint16Array.of(0x4500, 0x7e00, 0x4600));
});
