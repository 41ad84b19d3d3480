/** From a model of the policy to its scores table. */
import { createHash } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { runBaselineCache } from '../commands/cached-baseline.ts';
import { isEndpoint, type ModelPair } from '../commands/models.ts';
import type { Plan } from '../commands/plan.ts';
import { rowSourceOf } from '../commands/row-source.ts';
import { runScore } from '../commands/score.ts';
import { scaleOf } from '../commands/score-scale.ts';
import type { NamedShard } from '../commands/shard.ts';
import type { ModelPolicy } from '../core/policy/schema.ts';
import type { Context } from './context.ts';
import { VERSION } from './version.ts';

type Holdout = NonNullable<ModelPolicy['holdout']>;

/** The whole table of a model, in its folder. */
export const scoresFile = (folder: string) => `${folder}/scores.parquet`;

/** Scores both models, in a table of its own or a shard of one. */
export async function scoreModel(
  {
    model,
    policy,
    plan,
    pair,
    holdout,
    shard,
    folder,
  }: {
    readonly model: string;
    readonly policy: ModelPolicy;
    readonly plan: Plan;
    readonly pair: ModelPair;
    readonly holdout: Holdout;
    readonly shard: NamedShard | null;
    readonly folder: string;
  },
  context: Context,
) {
  context.host.report(`${model}: scoring the holdout`);
  const source = rowSourceOf(holdout);
  const { slices, task, scoring } = policy;
  const [candidate, baseline] = [pair.candidate, pair.baseline];
  const mappings = mappingsOf(policy);
  const { label, group, weight, item } = holdout;
  const fixed = {
    ...mappings,
    slices,
    perClass: task === 'multiclass',
    batchRows: scoring.batch,
    shard,
  };
  const out = shard ? `${folder}/${shard.file}` : scoresFile(folder);
  const processors = Math.floor(availableParallelism() / (baseline ? 2 : 1));
  const rows = await context.tables.identify(source);
  // All that the scores depend on: what an earlier run has left counts only when none of it has changed.
  const key = createHash('sha256').update(
    JSON.stringify([
      VERSION,
      await context.runner.engine(),
      ...[candidate, baseline].map((model) => [model?.subject.digest, model?.subject.external]),
      rows.digest,
      { label, group, weight, item },
      fixed,
    ]),
  );
  // What answers behind an address may change without its name changing.
  const fixedModels = ![candidate, baseline].some((model) => model && isEndpoint(model.path));
  const cache =
    baseline &&
    fixedModels &&
    (await runBaselineCache(
      {
        baseline,
        rows,
        mapping: mappings,
        toolVersion: VERSION,
        machine: context.machine.describe(),
        scores: context.scoreCache,
      },
      context,
    ));
  const scored = await runScore(
    {
      ...fixed,
      cache: cache || null,
      candidate: candidate.path,
      baseline: baseline?.path ?? null,
      holdout: { ...holdout, source },
      workers: scoring.workers ?? Math.max(1, Math.min(processors, MOST_WORKERS)),
      limits: plan.limits,
      scale: scaleOf(policy),
      out,
      ...(fixedModels &&
        rows.open === null && { parts: { folder: `${out}.parts`, key: key.digest('hex').slice(0, 32) } }),
    },
    context,
  );
  return { ...scored, source };
}

/** Of a whole machine; each holds the model once more. */
const MOST_WORKERS = 8;

/** The keys that say how both models are fed and read. */
export function mappingsOf(policy: ModelPolicy) {
  const { inputs, output, 'baseline-inputs': baselineInputs, 'baseline-output': baselineOutput } = policy;
  return { inputs, output, 'baseline-inputs': baselineInputs, 'baseline-output': baselineOutput };
}
