import type { Clock } from '../ports.ts';

/** What goes into the head of every document. */
export interface DocumentMeta {
  /** The model's name in the policy. */
  readonly model: string;
  readonly toolVersion: string;
}

export function headerOf({ model, toolVersion }: DocumentMeta, clock: Clock) {
  return {
    tool: { name: 'onnx-gate' as const, version: toolVersion },
    created: clock.now().toISOString(),
    model,
  };
}
