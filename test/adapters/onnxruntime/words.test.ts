import { describe, expect, it } from 'vitest';
import { crashed, stderrLines } from '../../../src/adapters/onnxruntime/endings.ts';
import { readable } from '../../../src/adapters/onnxruntime/words.ts';

describe('readable', () => {
  it.each([
    [
      "Non-zero status code returned while running Mul node. Name:'Mul_p' Status Message: /src/onnxruntime/core/element_wise_ops.h:563 void onnxruntime::BroadcastIterator::Init(ptrdiff_t, ptrdiff_t) axis == 1 || axis == largest was false. Attempting to broadcast an axis by a dimension other than 1. 2 by 3\n",
      'Attempting to broadcast an axis by a dimension other than 1. 2 by 3 (node "Mul_p", Mul)',
    ],
    [
      'Load model from m.onnx failed:/src/model.cc:187 onnxruntime::Model::Model(onnx::ModelProto&&, const std::function<void(int)>&) ModelProto does not have a graph.',
      'it holds no graph',
    ],
    [
      '[ONNXRuntimeError] : 7 : INVALID_PROTOBUF : Load model from m.onnx failed:Protobuf parsing failed.',
      'it is not an ONNX file, or one that was cut short or damaged',
    ],
    [
      'Got invalid dimensions for input: x for the following indices\n index: 1 Got: 2 Expected: 3\n Please fix either the inputs/outputs or the model.',
      'Got invalid dimensions for input: x for the following indices index: 1 Got: 2 Expected: 3 Please fix either the inputs/outputs or the model',
    ],
    ['\u001b[1;31mred\u001b[m and \u0007 bell', 'red and bell'],
    ['', 'it gives no reason'],
    [`/a.cc:1 f(unclosed ${'x'.repeat(1000)}`, `/a.cc:1 f(unclosed ${'x'.repeat(380)}…`],
  ])('%s', (words, expected) => {
    expect(readable(words).reason).toBe(expected);
  });
});

describe('an ending', () => {
  it('by the heap of V8 is one of memory', () => {
    const stderr = 'FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory\n';
    expect(crashed(stderr, 'SIGABRT')('loading m.onnx')).toMatchObject({
      code: 'model-memory',
      message: 'ONNX Runtime ran out of memory while loading m.onnx (SIGABRT).',
    });
  });

  it('by an exit code is a crash', () => {
    expect(crashed('', 7)('loading m.onnx')).toMatchObject({
      code: 'model-crashed',
      message: 'ONNX Runtime died of exit code 7 while loading m.onnx.',
    });
  });

  it('keeps the last lines that say something', () => {
    const lines = Array.from({ length: 30 }, (_, i) => `line ${i}`);
    const frames = ['----- Native stack trace -----', ' 1: 0x931db0  [node]', '\u001b[31mlast\u001b[m'];
    expect(stderrLines([...lines, '', ...frames].join('\n')).details?.split('\n')).toEqual([
      ...lines.slice(-19),
      'last',
    ]);
    expect(stderrLines('\n\n')).toEqual({});
  });
});
