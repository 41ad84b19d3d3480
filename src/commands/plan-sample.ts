/** How many rows a margin needs: from what is believed, or from what was measured. */
import type { Evaluation } from '../core/documents/evaluation.ts';
import type { RuleResult } from '../core/documents/verdict.ts';
import { type Fault, fault, throwFaults } from '../core/errors.ts';
import { judge } from '../core/gate/judge.ts';
import { planRule } from '../core/planning/measured.ts';
import { type Prior, planPrior, positivesOf } from '../core/planning/prior.ts';
import type { MeasuredReport, PriorReport } from '../core/planning/report.ts';
import { metricIdOf } from '../core/policy/metric-id.ts';
import { type ModelPolicy, modelOf, type Policy } from '../core/policy/schema.ts';
import { SMALLEST_MARGIN } from '../core/policy/values.ts';
import type { Clock, Files, References } from '../ports.ts';
import { runReadDocuments } from './documents.ts';
import { type NumberFlag, readNumber, wholeNumber } from './number-flags.ts';
import { runPlan } from './plan.ts';
import { checked, readFlags } from './plan-flags.ts';

/** As the flags say it. */
export interface PriorFlags {
  readonly rows: string | undefined;
  readonly 'positive-rate': string | undefined;
  readonly auc: string | undefined;
  readonly correlation: string | undefined;
  readonly margin: string | undefined;
  readonly confidence: string | undefined;
}

const between = (low: number, high: number, example: string): NumberFlag => ({
  wanted: `a number between ${low} and ${high}`,
  example,
  holds: (value) => value > low && value < high,
});

const FLAGS: Readonly<Record<keyof PriorFlags, NumberFlag & { readonly standard?: string }>> = {
  rows: wholeNumber(2, 1e12, '200000'),
  'positive-rate': between(0, 1, '0.05'),
  auc: between(0, 1, '0.75'),
  correlation: {
    wanted: 'a number from 0 to below 1',
    example: '0.9',
    standard: '0.9',
    holds: (value) => value >= 0 && value < 1,
  },
  margin: {
    wanted: `a number from ${SMALLEST_MARGIN.toFixed(5)} to below 1`,
    example: '0.002',
    holds: (value) => value >= SMALLEST_MARGIN && value < 1,
  },
  confidence: {
    wanted: 'a number from 0.5 to 0.999',
    example: '0.95',
    standard: '0.95',
    holds: (value) => value >= 0.5 && value <= 0.999,
  },
};

/** Throws `usage-invalid` for every flag that is missing or wrong. */
export function planFromPrior(flags: PriorFlags): PriorReport {
  const faults: Fault[] = [];
  const read = (name: keyof PriorFlags): number => {
    const flag = FLAGS[name];
    const text = flags[name] ?? flag.standard;
    if (text !== undefined) return readNumber(name, text, flag, faults);
    const fix = `Add \`--${name} ${flag.example}\`; or plan by an evaluation that is done, with \`--documents .onnx-gate\`.`;
    faults.push({ code: 'usage-invalid', message: `--${name} is missing.`, fix });
    return Number.NaN;
  };
  const prior: Prior = {
    rows: read('rows'),
    positiveRate: read('positive-rate'),
    auc: read('auc'),
    correlation: read('correlation'),
    margin: read('margin'),
    confidence: read('confidence'),
  };
  throwFaults(faults);
  const positives = positivesOf(prior);
  if (positives < 1 || positives >= prior.rows) {
    const message = `${prior.rows} rows of which a share of ${prior.positiveRate} is positive have ${positives} positive rows; AUC needs rows of both labels.`;
    throw fault('usage-invalid', message, { fix: 'Plan for more rows with `--rows`.' });
  }
  return { schema: 'onnx-gate/plan/v1', from: 'prior', ...planPrior(prior) };
}

/** Throws what reading the policy and the documents throws, and `usage-invalid` when no rule has a margin. */
export async function planFromDocuments(
  inputs: {
    readonly documents: readonly string[];
    readonly policy: string;
    readonly model: readonly string[];
    readonly metric: readonly string[];
    readonly toolVersion: string;
  },
  ports: { readonly files: Files; readonly references: References; readonly clock: Clock },
): Promise<MeasuredReport> {
  const documents = (await runReadDocuments(inputs.documents, ports)).filter(
    (document): document is Evaluation => document.schema === 'onnx-gate/evaluation/v1',
  );
  const models = chooseModels(inputs, documents);
  const policy = await policyFor(inputs, models, ports);
  const verdict = judge({
    documents,
    policy,
    models,
    scope: ['evaluation'],
    faults: [],
    tool: { name: 'onnx-gate', version: inputs.toolVersion },
    created: ports.clock.now().toISOString(),
    policySubject: null,
  });
  const rules = verdict.rules.filter((rule) => hasMargin(modelOf(policy, rule.model), rule));
  if (rules.length === 0) {
    throw fault('usage-invalid', `No rule on ${models.slice(0, 10).join(', ')} has a margin to plan for.`, {
      fix: 'Add one to the policy, or name it: `--metric auc:margin=0.002`.',
    });
  }
  const byModel = new Map(documents.map((document) => [document.model, document]));
  return {
    schema: 'onnx-gate/plan/v1',
    from: 'documents',
    mode: policy.mode,
    rules: rules.map((rule) => planRule(rule, byModel.get(rule.model)!, policy.mode)),
  };
}

interface Choice {
  readonly documents: readonly string[];
  readonly policy: string;
  readonly model: readonly string[];
  readonly metric: readonly string[];
}

/** Every model that was evaluated, or those that were named. */
function chooseModels({ documents: folders, model }: Choice, documents: readonly Evaluation[]): string[] {
  const known = documents.map((document) => document.model);
  if (known.length === 0) {
    throw fault('document-invalid', `No evaluation was found in ${folders.join(', ')}.`, {
      fix: 'Run `onnx-gate evaluate` first.',
    });
  }
  throwFaults(
    model
      .filter((name) => !known.includes(name))
      .map((name) => ({
        code: 'usage-invalid',
        message: `There is no evaluation of \`${name.slice(0, 100)}\` in ${folders.join(', ')}.`,
        fix: `There are ${known.slice(0, 10).join(', ')}.`,
      })),
  );
  return model.length > 0 ? [...new Set(model)] : known;
}

/** The policy file's rules; or, for every model alike, those of `--metric`. */
async function policyFor(
  inputs: Choice,
  models: readonly string[],
  ports: { readonly files: Files; readonly references: References },
): Promise<Policy> {
  if (inputs.metric.length > 0) {
    const metrics = (readFlags({ metric: inputs.metric }).metrics ?? {}) as ModelPolicy['metrics'];
    const bare = checked(Object.fromEntries(models.map((name) => [name, { candidate: name }])), undefined);
    const withRules = models.map((name) => [name, { ...modelOf(bare, name)!, metrics }] as const);
    return { ...bare, models: Object.fromEntries(withRules) };
  }
  const { policy, model } = inputs;
  const plan = await runPlan({ policy, model, mode: undefined, baseSha: null }, ports);
  throwFaults(
    models
      .filter((name) => modelOf(plan.policy, name) === undefined)
      .map((name) => ({
        code: 'usage-invalid',
        message: `${policy} has no model \`${name.slice(0, 100)}\`, so its margins are not known.`,
        fix: 'Choose models with `--model`, or name the margins: `--metric auc:margin=0.002`.',
      })),
  );
  return plan.policy;
}

function hasMargin(model: ModelPolicy | undefined, { metric, slice }: RuleResult): boolean {
  const found = Object.entries(model?.metrics ?? {}).find(([key, rule]) => metricIdOf(key, rule) === metric);
  if (!found) return false;
  const [, rule] = found;
  const conditions = slice === null ? rule : (rule.slices ?? rule);
  return conditions !== 'off' && conditions.margin !== undefined;
}
