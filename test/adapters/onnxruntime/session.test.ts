import { describe, expect, it } from 'vitest';
import { DataType } from '../../../scripts/onnx/builder.ts';
import { bfloat16, embedding, int4, unknownOperator, zipMap } from '../../models/awkward.ts';
import { identity, logistic, sumAndProduct } from '../../models/small.ts';
import { faultsOf, fileOf, limits, open, runner, values } from './open.ts';

const probability = (x: number) => 1 / (1 + Math.exp(-x));

describe('opening', () => {
  it('names the engine', async () => {
    expect(await runner.engine()).toEqual({ name: 'onnxruntime-node', version: '1.30.0' });
  });

  it('reads sizes, names and unnamed dimensions', async () => {
    const { signature } = await open(identity(DataType.FLOAT16, [null, 'rows', 3]));
    expect(signature).toEqual({
      inputs: [{ name: 'x', type: 'float16', shape: [null, 'rows', 3] }],
      outputs: [{ name: 'y', type: 'float16', shape: [null, 'rows', 3] }],
    });
  });

  it('has no type for what is not a tensor', async () => {
    const { signature } = await open(zipMap());
    expect(signature.outputs).toEqual([
      { name: 'label', type: 'int64', shape: ['batch'] },
      { name: 'probabilities', type: null, shape: [] },
    ]);
  });

  it('refuses a file that is not there', async () => {
    expect(await faultsOf(runner.open('nowhere/model.onnx', limits))).toMatchObject([
      { code: 'file-missing', message: 'There is no file nowhere/model.onnx.' },
    ]);
  });

  it.each([
    ['garbage', 'this is not a model', 'it is not an ONNX file, or one that was cut short or damaged'],
    ['nothing', '', 'it holds no graph'],
    [
      'an unknown operator',
      unknownOperator(),
      'there is no operator Frobnicate in opset 17 (node "Frobnicate_y", Frobnicate)',
    ],
  ])('refuses %s with one sentence and keeps the raw words', async (_, content, reason) => {
    const path = fileOf(content);
    const [fault, ...others] = await faultsOf(runner.open(path, limits));
    expect(others).toEqual([]);
    expect(fault).toMatchObject({
      code: 'model-rejected',
      message: `ONNX Runtime does not load ${path}: ${reason}.`,
      details: expect.stringContaining('failed:'),
    });
  });

  it('says of bfloat16 that Node cannot carry it, not that the model is wrong', async () => {
    const [fault] = await faultsOf(open(bfloat16()));
    expect(fault.code).toBe('model-rejected');
    expect(fault.message).toContain('bfloat16, which onnxruntime-node cannot carry');
  });
});

describe('running', () => {
  it('computes what the model says', async () => {
    const session = await open(logistic([0.5, -2], 0.25));
    const features = values('float32', Float32Array.of(1, 2, 3, 4), [2, 2]);
    const { data, shape } = (await session.run(new Map([['features', features]]), ['probability'])).get(
      'probability',
    )!;
    expect(shape).toEqual([2, 1]);
    expect(data[0]).toBeCloseTo(probability(0.5 - 4 + 0.25), 6);
    expect(data[1]).toBeCloseTo(probability(1.5 - 8 + 0.25), 6);
  });

  it.each([
    values('float32', Float32Array.of(1.5, Number.NaN, -0)),
    values('float64', Float64Array.of(1e300, -1)),
    values('float16', Uint16Array.of(0x3c00, 1)),
    values('int8', Int8Array.of(-128, 127)),
    values('uint8', Uint8Array.of(0, 255)),
    values('bool', Uint8Array.of(0, 1)),
    values('int16', Int16Array.of(-32768)),
    values('uint16', Uint16Array.of(65535)),
    values('int32', Int32Array.of(-(2 ** 31), 7)),
    values('uint32', Uint32Array.of(2 ** 32 - 1)),
    values('int64', BigInt64Array.of(-(2n ** 63n), 2n ** 53n + 1n)),
    values('uint64', BigUint64Array.of(2n ** 64n - 1n)),
    values('string', ['', 'Returning_Visitor', 'ü\u202e🙂']),
  ])('carries $type there and back unchanged', async (given) => {
    const types = {
      float32: DataType.FLOAT,
      float64: DataType.DOUBLE,
      float16: DataType.FLOAT16,
      int8: DataType.INT8,
      uint8: DataType.UINT8,
      bool: DataType.BOOL,
      int16: DataType.INT16,
      uint16: DataType.UINT16,
      int32: DataType.INT32,
      uint32: DataType.UINT32,
      int64: DataType.INT64,
      uint64: DataType.UINT64,
      string: DataType.STRING,
    };
    const session = await open(identity(types[given.type]));
    expect(await session.run(new Map([['x', given]]), ['y'])).toEqual(new Map([['y', given]]));
  });

  it('fetches the named outputs only', async () => {
    const session = await open(sumAndProduct());
    const feeds = new Map([
      ['a', values('float32', Float32Array.of(2, 3))],
      ['b', values('float32', Float32Array.of(4, 5))],
    ]);
    expect(await session.run(feeds, ['product'])).toEqual(
      new Map([['product', values('float32', Float32Array.of(8, 15))]]),
    );
    expect([...(await session.run(feeds, ['product', 'sum'])).keys()].sort()).toEqual(['product', 'sum']);
  });

  it('has copied the values when it returns, so that their arrays can be filled again', async () => {
    const numbers = Float32Array.of(1, 2);
    const texts = ['1', '2'];
    const [ofNumbers, ofTexts] = [
      await open(identity(DataType.FLOAT)),
      await open(identity(DataType.STRING)),
    ];
    const asked = [
      ofNumbers.run(new Map([['x', values('float32', numbers)]]), ['y']),
      ofTexts.run(new Map([['x', values('string', texts)]]), ['y']),
    ];
    numbers.fill(0);
    texts.fill('');
    const answers = await Promise.all(asked);
    expect(answers.map((each) => [...each.get('y')!.data])).toEqual([
      [1, 2],
      ['1', '2'],
    ]);
  });

  it('does not overwrite answers that wait for those after them, even where the input is the output', async () => {
    const { run } = await open(identity(DataType.FLOAT, ['n']));
    const asked = [3, 5, 4].map((n) =>
      run(new Map([['x', values('float32', new Float32Array(n).fill(n))]]), ['y']),
    );
    const answers = await Promise.all(asked);
    expect(answers.map((each) => [...each.get('y')!.data])).toEqual([
      [3, 3, 3],
      [5, 5, 5, 5, 5],
      [4, 4, 4, 4],
    ]);
  });

  it('answers requests made at once in their order', async () => {
    const session = await open(identity(DataType.FLOAT));
    const answers = await Promise.all(
      [1, 2, 3].map((x) => session.run(new Map([['x', values('float32', Float32Array.of(x))]]), ['y'])),
    );
    expect(answers.map((answer) => answer.get('y')!.data[0])).toEqual([1, 2, 3]);
  });

  it('knows inputs and outputs with the names of JavaScript', async () => {
    const session = await open(identity(DataType.FLOAT, ['batch'], ['__proto__', 'constructor']));
    const given = values('float32', Float32Array.of(5));
    expect(await session.run(new Map([['__proto__', given]]), ['constructor'])).toEqual(
      new Map([['constructor', given]]),
    );
    const back = await open(identity(DataType.FLOAT, ['batch'], ['constructor', '__proto__']));
    expect(await back.run(new Map([['constructor', given]]), ['__proto__'])).toEqual(
      new Map([['__proto__', given]]),
    );
  });

  it('fetches the label beside a ZipMap, and says how to get at the probabilities', async () => {
    const session = await open(zipMap());
    const feeds = new Map([['features', values('float32', Float32Array.of(1, 2), [1, 2])]]);
    expect((await session.run(feeds, ['label'])).get('label')!.data).toEqual(BigInt64Array.of(1n));
    const [fault] = await faultsOf(session.run(feeds, ['probabilities']));
    expect(fault.code).toBe('model-run-rejected');
    expect(fault.message).toContain('is not a tensor but a sequence or a map (such as ZipMap makes)');
    expect(fault.fix).toContain('options={"zipmap": False}), or name another output: "label"');
  });

  it('does not let int4 abort the engine', async () => {
    const session = await open(int4());
    const feeds = new Map([['x', values('float32', Float32Array.of(1))]]);
    expect(await faultsOf(session.run(feeds, ['y']))).toMatchObject([
      { code: 'model-run-rejected', message: expect.stringContaining('has the type int4') },
    ]);
  });
});

describe('a request that does not fit the model', () => {
  const row = values('float32', Float32Array.of(1));

  it('is refused with everything that is wrong with it', async () => {
    const path = fileOf(sumAndProduct());
    const session = await open(path);
    const feeds = new Map([
      ['a', values('int32', Int32Array.of(1))],
      ['bb', row],
    ]);
    expect((await faultsOf(session.run(feeds, ['summ']))).map(({ message, fix }) => [message, fix])).toEqual([
      [`Input "a" of ${path} takes float32 and was given int32.`, undefined],
      [`Input "b" of ${path} (float32 [batch]) was given no values.`, undefined],
      [`${path} has no input "bb"; it has "a", "b".`, 'Did you mean "b"?'],
      [`${path} has no output "summ"; it has "sum", "product".`, 'Did you mean "sum"?'],
    ]);
  });

  it('is refused for its shape, with a word on fixed batches', async () => {
    const path = fileOf(identity(DataType.FLOAT, [2, 3]));
    const session = await open(path);
    const run = (length: number, shape: number[]) =>
      session.run(new Map([['x', values('float32', new Float32Array(length), shape)]]), ['y']);
    expect(await faultsOf(run(9, [3, 3]))).toEqual([
      {
        code: 'model-run-rejected',
        message: `Input "x" of ${path} takes the shape [2, 3] and was given [3, 3].`,
        fix: 'Export the model with a dynamic first dimension, or run it in batches of exactly 2.',
      },
    ]);
    expect(await faultsOf(run(5, [2, 3]))).toMatchObject([
      { message: `Input "x" of ${path} was given 5 values for the shape [2, 3].` },
    ]);
    await expect(run(6, [2, 3])).resolves.toBeInstanceOf(Map);
  });

  it('is refused by the engine with the node that did it, and the session lives on', async () => {
    const path = fileOf(embedding(5));
    const session = await open(path);
    const run = (id: bigint) =>
      session.run(new Map([['id', values('int64', BigInt64Array.of(id))]]), ['row']);
    expect(await faultsOf(run(5n))).toMatchObject([
      {
        code: 'model-run-rejected',
        message: `ONNX Runtime does not run ${path} on this input: indices element out of data bounds, idx=5 must be within the inclusive range [-5,4] (node "Gather_row", Gather).`,
        details: expect.stringContaining('Non-zero status code returned while running Gather node.'),
      },
    ]);
    expect((await run(4n)).get('row')!.shape).toEqual([1, 2]);
  });
});
