import type { Digest } from '../core/documents/common.ts';
import type { Verdict } from '../core/documents/verdict.ts';
import { type Fault, FaultError, fault, nearest, throwFaults } from '../core/errors.ts';
import { METRIC_IDS } from '../core/metrics/table.ts';
import { parseMetricFlag } from '../core/policy/flags.ts';
import { type PolicyPositions, parsePolicy } from '../core/policy/parse.ts';
import {
  type MetricRule,
  type ModelPolicy,
  modelOf,
  type Policy,
  policySchema,
} from '../core/policy/schema.ts';
import { parseMemory } from '../core/policy/values.ts';
import type { Files, Limits, References } from '../ports.ts';

/** What the user asked for, in flags or in a step's `with:`. Empty means: as the policy says. */
export interface PlanInputs {
  readonly policy: string;
  readonly model: readonly string[];
  readonly mode: Policy['mode'] | undefined;
  readonly candidate?: string | undefined;
  readonly baseline?: readonly string[];
  readonly holdout?: readonly string[];
  readonly label?: string | undefined;
  readonly group?: string | undefined;
  readonly weight?: string | undefined;
  readonly metric?: readonly string[];
  readonly batch?: readonly string[];
  /** Scores made elsewhere take the place of models and of the holdout's rows. */
  readonly scores?: readonly string[];
  /** Commit that a pull request is based on: its policy counts, not the pull request's own. */
  readonly baseSha: string | null;
}

export interface Plan {
  readonly policy: Policy;
  readonly positions: PolicyPositions | undefined;
  readonly subject: Verdict['policy'];
  /** For the processes that ONNX Runtime runs in. */
  readonly limits: Limits;
  /** The models to take, a subset of the policy's. A Map, because a name may be `constructor`. */
  readonly models: ReadonlyMap<string, ModelPolicy>;
  /** What a reader of the verdict must know about the policy. */
  readonly notes: Verdict['reasons'];
}

interface Ports {
  readonly files: Files;
  readonly references: References;
}

/**
 * The policy that this run judges by: from the file, with flags over it, or from flags alone when a candidate is given
 * without a model's name. Throws every fault in the file or the flags.
 */
export async function runPlan(inputs: PlanInputs, ports: Ports): Promise<Plan> {
  const flags = readFlags(inputs);
  const alone = inputs.candidate ?? inputs.scores?.[0];
  if (alone !== undefined && inputs.model.length === 0) {
    const name = nameOf(alone);
    const policy = checked({ [name]: withFlags({ candidate: alone }, flags) }, inputs.mode);
    return { ...taking(policy, [name]), positions: undefined, subject: null, notes: [] };
  }
  const file = await readPolicy(inputs, ports);
  const models = chooseModels(inputs, file.policy);
  if (Object.keys(flags).length > 0 && models.length !== 1) {
    throw fault(
      'usage-invalid',
      `Flags describe one model, but ${models.length} were taken from ${inputs.policy}.`,
      {
        fix: `Name it with \`--model\`: ${models.slice(0, 10).join(', ')}.`,
      },
    );
  }
  const policy = { ...file.policy, mode: inputs.mode ?? file.policy.mode };
  policy.models = Object.fromEntries(
    Object.entries(policy.models).map(([name, model]) => [name, inFolder(folderOf(inputs.policy), model)]),
  );
  if (Object.keys(flags).length > 0) {
    const name = models[0]!;
    policy.models = {
      ...policy.models,
      ...checked({ [name]: withFlags(modelOf(policy, name)!, flags) }, policy.mode).models,
    };
  }
  const { positions, subject, notes } = file;
  return { ...taking(policy, models), positions, subject, notes };
}

function taking(policy: Policy, names: readonly string[]): Pick<Plan, 'policy' | 'limits' | 'models'> {
  const { seconds, memory } = policy.limits;
  return {
    policy,
    limits: { seconds, memory: parseMemory(memory) },
    models: new Map(names.map((name) => [name, modelOf(policy, name)!])),
  };
}

type Draft = { candidate: string } & Partial<ModelPolicy>;
type Flags = { -readonly [K in keyof ModelPolicy]?: ModelPolicy[K] | undefined } & {
  holdoutParts?: Partial<NonNullable<ModelPolicy['holdout']>>;
};

function readFlags(inputs: PlanInputs): Flags {
  const faults: Fault[] = [];
  const metrics: Record<string, MetricRule> = {};
  for (const text of inputs.metric ?? []) {
    const parsed = parseMetricFlag(text, METRIC_IDS);
    if (parsed.ok) metrics[parsed.metric] = parsed.rule;
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
  throwFaults(faults);
  const rows = inputs.scores?.length ? inputs.scores : (inputs.holdout ?? []);
  const parts = {
    ...(rows.length > 0 && { source: [...rows] }),
    ...(inputs.label !== undefined && { label: inputs.label }),
    ...(inputs.group !== undefined && { group: inputs.group }),
    ...(inputs.weight !== undefined && { weight: inputs.weight }),
  };
  return {
    ...(inputs.candidate !== undefined && { candidate: inputs.candidate }),
    ...(inputs.baseline?.length && { baseline: [...inputs.baseline] }),
    ...(Object.keys(parts).length > 0 && { holdoutParts: parts }),
    ...(Object.keys(metrics).length > 0 && { metrics }),
    ...(batch.length > 0 && { latency: { batch } as NonNullable<ModelPolicy['latency']> }),
  };
}

function withFlags(model: Draft, { holdoutParts, ...flags }: Flags): unknown {
  const { query, ...holdout } = model.holdout ?? {};
  return {
    ...model,
    ...flags,
    ...(model.latency && flags.latency && { latency: { ...model.latency, ...flags.latency } }),
    ...(holdoutParts && {
      holdout: { ...holdout, ...(query !== undefined && !holdoutParts.source && { query }), ...holdoutParts },
    }),
  };
}

/** Flags pass the same schema as the file, which also fills in its defaults. */
function checked(models: Record<string, unknown>, mode: Policy['mode'] | undefined): Policy {
  const parsed = policySchema.safeParse({ version: 1, ...(mode && { mode }), models });
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue): Fault => {
    const flag = issue.path.at(-1);
    return {
      code: 'usage-invalid',
      message: `--${String(flag)} is missing or wrong: ${issue.message}`,
      fix: 'A holdout needs `--holdout` and `--label`.',
    };
  });
  throwFaults(faults);
  throw parsed.error;
}

async function readPolicy(inputs: PlanInputs, ports: Ports) {
  const source = await findPolicy(inputs, ports);
  const text = new TextDecoder().decode(await ports.files.read(source.path));
  const parsed = parsePolicy(text, inputs.policy, METRIC_IDS);
  if (!parsed.ok) throwFaults(parsed.faults);
  if (!parsed.ok) throw new Error('unreachable: a refused policy has faults');
  const { digest } = await ports.files.identify(source.path);
  return {
    policy: parsed.policy,
    positions: parsed.positions,
    subject: { path: inputs.policy, digest: digest as Digest },
    notes: source.notes,
  };
}

/** On a pull request the policy is the base branch's: a pull request must not loosen the gate that judges it. */
async function findPolicy(
  inputs: PlanInputs,
  ports: Ports,
): Promise<{ path: string; notes: Verdict['reasons'] }> {
  if (inputs.baseSha === null) return { path: inputs.policy, notes: [] };
  try {
    const { path } = await ports.references.resolve([`git:${inputs.baseSha}`], inputs.policy);
    return { path, notes: [] };
  } catch (error) {
    if (!(error instanceof FaultError)) throw error;
    const message = `${inputs.policy} was read from the pull request itself: its base commit has none within reach. Check out with \`fetch-depth: 0\` to judge by the base branch's policy.`;
    return { path: inputs.policy, notes: [{ model: null, code: 'policy-from-head', message }] };
  }
}

function chooseModels(inputs: PlanInputs, policy: Policy): string[] {
  const known = Object.keys(policy.models);
  const faults = inputs.model
    .filter((name) => !known.includes(name))
    .map((name): Fault => {
      const [suggestion] = nearest(name, known, 1);
      return {
        code: 'usage-invalid',
        message: `${inputs.policy} has no model \`${name.slice(0, 100)}\`.`,
        fix: suggestion ? `Did you mean \`${suggestion}\`?` : `It has ${known.slice(0, 10).join(', ')}.`,
      };
    });
  throwFaults(faults);
  return inputs.model.length > 0 ? [...inputs.model] : known;
}

const folderOf = (path: string) => path.slice(0, path.search(/[^\\/]*$/));

/** Paths in a policy file are relative to the file; those in flags to the working directory. */
function inFolder(folder: string, model: ModelPolicy): ModelPolicy {
  const place = (reference: string) => {
    const [, scheme = '', path] = /^(git:[^:]+(?::|$))?(.*)$/.exec(reference)!;
    return path && !/^([a-z][a-z+]+:|[\\/])/.test(path) ? `${scheme}${folder}${path}` : reference;
  };
  const several = <T extends string | string[]>(value: T) =>
    (typeof value === 'string' ? place(value) : value.map(place)) as T;
  return {
    ...model,
    candidate: place(model.candidate),
    ...(model.baseline !== undefined && { baseline: several(model.baseline) }),
    ...(model.holdout?.source !== undefined && {
      holdout: { ...model.holdout, source: several(model.holdout.source) },
    }),
  };
}

/** A model's name names its folder of documents. */
function nameOf(candidate: string): string {
  const stem = candidate
    .split(/[\\/]/)
    .at(-1)!
    .replace(/\.(onnx|parquet|csv|jsonl?)$/i, '');
  return (
    stem
      .replace(/[^A-Za-z0-9._-]/g, '-')
      .replace(/^[^A-Za-z0-9]+/, '')
      .slice(0, 100) || 'model'
  );
}
