import { describe, expect, test } from 'vitest';
import { model } from '../../../../scripts/onnx/builder.ts';
import type { Summary } from '../../../../src/core/documents/validation.ts';
import { HOLES, isBefore } from '../../../../src/core/onnx/targets/holes.ts';
import { minimumRuntime } from '../../../../src/core/onnx/targets/minimum.ts';
import { WEBGL, WEBGPU } from '../../../../src/core/onnx/targets/onnxruntime-web.ts';
import { OPENVINO } from '../../../../src/core/onnx/targets/openvino.ts';
import { parseTarget, targetFindings } from '../../../../src/core/onnx/targets/target.ts';
import { TENSORRT } from '../../../../src/core/onnx/targets/tensorrt.ts';
import { compared } from '../facts.ts';

const versions = (irVersion: number, version: number, domain = '') => ({
  irVersion,
  opsets: [{ domain, version }],
});

describe('the oldest ONNX Runtime', () => {
  test.each([
    [versions(3, 7), '0.1'],
    [versions(8, 17), '1.12'],
    [versions(9, 17), '1.16'],
    [versions(10, 17), '1.18'],
    [versions(8, 21), '1.18'],
    [versions(8, 21, 'ai.onnx'), '1.18'],
    [versions(8, 3, 'ai.onnx.ml'), '1.12'],
    // Above the last published row, only what was measured is known.
    [versions(11, 22), '1.30'],
    [versions(8, 500, 'com.example'), '1.9'],
  ])('%o: %s', (model, version) => expect(minimumRuntime(model)?.version).toBe(version));

  test('says what decides', () => {
    expect(minimumRuntime(versions(10, 21))?.reason).toBe('opset 21 and IR version 10');
    expect(minimumRuntime(versions(10, 17))?.reason).toBe('IR version 10');
  });

  test('is unknown for what no release takes', () => {
    expect(minimumRuntime(versions(99, 17))).toBeNull();
    expect(minimumRuntime(versions(8, 99))).toBeNull();
  });
});

const base = (await compared(model({ name: 'g' }))).summary;
const found = (more: Partial<Summary>, target: string) =>
  targetFindings({ ...base, ...more }, parseTarget(target)!).map(
    ({ check, severity, at }) => `${severity} ${check}${at === null ? '' : ` ${at}`}`,
  );

describe('targets', () => {
  test.each([
    ['onnxruntime==1.19', '1.19'],
    ['onnxruntime==1.19.2', '1.19.2'],
    ['onnxruntime-gpu==1.20', '1.20'],
    ['onnxruntime-node==1.30.0', '1.30.0'],
  ])('%s', (text, version) => expect(parseTarget(text)).toEqual({ kind: 'onnxruntime', version }));

  test.each([
    'onnxruntime',
    'onnxruntime>=1.19',
    'tensorrt==10',
    'onnxruntime-web/webnn',
    'triton==2',
    'triton==2.50',
    'openvino==2025.1',
  ])('%s is none', (text) => expect(parseTarget(text)).toBeNull());

  test.each<[Partial<Summary>, string, string[]]>([
    [versions(8, 17), 'onnxruntime==1.30', []],
    [versions(8, 17), 'onnxruntime==1.12', ['info target-security']],
    [versions(8, 18), 'onnxruntime==1.13', ['error target-version', 'info target-security']],
    [
      versions(10, 21),
      'onnxruntime==1.17',
      ['error target-version', 'error target-version', 'info target-security'],
    ],
    [versions(11, 21), 'onnxruntime==1.22', ['warning target-version', 'info target-security']],
    [versions(11, 21), 'onnxruntime==1.20', ['error target-version', 'info target-security']],
    [versions(14, 17), 'onnxruntime==1.31', ['error target-version']],
    [{ ...versions(8, 17), externalBytes: 1 }, 'onnxruntime==1.20', ['warning target-security']],
    [
      versions(3, 7),
      'onnxruntime==0.0',
      ['error target-version', 'error target-version', 'info target-security'],
    ],
  ])('%o on %s', (more, target, expected) => expect(found(more, target)).toEqual(expected));

  test.each([
    ['onnxruntime-web', { kind: 'web', version: '1.30', provider: 'wasm' }],
    ['onnxruntime-web==1.19.2', { kind: 'web', version: '1.19.2', provider: 'wasm' }],
    ['onnxruntime-web/webgpu', { kind: 'web', version: '1.30', provider: 'webgpu' }],
    ['onnxruntime-web/webgl==1.30', { kind: 'web', version: '1.30', provider: 'webgl' }],
    ['triton', { kind: 'triton', version: null }],
    ['triton==26.07', { kind: 'triton', version: '26.07' }],
    ['tensorrt', { kind: 'tensorrt', version: null }],
    ['tensorrt==10.16.1', { kind: 'tensorrt', version: '10.16.1' }],
    ['openvino', { kind: 'openvino', version: null }],
  ])('%s is %o', (text, target) => expect(parseTarget(text)).toEqual(target));

  const using = (version: number, ...operators: string[]): Partial<Summary> => ({
    ...versions(8, version),
    operators: operators.map((operator) => ({ operator, count: 1 })),
  });
  test.each<[Partial<Summary>, string, string[]]>([
    [using(17, 'Gemm', 'Relu'), 'onnxruntime-web', []],
    [using(18, 'Gemm'), 'onnxruntime-web==1.13', ['error target-version', 'info target-security']],
    [using(17, 'Gemm', 'Relu'), 'onnxruntime-web/webgpu', []],
    [using(17, 'Gemm', 'TopK'), 'onnxruntime-web/webgpu', ['info target-operators TopK']],
    [using(16, 'GridSample'), 'onnxruntime-web/webgpu', []],
    [using(20, 'GridSample'), 'onnxruntime-web/webgpu', ['info target-operators GridSample']],
    [using(17, 'com.microsoft::FastGelu'), 'onnxruntime-web/webgpu', []],
    [using(12, 'Split', 'Add'), 'onnxruntime-web/webgl', []],
    [using(13, 'Split'), 'onnxruntime-web/webgl', ['error target-operators Split']],
    [using(17, 'ai.onnx.ml::Scaler'), 'onnxruntime-web/webgl', ['error target-operators ai.onnx.ml::Scaler']],
    [using(17, 'Conv', 'Relu'), 'tensorrt', []],
    [using(17, 'Unique'), 'tensorrt', ['error target-operators Unique']],
    [using(17, 'ai.onnx.ml::Scaler'), 'tensorrt', ['warning target-operators ai.onnx.ml::Scaler']],
    [using(8, 'Conv'), 'tensorrt', ['error target-version']],
    [using(25, 'Conv'), 'tensorrt', ['error target-version']],
    [using(17, 'Conv', 'ai.onnx.ml::Normalizer'), 'openvino', []],
    [using(17, 'DeformConv'), 'openvino', ['error target-operators DeformConv']],
    [using(17, 'SequenceAt'), 'openvino', ['warning target-operators SequenceAt']],
    [
      using(17, 'com.microsoft::QAttention'),
      'openvino',
      ['error target-operators com.microsoft::QAttention'],
    ],
  ])('%o on %s', (more, target, expected) => expect(found(more, target)).toEqual(expected));

  // The last version with a hole, and the first without any.
  test.each([
    ['onnxruntime==1.13.0', 'info', 'mended in 1.13.1'],
    ['onnxruntime==1.26', 'info', 'mended in 1.27'],
    ['onnxruntime==1.28.2', 'info', 'mended in 1.28.3'],
    ['onnxruntime==1.29', 'info', 'mended in 1.30'],
    ['onnxruntime==1.30.0', null, ''],
    ['onnxruntime-web==1.28.2', 'info', 'mended in 1.28.3'],
    ['onnxruntime-web==1.28.3', null, ''],
    ['onnxruntime-web==1.28', null, ''],
    ['triton==25.06', 'warning', 'CVE-2025-23317'],
    ['triton==26.02', 'warning', 'CVE-2026-24207'],
    ['triton==26.03', 'warning', 'CVE-2026-24264'],
    ['triton==26.04', 'warning', 'CVE-2026-47481'],
    ['triton==26.05', 'warning', 'CVE-2026-47627'],
    ['triton==26.06', 'warning', 'CVE-2026-16497'],
    ['triton==26.07', null, ''],
    ['tensorrt==10.16.0', 'warning', 'CVE-2026-24188'],
    ['tensorrt==10.16.1', 'info', 'CVE-2026-24268'],
    ['tensorrt==11.0.0', null, ''],
    ['openvino', null, ''],
  ])('known holes of %s: %s %s', (target, severity, words) => {
    const findings = targetFindings({ ...base, ...versions(8, 17) }, parseTarget(target)!);
    const holes = findings.filter(({ check }) => check === 'target-security');
    expect(holes.map((one) => one.severity)).toEqual(severity === null ? [] : [severity]);
    expect(holes.map(({ message }) => message).join()).toContain(words);
  });

  test('every hole has its source, and they stand in the order of their versions', () => {
    for (const holes of Object.values(HOLES)) {
      const sorted = [...holes].sort((a, b) => (isBefore(a.before, b.before) ? -1 : 1));
      expect(holes).toEqual(sorted);
      expect(holes.filter(({ source }) => !/^https:\/\/|#\d+/.test(source))).toEqual([]);
    }
  });

  test('TensorRT takes no text', () => {
    const text = { ...using(17, 'Cast'), inputs: [{ name: 't', type: 'string', shape: ['n'] }] };
    expect(found(text, 'tensorrt')).toEqual(['error target-types t']);
  });

  test.each([WEBGPU, WEBGL, TENSORRT, OPENVINO])('the table of $name does not contradict itself', (table) => {
    const { supported, unsupported } = table;
    expect(supported.size).toBeGreaterThan(50);
    if (unsupported !== 'others')
      expect([...supported.keys()].filter((name) => unsupported.has(name))).toEqual([]);
  });

  const info = (name: string, type: string | null, ...shape: (number | string | null)[]) => ({
    name,
    type,
    shape,
  });
  const x = info('x', 'float32', 'n', 3);
  test.each<[string, Partial<Summary>, string[]]>([
    ['dynamic everywhere', { inputs: [x], outputs: [info('y', 'float32', null)] }, []],
    ['declared -1', { inputs: [info('x', 'float32', -1, 3)], outputs: [x] }, []],
    ['one fixed', { inputs: [x], outputs: [info('y', 'float32', 1, 2)] }, ['warning target-batching y']],
    ['a scalar', { inputs: [x], outputs: [info('y', 'float32')] }, ['warning target-batching y']],
    [
      'all fixed',
      { inputs: [info('x', 'float32', 1, 3)], outputs: [info('y', 'float32', 1)] },
      ['info target-batching x'],
    ],
    ['a map', { inputs: [x], outputs: [info('y', null)] }, ['error target-batching y']],
  ])('triton, %s', (_, more, expected) => expect(found(more, 'triton')).toEqual(expected));
});
