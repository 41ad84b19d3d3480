import { describe, expect, it } from 'vitest';
import { randomInputs } from '../../../src/core/scoring/random-inputs.ts';
import { seededRandom } from '../../../src/core/stats/random.ts';

const input = (name: string, type: string | null, shape: (number | string | null)[]) => ({
  name,
  type,
  shape,
});
const make = (inputs: ReturnType<typeof input>[], rows = 2) =>
  randomInputs({ inputs, outputs: [] }, rows, seededRandom(1).uniform);

describe('randomInputs', () => {
  it('makes each type in its shape, the same for the same seed', () => {
    const inputs = [
      input('x', 'float32', ['batch', 3]),
      input('id', 'int64', [null]),
      input('s', 'string', [4, 1]),
      input('__proto__', 'float64', []),
    ];
    const made = make(inputs);
    expect([...made.keys()]).toEqual(['x', 'id', 's', '__proto__']);
    expect(made.get('x')).toMatchObject({ type: 'float32', shape: [2, 3] });
    expect((made.get('x')!.data as Float32Array).every((value) => value >= 0 && value < 1)).toBe(true);
    expect(new Set(made.get('x')!.data as Float32Array).size).toBe(6);
    expect(made.get('id')).toEqual({ type: 'int64', shape: [2], data: BigInt64Array.of(0n, 0n) });
    expect(made.get('s')).toEqual({ type: 'string', shape: [4, 1], data: ['', '', '', ''] });
    expect(made.get('__proto__')).toMatchObject({ shape: [] });
    expect(make(inputs)).toEqual(made);
  });

  it('takes open dimensions by name, or by input and axis, and else asks for them', () => {
    const inputs = [input('x', 'float32', ['batch', 'length', null])];
    const made = (sizes: Record<string, number>) =>
      randomInputs({ inputs, outputs: [] }, 2, seededRandom(1).uniform, sizes);
    expect(made({ length: 5, 'x/2': 3 }).get('x')!.shape).toEqual([2, 5, 3]);
    expect(() => made({ length: 5 })).toThrow(
      expect.objectContaining({
        faults: [expect.objectContaining({ fix: expect.stringContaining('dimensions: { "x/2": 16 }') })],
      }),
    );
  });

  it('refuses what it cannot make up, all at once', () => {
    expect(() => make([input('x', 'float32', ['batch', 'length']), input('m', null, [])])).toThrow(
      expect.objectContaining({
        faults: [
          expect.objectContaining({ code: 'model-signature', message: expect.stringContaining('is open') }),
          expect.objectContaining({
            code: 'model-signature',
            message: expect.stringContaining('not a plain tensor'),
          }),
        ],
      }),
    );
  });
});
