import type { Measurement } from '../core/documents/index.ts';
import type { Verdict } from '../core/documents/verdict.ts';
import type { Fault } from '../core/errors.ts';
import type { Scope } from '../core/gate/context.ts';
import { judge } from '../core/gate/judge.ts';
import type { Clock } from '../ports.ts';
import type { Plan } from './plan.ts';

/** What kept a model, or the whole run when `model` is null, from being measured. */
export interface ModelFault {
  readonly model: string | null;
  readonly fault: Fault;
}

/** Judges what was measured by the plan's policy. `scope`: the kinds of document that this run answers for. */
export function runJudge(
  inputs: {
    readonly plan: Plan;
    readonly documents: readonly Measurement[];
    readonly faults: readonly ModelFault[];
    readonly scope: readonly Scope[];
    readonly toolVersion: string;
  },
  ports: { readonly clock: Clock },
): Verdict {
  const { plan } = inputs;
  const verdict = judge({
    documents: inputs.documents,
    faults: inputs.faults,
    scope: inputs.scope,
    policy: plan.policy,
    ...(plan.positions && { positions: plan.positions }),
    models: [...plan.models.keys()],
    tool: { name: 'onnx-gate', version: inputs.toolVersion },
    created: ports.clock.now().toISOString(),
    policySubject: plan.subject,
  });
  return { ...verdict, reasons: [...plan.notes, ...verdict.reasons] };
}
