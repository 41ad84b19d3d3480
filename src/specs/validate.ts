import {
  baseline,
  candidate,
  everywhere,
  history,
  mode,
  model,
  policy,
  report,
  sameModel,
  verdictOutputs,
} from './shared.ts';
import type { CommandSpec } from './spec.ts';

export const validateSpec = {
  name: 'validate',
  description:
    'Is it sound? Checks an ONNX file, compares it with the baseline and loads it in a process of its own.',
  inputs: [
    candidate,
    baseline,
    policy,
    model,
    mode,
    {
      name: 'target',
      kind: 'list',
      description:
        'Where the model must run, such as `onnxruntime==1.19`, `onnxruntime-web/webgpu`, `triton`, `tensorrt` or `openvino`.',
    },
    sameModel,
    report,
    history,
    ...everywhere,
  ],
  outputs: verdictOutputs,
  examples: [
    'validate model.onnx',
    'validate model.onnx --baseline git:origin/main --target onnxruntime==1.19',
    'validate --model conversion',
  ],
} as const satisfies CommandSpec;
