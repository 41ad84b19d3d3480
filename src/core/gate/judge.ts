import { clipForeign } from '../documents/foreign.ts';
import type { Measurement } from '../documents/index.ts';
import type { RuleResult, Verdict } from '../documents/verdict.ts';
import { type Fault, nearest } from '../errors.ts';
import type { PolicyPositions } from '../policy/parse.ts';
import { type ModelPolicy, modelOf, type Policy } from '../policy/schema.ts';
import { type Context, measures, type Scope } from './context.ts';
import { checkSubjects, findDocument, subjectsOf } from './documents.ts';
import { footprintRules } from './footprint-rules.ts';
import { IMAGE, imageRules } from './image-rules.ts';
import { latencyRules } from './latency-rules.ts';
import { metricRules } from './metric-rules.ts';
import { modelOutcome, overall } from './overall.ts';
import { reasonsOf } from './reasons.ts';
import { sliceRules } from './slice-rules.ts';
import { validationRules } from './validation-rules.ts';
import { withWaivers } from './waivers.ts';

export interface JudgeInput {
  /** Those of models that are not in `models` are left aside. */
  readonly documents: readonly Measurement[];
  readonly policy: Policy;
  /** Absent for a policy made of flags: rules then have no place. */
  readonly positions?: PolicyPositions;
  /** What should have been measured. A document of these that is missing fails the rules that need it. */
  readonly scope: readonly Scope[];
  /** Names to judge, in the order of the report. */
  readonly models: readonly string[];
  /** Wins over the policy's. */
  readonly mode?: Policy['mode'];
  /** What kept a model, or with null the whole run, from being measured. Any makes the verdict `error`. */
  readonly faults: readonly { readonly model: string | null; readonly fault: Fault }[];
  readonly tool: Verdict['tool'];
  /** ISO 8601, UTC. */
  readonly created: string;
  readonly policySubject: Verdict['policy'];
}

/** By the kind of document that they read, in the order of the report. */
const FAMILIES = [
  { scope: 'validation', rules: validationRules },
  { scope: 'evaluation', rules: metricRules },
  { scope: 'evaluation', rules: sliceRules },
  { scope: 'benchmark', rules: latencyRules },
  { scope: 'benchmark', rules: footprintRules },
  { scope: 'image', rules: imageRules },
] as const satisfies readonly { scope: Scope; rules: (context: Context) => RuleResult[] }[];

/**
 * Measurements and a policy → the verdict. Pure: reads nothing, prints nothing, knows no CI host.
 * Rules stand by model, then validation, metrics in the policy's order, the same on slices, latency by batch size and percentile, memory, loading, the image.
 */
export function judge(input: JudgeInput): Verdict {
  const mode = input.mode ?? input.policy.mode;
  const models = [...new Set(input.models)].map((model) => judgeModel(model, mode, input));
  const faults = [
    ...input.faults,
    ...models.flatMap(({ model, faults }) => faults.map((fault) => ({ model, fault }))),
  ];
  return {
    schema: 'onnx-gate/verdict/v1',
    tool: input.tool,
    created: input.created,
    ...overall(
      models.map(({ outcome }) => outcome),
      faults.map(({ fault }) => fault),
      mode,
    ),
    mode,
    rules: models.flatMap(({ rules }) => rules),
    subjects: models.map(({ subjects }) => subjects),
    policy: input.policySubject,
    reasons: reasonsOf(models, faults, input.scope),
  };
}

function judgeModel(model: string, mode: Policy['mode'], input: JudgeInput) {
  const documents = input.documents.filter((document) => document.model === model);
  const policy = modelOf(input.policy, model);
  const given = input.faults.filter((one) => one.model === null || one.model === model);
  const faults = policy ? checkSubjects(model, documents) : [unknownModel(model, input.policy)];
  const judged = policy ? judgeRules(model, policy, mode, documents, given.length > 0, input) : [];
  const { rules, notes } = waive(model, judged, documents, input);
  const outcome = modelOutcome(rules, mode, measures(input.scope));
  return { model, policy, rules, notes, faults, outcome, documents, subjects: subjectsOf(model, documents) };
}

function waive(
  model: string,
  rules: readonly RuleResult[],
  documents: readonly Measurement[],
  { policy, scope, created }: JudgeInput,
) {
  const lower = new Set(
    documents
      .flatMap((one) =>
        'metrics' in one ? one.metrics.filter(({ direction }) => direction === 'lower') : [],
      )
      .map(({ metric }) => metric),
  );
  return withWaivers(
    rules,
    policy.waivers.filter(
      ({ rule }) =>
        rule.startsWith(`${model}/`) && (scope.includes('image') || !rule.startsWith(`${model}/${IMAGE}/`)),
    ),
    {
      // Of a time, less is better.
      lower: (metric) => metric.startsWith('latency/') || lower.has(metric),
      today: created.slice(0, 10),
      // Its image is judged apart, when there is one.
      complete: FAMILIES.every((family) => family.scope === 'image' || scope.includes(family.scope)),
    },
  );
}

function judgeRules(
  model: string,
  policy: ModelPolicy,
  mode: Policy['mode'],
  documents: readonly Measurement[],
  broken: boolean,
  { scope, positions, policy: { confidence } }: JudgeInput,
): RuleResult[] {
  const fault = broken ? 'Not measured, because of a fault.' : null;
  const validation = findDocument('validation', documents, fault);
  const invalid = scope.includes('validation') && validation.ok && validation.document.status === 'fail';
  const excuse = fault ?? (invalid ? 'Not measured, because the model is not valid.' : null);
  const context: Context = {
    model,
    policy,
    mode,
    confidence,
    validation,
    evaluation: findDocument('evaluation', documents, excuse),
    benchmark: findDocument('benchmark', documents, excuse),
    image: findDocument('image', documents, excuse),
    at: (path) => positions?.at(['models', model, ...path]) ?? null,
  };
  return FAMILIES.filter((family) => scope.includes(family.scope))
    .flatMap(({ rules }) => rules(context))
    .map((rule) => ({ ...rule, reason: clipForeign(rule.reason) }));
}

function unknownModel(model: string, policy: Policy): Fault {
  const known = Object.keys(policy.models);
  const [close] = nearest(model, known);
  return {
    code: 'usage-invalid',
    message: `The policy has no model ${model}.`,
    fix: close === undefined ? `It has ${known.slice(0, 10).join(', ')}.` : `Did you mean ${close}?`,
  };
}
