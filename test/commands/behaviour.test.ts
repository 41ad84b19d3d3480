import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DataType, model, node, tensor, value } from '../../scripts/onnx/builder.ts';
import { type BehaviourInputs, runBehaviour } from '../../src/commands/behaviour.ts';
import { runLoad } from '../../src/commands/load.ts';
import type { Tensors } from '../../src/ports.ts';
import {
  fileOf,
  hasRealworld,
  limits,
  open,
  realworld,
  runner,
  values,
} from '../adapters/onnxruntime/open.ts';
import { bfloat16, embedding } from '../models/awkward.ts';
import { divisionAtRun, endlessLoop } from '../models/hostile.ts';
import {
  batchMean,
  cumulative,
  cumulativeOf8,
  exponential,
  falling,
  frozenBatch,
  notANumber,
  random,
} from '../models/misbehaving.ts';
import { identity, logistic } from '../models/small.ts';

const usual: BehaviourInputs = {
  rows: null,
  goldens: [],
  monotonic: [],
  output: { activation: 'none' },
  seed: 1,
};
const behaviour = async (bytes: Uint8Array, more: Partial<BehaviourInputs> = {}, given = limits) =>
  runBehaviour(await open(bytes, given), { ...usual, ...more });
const rows: Tensors = new Map([['x', values('float32', Float32Array.of(0, 0, 1, 5, 2, -3, 4, 4), [4, 2])]]);
const part = (place: string, tensor: ReturnType<typeof values>, name = '') => ({
  place,
  stored: { ok: true as const, name, tensor },
});

describe('behaviour of a sound model', () => {
  it('gives no finding but the missing values', async () => {
    expect(await behaviour(logistic([0.5, -2], 0.25))).toMatchObject([
      { check: 'missing-values', severity: 'info', at: 'probability' },
    ]);
  });

  it.each([DataType.FLOAT16, DataType.INT64, DataType.STRING, DataType.BOOL, DataType.UINT64])(
    'is looked at for element type %s',
    async (type) => {
      const findings = await behaviour(identity(type, ['batch', 3]));
      expect(findings.filter(({ severity }) => severity !== 'info')).toEqual([]);
      expect(findings.map(({ check }) => check)).not.toContain('inputs');
    },
  );

  it
    .skipIf(!hasRealworld)
    .each([
      'eshop_deepfm',
      'eshop_next_cand',
      'shopper_gbdt',
      'shopper_lr',
      'shopper_mlp_base_fp16io',
      'shopper_mlp_base_static32',
      'shopper_mlp_wide',
    ])('has no false alarm on the real %s', async (name) => {
    const path = join(realworld, 'models', `${name}.onnx`);
    expect(existsSync(path)).toBe(true);
    const { session, findings } = await runLoad({ path, limits, nodes: 1 }, { runner });
    await using opened = session!;
    const all = [...findings, ...(await runBehaviour(opened, usual))];
    expect(all.filter(({ severity }) => severity !== 'info')).toEqual([]);
  });
});

describe('behaviour of a model that', () => {
  it('answers at random', async () => {
    const findings = await behaviour(random());
    expect(findings).toContainEqual(
      expect.objectContaining({
        check: 'deterministic',
        severity: 'error',
        at: 'y',
        message: expect.stringMatching(
          /^The second time on the same inputs, output `y` is [\d.]+ at \[\d, \d\] and was [\d.]+ \(off by [\d.]+; \d+ of 16 elements differ\)\.$/,
        ),
      }),
    );
  });

  it('depends on its batch', async () => {
    const findings = await behaviour(batchMean(), { rows });
    expect(findings).toMatchObject([
      {
        check: 'batch-invariant',
        message:
          'In a batch of 4, output `y` is -4.5 at [2, 1] and alone is 0 (off by 4.5; 8 of 8 elements differ).',
      },
    ]);
  });

  it('depends on the order of rows', async () => {
    // With one row alone the first row is right, and the others are not: told as a matter of the batch.
    expect((await behaviour(cumulative(), { rows })).map(({ check }) => check)).toEqual(['batch-invariant']);
  });

  it('depends on the order of rows, where no row can be asked alone', async () => {
    const findings = await behaviour(cumulativeOf8());
    expect(findings.map(({ check }) => check)).toEqual(
      expect.arrayContaining(['dynamic-dimensions', 'row-order', 'missing-spread']),
    );
  });

  it('takes one batch size only, though declared dynamic', async () => {
    const findings = await behaviour(frozenBatch());
    expect(findings[0]).toMatchObject({ check: 'dynamic-dimensions', severity: 'error', at: 'x' });
    expect(findings[0]!.message).toMatch(/^8 rows run and 1 does not: .*Reshape_y/);
  });

  it('takes one length only, though declared open', async () => {
    // [8] on the last axis broadcasts with 8 or 1, and with nothing else.
    const fixed = model({
      name: 'fixed',
      input: [value('x', DataType.FLOAT, ['n', 'length'])],
      output: [value('y', DataType.FLOAT, ['n', 'length'])],
      initializer: [tensor('w', new Float32Array(8).fill(1), [8])],
      node: [node('Add', ['x', 'w'], ['y'])],
    });
    const found = (await behaviour(fixed)).filter(({ check }) => check === 'dynamic-dimensions');
    expect(found).toMatchObject([{ severity: 'warning', at: 'x' }]);
    expect(found[0]!.message).toMatch(
      /^Inputs run with 8 in every open dimension but the first, and not with 16: /,
    );
    const sound = await behaviour(identity(DataType.FLOAT, ['n', 'length']));
    expect(sound.map(({ check }) => check)).not.toContain('dynamic-dimensions');
  });

  it('gives NaN: a warning on made-up inputs, an error on real ones', async () => {
    expect(await behaviour(notANumber())).toMatchObject([{ check: 'finite', severity: 'warning', at: 'y' }]);
    const feeds = new Map([['x', values('float32', Float32Array.of(3, 3, 3, 1), [2, 2])]]);
    expect((await behaviour(notANumber(), { rows: feeds }))[0]).toMatchObject({
      check: 'finite',
      severity: 'error',
      message: 'Output `y` is NaN at [1, 1] on rows of the holdout; 1 of 4 elements are not finite.',
    });
  });

  it('overflows', async () => {
    const findings = await behaviour(exponential());
    expect(findings.filter(({ check }) => check === 'extreme-values')).toMatchObject([
      {
        severity: 'warning',
        message: expect.stringContaining('Infinity at [0, 0] on inputs that are all 1,000,000'),
      },
    ]);
  });

  it('refuses rows of the holdout', async () => {
    const feeds = new Map([['id', values('int64', BigInt64Array.of(1n, 7n))]]);
    expect(await behaviour(embedding(5), { rows: feeds })).toMatchObject([
      { check: 'run', severity: 'error', message: expect.stringContaining('idx=7') },
    ]);
  });

  it('dies: that is the last finding', async () => {
    const feeds = new Map([['x', values('int32', Int32Array.of(-1, 1))]]);
    expect(await behaviour(divisionAtRun(), { rows: feeds })).toMatchObject([
      { check: 'crash', severity: 'error', message: expect.stringContaining('SIGFPE') },
    ]);
  });

  it('hangs', async () => {
    const findings = await behaviour(endlessLoop(), {}, { ...limits, seconds: 1 });
    expect(findings).toMatchObject([{ check: 'timeout', message: expect.stringContaining('within 1 s') }]);
  });
});

describe('declared monotonicity', () => {
  const price = { name: 'price', places: [{ input: 'x', column: 1 }], direction: 'increasing' as const };

  it('is held against the scores, with the worst step', async () => {
    const findings = await behaviour(falling(), { rows, monotonic: [price] });
    expect(findings.filter(({ check }) => check === 'monotonic')).toMatchObject([
      {
        severity: 'error',
        at: 'x',
        message:
          'The score must not go down with `price`, and does for 4 of 4 rows: in row 1, from 0 to 4, it goes from 0 to -4.',
      },
    ]);
  });

  it('holds', async () => {
    const monotonic = [
      { ...price, direction: 'decreasing' as const },
      { ...price, places: [{ input: 'x', column: 0 }] },
    ];
    const findings = await behaviour(falling(), { rows, monotonic });
    expect(findings.map(({ check }) => check)).toEqual(['missing-values']);
  });

  it('moves every place that the column feeds at once', async () => {
    // 2 · x₀ − x₁: with both the same, it rises.
    const both = { ...price, places: [0, 1].map((column) => ({ input: 'x', column })) };
    const findings = await behaviour(falling(), { rows, monotonic: [both] });
    expect(findings.map(({ check }) => check)).toEqual(['missing-values']);
  });

  it('of text is told', async () => {
    const findings = await behaviour(identity(DataType.STRING, ['batch']), {
      monotonic: [{ ...price, places: [{ input: 'x', column: 0 }] }],
    });
    expect(findings.filter(({ check }) => check === 'monotonic')).toMatchObject([{ severity: 'error' }]);
  });
});

describe('golden vectors', () => {
  const x = values('float32', Float32Array.of(1, 2, 3, 4), [2, 2]);
  const y = (...data: number[]) => values('float32', Float32Array.from(data), [2, 1]);

  it('pass within tolerance, by position', async () => {
    const goldens = [{ name: 'set', parts: [part('input_0', x), part('output_0', y(0.0000000001, 2.001))] }];
    expect((await behaviour(falling(), { goldens })).map(({ check }) => check)).toEqual(['missing-values']);
  });

  it('fail with the worst element', async () => {
    const goldens = [{ name: 'set', parts: [part('input_0', x), part('output_0', y(0, 2.5))] }];
    expect((await behaviour(falling(), { goldens }))[0]).toMatchObject({
      check: 'golden',
      severity: 'error',
      message:
        'Golden vector `set`: output `y` is 2 at [1, 0] and should be 2.5 (off by 0.5; 1 of 2 elements differ).',
    });
  });

  it('pass within a tolerance that is asked for, and so does a row in its batch', async () => {
    const goldens = [{ name: 'set', parts: [part('input_0', x), part('output_0', y(0, 2.5))] }];
    const wide = { rtol: 0, atol: 0.51 };
    expect((await behaviour(falling(), { goldens, tolerance: wide })).map(({ check }) => check)).toEqual([
      'missing-values',
    ]);
    const narrow = await behaviour(falling(), { goldens, tolerance: { rtol: 0, atol: 0.49 } });
    expect(narrow[0]).toMatchObject({ check: 'golden' });
    const apart = async (atol: number) =>
      (await behaviour(batchMean(), { rows, tolerance: { rtol: 0, atol } })).map(({ check }) => check);
    expect(await apart(4.4)).toContain('batch-invariant');
    expect(await apart(4.6)).not.toContain('batch-invariant');
  });

  it('that the model refuses fail as well', async () => {
    const wide = values('float32', new Float32Array(3), [1, 3]);
    const goldens = [{ name: 'set', parts: [part('x', wide, 'x'), part('y', y(0, 2), 'y')] }];
    expect((await behaviour(falling(), { goldens }))[0]).toMatchObject({
      check: 'golden',
      message: expect.stringContaining('takes the shape [batch, 2] and was given [1, 3]'),
    });
  });

  it('that fit nothing are told', async () => {
    const goldens = [{ name: 'set', parts: [part('z', x, 'z'), part('output_0', y(0, 2))] }];
    expect((await behaviour(falling(), { goldens }))[0]).toMatchObject({
      check: 'golden-unread',
      message: 'Golden vector `set`: `z` is neither an input nor an output of the model.',
    });
  });
});

it('says that bfloat16 is not testable, not that the model is wrong', async () => {
  const { session, findings } = await runLoad({ path: fileOf(bfloat16()), limits, nodes: 1 }, { runner });
  expect(session).toBeNull();
  expect(findings).toMatchObject([{ check: 'untestable', severity: 'warning' }]);
});
