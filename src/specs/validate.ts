import { baseline, candidate, everywhere, mode, model, policy, sameModel, verdictOutputs } from './shared.ts';
import type { CommandSpec } from './spec.ts';

export const validateSpec = {
  name: 'validate',
  description: 'Is it sound? Loads an ONNX model in a process of its own and reads its signature.',
  inputs: [candidate, baseline, policy, model, mode, sameModel, ...everywhere],
  outputs: verdictOutputs,
  examples: ['validate model.onnx', 'validate --model conversion'],
} as const satisfies CommandSpec;
