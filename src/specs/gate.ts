import { everywhere, history, mode, model, policy, report, sameModel, verdictOutputs } from './shared.ts';
import type { CommandSpec } from './spec.ts';

export const gateSpec = {
  name: 'gate',
  description:
    'May it ship? Validates, evaluates and benchmarks each model of the policy, and gives one verdict.',
  inputs: [
    policy,
    model,
    mode,
    {
      name: 'documents',
      kind: 'list',
      description: 'Folders with documents measured earlier: judges those and measures nothing.',
    },
    sameModel,
    report,
    history,
    ...everywhere,
  ],
  outputs: verdictOutputs,
  examples: ['gate', 'gate --model conversion --mode strict', 'gate --documents .onnx-gate'],
} as const satisfies CommandSpec;
