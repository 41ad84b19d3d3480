/** What `onnx-gate plan` answers. */
import type { Policy } from '../policy/schema.ts';
import type { RulePlan } from './measured.ts';
import type { PriorPlan } from './prior.ts';

export interface PriorReport extends PriorPlan {
  readonly schema: 'onnx-gate/plan/v1';
  readonly from: 'prior';
}

export interface MeasuredReport {
  readonly schema: 'onnx-gate/plan/v1';
  readonly from: 'documents';
  readonly mode: Policy['mode'];
  readonly rules: readonly RulePlan[];
}

export type PlanReport = PriorReport | MeasuredReport;
