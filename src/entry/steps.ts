/** One row per measuring step: from a model of the policy to the inputs of its command. */

import { runBenchmark } from '../commands/benchmark.ts';
import { runEvaluate } from '../commands/evaluate.ts';
import { isEndpoint, type ModelPair } from '../commands/models.ts';
import type { Plan } from '../commands/plan.ts';
import type { FetchedHoldout } from '../commands/resolve-holdout.ts';
import { rowSourceOf } from '../commands/row-source.ts';
import { runModel } from '../commands/run-model.ts';
import { checkShards } from '../commands/shard.ts';
import { runValidate, type ValidateInputs } from '../commands/validate.ts';
import type { Measurement } from '../core/documents/index.ts';
import type { ModelPolicy } from '../core/policy/schema.ts';
import { renderGraphSvg } from '../core/report/graph-svg.ts';
import type { RowSource, ScoreColumns } from '../ports.ts';
import type { Context } from './context.ts';
import { mappingsOf, scoreModel, scoresFile } from './score-model.ts';
import { VERSION } from './version.ts';

export type Step = 'validation' | 'evaluation' | 'benchmark';

/** Scores made elsewhere, by column. */
export interface ExternalScores {
  readonly files: readonly string[];
  readonly candidate: string;
  readonly baseline: string | null;
  /** Where the baseline's scores are, when they were written apart, and the column that joins them. */
  readonly apart: { readonly files: readonly string[]; readonly key: string } | null;
}

interface Job {
  readonly model: string;
  readonly policy: ModelPolicy;
  readonly plan: Plan;
  /** Where the holdout came from, when it was fetched. */
  readonly holdout: FetchedHoldout | null;
  /** Null when there are only scores, made elsewhere. */
  readonly pair: ModelPair | null;
  readonly scores: ExternalScores | null;
  readonly outOfCore: 'auto' | 'always' | 'never';
  /** For this model's documents. */
  readonly folder: string;
}

/** A step gives null when the policy asks nothing of it. */
export const STEPS: { readonly [S in Step]: (job: Job, context: Context) => Promise<Measurement | null> } = {
  async validation(job, context) {
    if (!job.pair || isEndpoint(job.pair.candidate.path)) return null;
    context.host.report(`${job.model}: checking and loading the model`);
    const { validate } = job.policy;
    const document = await runValidate(
      {
        ...meta(job),
        ...job.pair,
        limits: job.plan.limits,
        validate,
        behaviour: behaviour(job, job.pair, context),
      },
      context,
    );
    if (document.summary?.drawing)
      await context.files.write(`${job.folder}/graph.svg`, renderGraphSvg(document.summary.drawing));
    return document;
  },

  async evaluation(job, context) {
    const { holdout, metrics, slices, task } = job.policy;
    if (!holdout) return null;
    const table = job.pair
      ? await score(job, job.pair, holdout, context)
      : await joined(job.scores!, external(job.scores!, holdout, task === 'multiclass'), context);
    const { digest, files } = await context.tables.identify(table.source);
    if (!job.pair) checkShards(files);
    return runEvaluate(
      {
        ...meta(job),
        ...table,
        models: job.pair,
        holdout: {
          source: (job.pair && job.holdout?.source) ?? sourceText(table.source),
          ...(job.pair && job.holdout && { fetched: job.holdout.fetched }),
          digest,
          label: holdout.label,
          ...quality(job, holdout, table),
        },
        ...('batchRows' in table && { scoring: { batch: table.batchRows } }),
        metrics,
        task,
        slices,
        confidence: job.plan.policy.confidence,
        outOfCore: job.outOfCore,
      },
      context,
    );
  },

  async benchmark(job, context) {
    const { holdout, latency } = job.policy;
    if (!latency || !job.pair || isEndpoint(job.pair.candidate.path)) return null;
    context.host.report(`${job.model}: timing both models`);
    const rows = holdout ? { ...holdout, source: rowSourceOf(holdout) } : null;
    const { limits, policy } = job.plan;
    return runBenchmark(
      {
        ...meta(job),
        ...job.pair,
        ...mappingsOf(job.policy),
        rows,
        latency,
        confidence: policy.confidence,
        limits,
      },
      context,
    );
  },
};

/** Runs a loaded model; null when the policy does not ask. */
function behaviour(
  { model, policy, plan }: Job,
  pair: ModelPair,
  context: Context,
): ValidateInputs['behaviour'] {
  const { validate, holdout } = policy;
  const { golden, tolerance, monotonic } = validate;
  if (!validate.behaviour && golden === undefined && Object.keys(monotonic).length === 0) return null;
  return (session) => {
    context.host.report(`${model}: running the model`);
    return runModel(
      session,
      {
        model,
        positions: plan.positions,
        baseline: pair.baseline?.path ?? null,
        rows: holdout ? { ...holdout, source: rowSourceOf(holdout) } : null,
        ...mappingsOf(policy),
        golden,
        tolerance,
        monotonic,
        limits: plan.limits,
      },
      context,
    );
  };
}

type Holdout = NonNullable<Job['policy']['holdout']>;

/** Scores both models and names the columns of the table that came out. */
async function score(job: Job, pair: ModelPair, holdout: Holdout, context: Context) {
  const { source, path, features, batchRows } = await scoreModel(
    { ...job, pair, holdout, shard: null },
    context,
  );
  const columns = storedColumns(holdout, pair.baseline !== null, job.policy.task === 'multiclass');
  return { source, scores: { files: [path] }, columns, features, batchRows };
}

/** The ledger lies beside the models' folders, where the policy names no other place. */
function quality(
  job: Job,
  holdout: Holdout,
  table: {
    readonly source: RowSource;
    readonly columns: ScoreColumns;
    readonly features?: readonly string[];
  },
) {
  const { training, baseline, ledger, label } = holdout;
  const files = several(training);
  const before = several(baseline);
  return {
    ...(table.features && {
      table: { rows: table.source, features: table.features, training: files ? { files } : null },
    }),
    ...(before && {
      drift: {
        rows: table.source,
        baseline: { files: before },
        // Of scores made elsewhere, the features are not known.
        columns: [label, ...(table.features ?? [table.columns.candidate])],
      },
    }),
    ledger: {
      path: ledger ?? job.folder.replace(/[^\\/]+$/, 'holdout-ledger.jsonl'),
      wornAfter: holdout['worn-after'],
    },
  };
}

const several = (files: string | readonly string[] | undefined) =>
  typeof files === 'string' ? [files] : files;

/** Of the table that `evaluate` leaves behind. */
function storedColumns(holdout: Holdout, baseline: boolean, perClass: boolean): ScoreColumns {
  return {
    label: 'label',
    candidate: 'candidate',
    baseline: baseline ? 'baseline' : null,
    weight: holdout.weight === undefined ? null : 'weight',
    group: holdout.group === undefined ? null : 'group',
    item: holdout.item === undefined ? null : 'item',
    perClass,
  };
}

/** A model's scores without scoring: made elsewhere, or left in its folder by `evaluate`. */
export function scoreTable(
  folder: string,
  holdout: Holdout,
  made: { readonly scores: ExternalScores | null; readonly baseline: boolean; readonly perClass: boolean },
): { readonly scores: RowSource; readonly columns: ScoreColumns } {
  if (made.scores !== null) return external(made.scores, holdout, made.perClass);
  const columns = storedColumns(holdout, made.baseline, made.perClass);
  return { scores: { files: [scoresFile(folder)] }, columns };
}

/** The table's identity is that of all files; its rows are those of the join. */
async function joined(
  { files, apart }: ExternalScores,
  table: ReturnType<typeof external>,
  { tables }: Context,
): Promise<ReturnType<typeof external>> {
  if (apart === null) return table;
  const { source, baseline } = await tables.joinScores(
    { files },
    { files: apart.files },
    apart.key,
    table.columns.baseline!,
  );
  const selected = { ...table.source, files: [...files, ...apart.files] };
  const { files: _, ...selection } = selected;
  return { source: selected, scores: { ...selection, ...source }, columns: { ...table.columns, baseline } };
}

function external(
  scores: ExternalScores,
  holdout: Holdout,
  perClass: boolean,
): { readonly source: RowSource; readonly scores: RowSource; readonly columns: ScoreColumns } {
  const source: RowSource = { ...rowSourceOf(holdout), files: scores.files };
  const { label, weight = null, group = null, item = null } = holdout;
  const columns: ScoreColumns = {
    label,
    weight,
    group,
    item,
    perClass,
    candidate: scores.candidate,
    baseline: scores.baseline,
  };
  return { source, scores: source, columns };
}

function meta({ model }: Job) {
  return { model, toolVersion: VERSION };
}

const sourceText = (source: RowSource) => ('query' in source ? source.query : source.files.join(', '));
