/** The loop over commands: each model, each step; faults are gathered so that all are told at once. */

import type { ModelFault } from '../commands/judge.ts';
import { runBindExternal, runFindModels } from '../commands/models.ts';
import type { Plan } from '../commands/plan.ts';
import { runResolveHoldout } from '../commands/resolve-holdout.ts';
import type { Measurement } from '../core/documents/index.ts';
import { FaultError, fault } from '../core/errors.ts';
import type { ModelPolicy } from '../core/policy/schema.ts';
import type { Context } from './context.ts';
import { type ExternalScores, STEPS, type Step } from './steps.ts';

export interface MeasureOptions {
  readonly out: string;
  readonly sameModel: boolean;
  readonly scores: ExternalScores | null;
  readonly outOfCore: 'auto' | 'always' | 'never';
}

export interface Measured {
  readonly documents: readonly Measurement[];
  readonly faults: readonly ModelFault[];
}

/** Measures every model of the plan and writes `<out>/<model>/<kind>.json`. */
export async function measure(
  plan: Plan,
  steps: readonly Step[],
  options: MeasureOptions,
  context: Context,
): Promise<Measured> {
  const documents: Measurement[] = [];
  const faults: ModelFault[] = [];
  for (const [model, policy] of plan.models) {
    try {
      for await (const document of measureModel(model, policy, plan, steps, options, context))
        documents.push(document);
    } catch (error) {
      if (!(error instanceof FaultError)) throw error;
      faults.push(...error.faults.map((fault) => ({ model, fault })));
    }
  }
  return { documents, faults };
}

async function* measureModel(
  model: string,
  policy: ModelPolicy,
  plan: Plan,
  steps: readonly Step[],
  options: MeasureOptions,
  context: Context,
): AsyncGenerator<Measurement> {
  const baseline = typeof policy.baseline === 'string' ? [policy.baseline] : (policy.baseline ?? []);
  const wanted = { candidate: policy.candidate, baseline, sameModel: options.sameModel };
  let pair = options.scores ? null : await runFindModels(wanted, context);
  const { holdout, policy: local } = await runResolveHoldout(policy, context);
  const folder = `${options.out}/${model}`;
  for (const step of steps) {
    // Validation reads the external data anyway, for more than its digest.
    if (pair && step !== 'validation') pair = await runBindExternal(pair, context);
    const document = await STEPS[step](
      { ...options, model, policy: local, plan, pair, holdout, folder },
      context,
    );
    if (document === null && steps.length === 1) throw fault('usage-invalid', ...nothingToDo(step, model));
    if (document === null) continue;
    await context.files.write(`${folder}/${step}.json`, `${JSON.stringify(document, null, 2)}\n`);
    yield document;
    // A model that does not load cannot be measured further; the verdict says so.
    if ('status' in document && document.status === 'fail') return;
  }
}

const LACKS = {
  validation: ['a model file', 'Name one; scores alone cannot be validated.'],
  evaluation: [
    'a holdout',
    'Name its rows and the label: `--holdout rows.parquet --label clicked`, or `holdout:` in the policy.',
  ],
  benchmark: ['`latency:`', 'Add it to the policy, or name batch sizes: `--batch 1,32`.'],
} as const satisfies Record<Step, readonly [string, string]>;

/** A command that was asked for one thing must not pass by doing nothing. */
function nothingToDo(step: Step, model: string): [message: string, more: { fix: string }] {
  const [what, fix] = LACKS[step];
  return [`There is nothing to do for ${model}: it has no ${what.replace(/^a /, '')}.`, { fix }];
}
