/** What flags, or a step's `with:`, say of one model. */
import { type Fault, throwFaults } from '../core/errors.ts';
import { USUAL_METRICS } from '../core/metrics/usual.ts';
import { checkPolicy } from '../core/policy/check.ts';
import { parseMetricFlag } from '../core/policy/flags.ts';
import type { MetricRule, ModelDraft, ModelPolicy, Policy } from '../core/policy/schema.ts';
import { readNumber, wholeNumber } from './number-flags.ts';

/** Empty means: as the policy says. */
export interface ModelFlags {
  readonly candidate?: string | undefined;
  readonly baseline?: readonly string[];
  readonly holdout?: readonly string[];
  readonly label?: string | undefined;
  readonly group?: string | undefined;
  readonly weight?: string | undefined;
  readonly item?: string | undefined;
  readonly where?: string | undefined;
  readonly sample?: string | undefined;
  readonly limit?: string | undefined;
  readonly 'install-extensions'?: boolean;
  readonly task?: ModelPolicy['task'] | undefined;
  readonly metric?: readonly string[];
  readonly batch?: readonly string[];
  readonly launches?: string | undefined;
  readonly 'max-time'?: string | undefined;
  readonly threads?: string | undefined;
  readonly endpoint?: string | undefined;
  readonly rate?: string | undefined;
  readonly target?: readonly string[];
  /** Scores made elsewhere take the place of models and of the holdout's rows. */
  readonly scores?: readonly string[];
}

/** What flags say of a model, as the policy file would: what has a default is left out. */
export type Flags = { -readonly [K in keyof ModelDraft]?: ModelDraft[K] | undefined } & {
  holdoutParts?: Partial<NonNullable<ModelPolicy['holdout']>>;
};

/** Throws `usage-invalid` for every bad value. Empty when there are none. */
export function readFlags(inputs: ModelFlags): Flags {
  const faults: Fault[] = [];
  const metrics: Record<string, MetricRule> = {};
  for (const text of inputs.metric ?? []) {
    const parsed = parseMetricFlag(text);
    if (parsed.ok && Object.hasOwn(metrics, parsed.metric)) faults.push(metricTwice(parsed.metric));
    else if (parsed.ok) metrics[parsed.metric] = parsed.rule;
    else faults.push(...parsed.faults);
  }
  const batch = (inputs.batch ?? []).map(Number);
  if (batch.some((size) => !Number.isInteger(size) || size < 1)) {
    faults.push({
      code: 'usage-invalid',
      message: `--batch is \`${inputs.batch!.join(',').slice(0, 100)}\`; it must be whole numbers from 1.`,
      fix: 'Write `--batch 1,32`.',
    });
  }
  const latency = {
    ...(batch.length > 0 && { batch }),
    ...numbersOf(inputs, faults),
    ...(inputs['max-time'] !== undefined && { 'max-time': inputs['max-time'] }),
    ...(inputs.endpoint !== undefined && { endpoint: inputs.endpoint }),
    // Not a number, the checks of the policy tell what it must be.
    ...(inputs.rate !== undefined && { rate: rateOf(inputs.rate) as number }),
  };
  throwFaults(faults);
  const rows = inputs.scores?.length ? inputs.scores : (inputs.holdout ?? []);
  const parts = {
    ...(rows.length > 0 && { source: [...rows] }),
    ...(inputs.label !== undefined && { label: inputs.label }),
    ...(inputs.group !== undefined && { group: inputs.group }),
    ...(inputs.weight !== undefined && { weight: inputs.weight }),
    ...(inputs.item !== undefined && { item: inputs.item }),
    ...(inputs.where !== undefined && { where: inputs.where }),
    // Not numbers, the checks of the policy tell what they must be.
    ...(inputs.sample !== undefined && { sample: numberOr(inputs.sample) }),
    ...(inputs.limit !== undefined && { limit: numberOr(inputs.limit) as number }),
    ...(inputs['install-extensions'] && { 'install-extensions': true }),
  };
  return {
    ...(inputs.candidate !== undefined && { candidate: inputs.candidate }),
    ...(inputs.task !== undefined && { task: inputs.task }),
    ...(inputs.baseline?.length && { baseline: [...inputs.baseline] }),
    ...(Object.keys(parts).length > 0 && { holdoutParts: parts }),
    ...(Object.keys(metrics).length > 0 && { metrics }),
    ...(inputs.target?.length && { validate: { targets: [...inputs.target] } }),
    ...(Object.keys(latency).length > 0 && { latency }),
  };
}

const numberOr = (text: string) => (/^\d+$/.test(text) ? Number(text) : text);

const rateOf = (text: string) => (/^\d+(\.\d+)?$/.test(text) ? Number(text) : text);

function numbersOf(inputs: ModelFlags, faults: Fault[]): { launches?: number; threads?: number } {
  const found: { launches?: number; threads?: number } = {};
  for (const [name, most] of [
    ['launches', 100],
    ['threads', 1024],
  ] as const) {
    const text = inputs[name];
    if (text !== undefined) found[name] = readNumber(name, text, wholeNumber(1, most, '7'), faults);
  }
  return found;
}

function metricTwice(id: string): Fault {
  const message = `--metric names ${id} twice.`;
  return { code: 'usage-invalid', message, fix: `Join the conditions: \`${id}:margin=0.002,min=0.7\`.` };
}

/**
 * A model that stands for itself: where flags do not choose, the task's usual metrics and batch sizes are measured.
 */
export function modelOfFlags(candidate: string, flags: Flags): unknown {
  const metrics = Object.fromEntries(USUAL_METRICS[flags.task ?? 'binary'].map((id) => [id, {}]));
  const latency = { p50: {}, p95: {}, p99: {} };
  return withFlags({ candidate, latency, ...(flags.holdoutParts && { metrics }) }, flags);
}

/** A model of the policy with the flags over it, not yet checked. */
export function withFlags(model: ModelDraft, { holdoutParts, ...flags }: Flags): unknown {
  const { query, ...holdout } = model.holdout ?? {};
  const { metrics = {}, slices = [], ...rest } = model;
  return {
    ...rest,
    // Filled in empty where the file says nothing; written out, they would ask for a holdout.
    ...(Object.keys(metrics).length > 0 && { metrics }),
    ...(slices.length > 0 && { slices }),
    ...flags,
    ...(model.validate && flags.validate && { validate: { ...model.validate, ...flags.validate } }),
    ...(model.latency && flags.latency && { latency: { ...model.latency, ...flags.latency } }),
    ...(holdoutParts && {
      holdout: { ...holdout, ...(query !== undefined && !holdoutParts.source && { query }), ...holdoutParts },
    }),
  };
}

/** Models put together from flags pass the same checks as a file, which also fill in the defaults. */
export function checked(models: Record<string, unknown>, mode: Policy['mode'] | undefined): Policy {
  const result = checkPolicy({ version: 1, ...(mode && { mode }), models }, null);
  if (result.ok) return result.policy;
  throwFaults(result.faults);
  throw new Error('unreachable: a refused policy has faults');
}
