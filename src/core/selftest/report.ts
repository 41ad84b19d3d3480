/** What `onnx-gate selftest` answers for one model. */
import type { Policy } from '../policy/schema.ts';
import type { Disagreement } from './disagreement.ts';
import type { CaseResult } from './runs.ts';
import type { Scale } from './scale.ts';

export interface SelftestReport extends Disagreement {
  readonly schema: 'onnx-gate/selftest/v1';
  readonly model: string;
  readonly mode: Policy['mode'];
  readonly confidence: number;
  readonly rows: number;
  /** Null when rows are taken as independent. */
  readonly groups: number | null;
  readonly scale: Scale['name'];
  readonly seed: number;
  /** Asked for; fewer were made when time ran out. */
  readonly repetitions: number;
  readonly made: number;
  readonly cases: readonly CaseResult[];
}
