/** Plan, measure (or read what was measured), judge, publish: the way through the gate that every command shares. */
import { runReadDocuments } from '../commands/documents.ts';
import { runJudge } from '../commands/judge.ts';
import { type PlanInputs, runPlan } from '../commands/plan.ts';
import { type Fault, throwFaults } from '../core/errors.ts';
import type { Palette } from '../core/report/palette.ts';
import type { Context } from './context.ts';
import { measure } from './measure.ts';
import { type Announce, publish } from './publish.ts';
import type { ExternalScores, Step } from './steps.ts';
import { VERSION } from './version.ts';
import { wantedReports } from './written.ts';

/** The inputs that the commands have in common; those of one command are absent in the others. */
export interface GateInputs extends Omit<PlanInputs, 'baseSha'> {
  readonly out: string;
  readonly format: 'text' | 'json';
  readonly 'same-model': boolean;
  readonly report: readonly string[];
  readonly history: string | undefined;
  readonly documents?: readonly string[];
  readonly 'out-of-core'?: 'auto' | 'always' | 'never';
  readonly scores?: readonly string[];
  readonly 'candidate-score'?: string | undefined;
  readonly 'baseline-score'?: string | undefined;
  readonly 'baseline-scores'?: readonly string[];
  readonly key?: string | undefined;
}

/** Returns the exit code. Throws FaultError when there is nothing to judge by. */
export async function passGate(
  inputs: GateInputs,
  steps: readonly Step[],
  context: Context,
  terminal: { readonly palette: Palette; readonly width: number; readonly announce?: Announce },
): Promise<number> {
  const scores = externalScores(inputs);
  const plan = await runPlan({ ...inputs, baseSha: context.host.pullRequest?.baseSha ?? null }, context);
  const reports = wantedReports(plan.policy.report, inputs);
  const measured =
    inputs.documents && inputs.documents.length > 0
      ? {
          documents: await runReadDocuments(inputs.documents, context),
          faults: [],
          // An image is made from a model that was measured: a run that measures has none yet.
          scope: [...steps, 'image' as const],
        }
      : {
          scope: steps,
          ...(await measure(
            plan,
            steps,
            {
              out: inputs.out,
              sameModel: inputs['same-model'],
              scores,
              outOfCore: inputs['out-of-core'] ?? 'auto',
            },
            context,
          )),
        };
  const verdict = runJudge({ plan, ...measured, toolVersion: VERSION }, context);
  await publish(verdict, measured.documents, { ...inputs, ...terminal, reports }, context);
  return verdict.exitCode;
}

/** Null when there are none. */
export function externalScores(
  inputs: Pick<GateInputs, 'scores' | 'candidate-score' | 'baseline-score' | 'baseline-scores' | 'key'>,
): ExternalScores | null {
  const { scores = [], 'candidate-score': candidate, 'baseline-score': baseline = null } = inputs;
  const { 'baseline-scores': other = [], key } = inputs;
  if (scores.length === 0) return null;
  const faults: Fault[] = [];
  if (candidate === undefined)
    faults.push({
      code: 'usage-invalid',
      message: '`--scores` was given without `--candidate-score`.',
      fix: 'Name the column that holds the candidate’s score.',
    });
  if (other.length > 0 && (key === undefined || baseline === null))
    faults.push({
      code: 'usage-invalid',
      message: '`--baseline-scores` was given without `--key` and `--baseline-score`.',
      fix: 'Name the column of both tables that says which rows belong together, and the column with the baseline’s score.',
    });
  throwFaults(faults);
  return {
    files: scores,
    candidate: candidate!,
    baseline,
    apart: other.length > 0 ? { files: other, key: key! } : null,
  };
}
