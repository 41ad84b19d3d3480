/** Legal-looking files that kill or hang ONNX Runtime 1.30. Only ever load them in a process of their own. */
import { DataType, type GraphInit, model, node, tensor, value } from '../../scripts/onnx/builder.ts';

/** The smallest int32 divided by −1, both constants: SIGFPE when the optimiser folds it at load. */
export function divisionOverflow(): Uint8Array {
  return model({
    name: 'division-overflow',
    input: [value('x', DataType.INT32, [1])],
    output: [value('y', DataType.INT32, [1])],
    initializer: [
      tensor('least', Int32Array.of(-(2 ** 31)), [1]),
      tensor('minus-one', Int32Array.of(-1), [1]),
    ],
    node: [node('Div', ['least', 'minus-one'], ['q']), node('Add', ['q', 'x'], ['y'])],
  });
}

/** As `divisionOverflow`, but with −1 as an input: SIGFPE when it runs with `x` = −1. */
export function divisionAtRun(): Uint8Array {
  return model({
    name: 'division-at-run',
    input: [value('x', DataType.INT32, ['batch'])],
    output: [value('y', DataType.INT32, ['batch'])],
    initializer: [tensor('least', Int32Array.of(-(2 ** 31)), [1])],
    node: [node('Div', ['least', 'x'], ['y'])],
  });
}

/** `depth` functions, each calling the next: SIGSEGV at load when inlining overflows the stack. */
export function nestedFunctions(depth = 3000): Uint8Array {
  const opsetImport = [
    { domain: '', version: 17n },
    { domain: 'nest', version: 1n },
  ];
  const functions = Array.from({ length: depth }, (_, i) => ({
    name: `f${i}`,
    domain: 'nest',
    input: ['x'],
    output: ['y'],
    opsetImport,
    node: [
      i === depth - 1 ? node('Relu', ['x'], ['y']) : { ...node(`f${i + 1}`, ['x'], ['y']), domain: 'nest' },
    ],
  }));
  return model(
    {
      name: 'nested-functions',
      input: [value('x', DataType.FLOAT, [1])],
      output: [value('y', DataType.FLOAT, [1])],
      node: [{ ...node('f0', ['x'], ['y']), domain: 'nest' }],
    },
    { opsetImport, functions },
  );
}

/** A Loop whose condition never turns false: `x` [1] → `y` [1], never. */
export function endlessLoop(): Uint8Array {
  const body: GraphInit = {
    name: 'body',
    input: [
      value('i', DataType.INT64, []),
      value('go-in', DataType.BOOL, []),
      value('state-in', DataType.FLOAT, [1]),
    ],
    output: [value('go-out', DataType.BOOL, []), value('state-out', DataType.FLOAT, [1])],
    node: [node('Identity', ['go-in'], ['go-out']), node('Relu', ['state-in'], ['state-out'])],
  };
  return model({
    name: 'endless-loop',
    input: [value('x', DataType.FLOAT, [1])],
    output: [value('y', DataType.FLOAT, [1])],
    initializer: [tensor('times', BigInt64Array.of(2n ** 63n - 1n), []), tensor('go', Uint8Array.of(1), [])],
    node: [node('Loop', ['times', 'go', 'x'], ['y'], { body })],
  });
}

/** `size` [1] of int64 → the sum of that many floats, which it first holds in memory at once. */
export function memoryBomb(): Uint8Array {
  return model({
    name: 'memory-bomb',
    input: [value('size', DataType.INT64, [1])],
    output: [value('y', DataType.FLOAT, [])],
    node: [
      node('ConstantOfShape', ['size'], ['zeros']),
      node('Relu', ['zeros'], ['copy']),
      node('ReduceSum', ['copy'], ['y'], { keepdims: 0n }),
    ],
  });
}

/** A Loop that keeps every step: grows by `1 MiB` a step until something stops it. */
export function memoryCreep(): Uint8Array {
  const block = 2 ** 18;
  const body: GraphInit = {
    name: 'body',
    input: [
      value('i', DataType.INT64, []),
      value('go-in', DataType.BOOL, []),
      value('state-in', DataType.FLOAT, [block]),
    ],
    output: [
      value('go-out', DataType.BOOL, []),
      value('state-out', DataType.FLOAT, [block]),
      value('kept', DataType.FLOAT, [block]),
    ],
    node: [
      node('Identity', ['go-in'], ['go-out']),
      node('Relu', ['state-in'], ['state-out']),
      node('Neg', ['state-in'], ['kept']),
    ],
  };
  return model({
    name: 'memory-creep',
    input: [value('x', DataType.FLOAT, [block])],
    output: [value('y', DataType.FLOAT, [block]), value('all', DataType.FLOAT, [null, block])],
    initializer: [tensor('times', BigInt64Array.of(2n ** 63n - 1n), []), tensor('go', Uint8Array.of(1), [])],
    node: [node('Loop', ['times', 'go', 'x'], ['y', 'all'], { body })],
  });
}
