/** Triton's ONNX backend (onnxruntime_backend, AutoCompleteMaxBatch and CompareDimsSupported). */
import type { Finding, Summary, TensorInfo } from '../../documents/validation.ts';

/** Triton refuses what is no tensor, and batches only when the first dimension of every input and output is dynamic. */
export function tritonFindings({ inputs, outputs }: Pick<Summary, 'inputs' | 'outputs'>): Finding[] {
  const all = [...inputs, ...outputs];
  const others = all.filter(({ type }) => type === null);
  const fixed = all.filter(({ type, shape }) => type !== null && !(shape.length > 0 && !isSize(shape[0])));
  return [
    ...others.slice(0, 10).map(
      ({ name }): Finding => ({
        check: 'target-batching',
        severity: 'error',
        message: 'Triton takes tensors only, and this is a sequence or a map.',
        at: name,
        fix: 'Export with `zipmap: False`, or cut the graph before the node that makes it.',
      }),
    ),
    ...(fixed.length === 0 || fixed.length === all.length - others.length
      ? fixed.slice(0, 1).map((one) => batching(one, 'info', all.length))
      : fixed.slice(0, 10).map((one) => batching(one, 'warning', all.length))),
  ];
}

function batching({ name, shape }: TensorInfo, severity: Finding['severity'], total: number): Finding {
  const first = shape.length === 0 ? 'it is a scalar' : `its first dimension is ${shape[0]}`;
  const all = severity === 'info' ? `none of the ${total} inputs and outputs is dynamic there` : first;
  return {
    check: 'target-batching',
    severity,
    message: `Triton cannot batch requests: the first dimension of every input and output must be dynamic, and ${all}.`,
    at: name,
    fix: 'Export with a dynamic first dimension (`dynamic_axes`), or set `max_batch_size: 0`.',
  };
}

const isSize = (size: number | string | null | undefined) => typeof size === 'number' && size >= 0;
