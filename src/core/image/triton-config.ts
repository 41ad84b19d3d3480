/**
 * `config.pbtxt` of Triton's model repository, and `model-settings.json` of MLServer: written so that the same layer can
 * be mounted by either, by OpenVINO Model Server, and by ours. Source: Triton's docs/user_guide/model_configuration.md.
 */
import type { TensorInfo } from '../documents/validation.ts';

/** ONNX Runtime's names → Triton's. */
const TYPES: Readonly<Record<string, string>> = {
  bool: 'TYPE_BOOL',
  uint8: 'TYPE_UINT8',
  uint16: 'TYPE_UINT16',
  uint32: 'TYPE_UINT32',
  uint64: 'TYPE_UINT64',
  int8: 'TYPE_INT8',
  int16: 'TYPE_INT16',
  int32: 'TYPE_INT32',
  int64: 'TYPE_INT64',
  float16: 'TYPE_FP16',
  float32: 'TYPE_FP32',
  float64: 'TYPE_FP64',
  bfloat16: 'TYPE_BF16',
  string: 'TYPE_STRING',
};

interface Signature {
  readonly inputs: readonly TensorInfo[];
  readonly outputs: readonly TensorInfo[];
}

/**
 * Triton batches a model whose every tensor has an open first dimension: `max_batch_size` then stands for it, and
 * `dims` leave it out. Any other model is served as it is, with all of its dimensions.
 */
export function tritonConfig(name: string, { inputs, outputs }: Signature, maxBatch: number): string {
  const batched = [...inputs, ...outputs].every(
    ({ shape }) => shape.length > 0 && typeof shape[0] !== 'number',
  );
  const block = (kind: string, tensors: readonly TensorInfo[]) =>
    tensors.flatMap(({ name: tensor, type, shape }) => {
      const known = type === null ? undefined : TYPES[type];
      if (known === undefined) return [];
      const dims = (batched ? shape.slice(1) : shape).map((size) => (typeof size === 'number' ? size : -1));
      // A tensor of one number a row has no dimension left, and Triton wants one.
      const whole = dims.length > 0 ? dims : [1];
      const reshape = dims.length > 0 ? '' : ' reshape { shape: [ ] }';
      return [
        `${kind} [ { name: ${quoted(tensor)} data_type: ${known} dims: [ ${whole.join(', ')} ]${reshape} } ]`,
      ];
    });
  return [
    `name: ${quoted(name)}`,
    'backend: "onnxruntime"',
    `max_batch_size: ${batched ? maxBatch : 0}`,
    ...block('input', inputs),
    ...block('output', outputs),
    ...(batched ? ['dynamic_batching { }'] : []),
    '',
  ].join('\n');
}

export function mlserverSettings(name: string, version: string, file: string): string {
  const settings = {
    name,
    implementation: 'mlserver_onnx.OnnxModel',
    parameters: { uri: `./${file}`, version },
  };
  return `${JSON.stringify(settings, null, 2)}\n`;
}

/** A string of protobuf's text format: bytes that could end it are written in octal. */
function quoted(text: string): string {
  const bytes = new TextEncoder().encode(text);
  const written = Array.from(bytes, (byte) =>
    byte < 0x20 || byte > 0x7e || byte === 0x22 || byte === 0x5c
      ? `\\${byte.toString(8).padStart(3, '0')}`
      : String.fromCharCode(byte),
  );
  return `"${written.join('')}"`;
}
