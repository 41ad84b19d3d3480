/** What to judge and by which rules: the policy file, flags over it, or flags alone. */
import type { Verdict } from '../core/documents/verdict.ts';
import { type Fault, fault, nearest, throwFaults } from '../core/errors.ts';
import type { PolicyPositions } from '../core/policy/parse.ts';
import { type ModelPolicy, modelOf, type Policy } from '../core/policy/schema.ts';
import { parseMemory } from '../core/policy/values.ts';
import type { Files, Limits, References } from '../ports.ts';
import { readPolicy } from './plan-file.ts';
import { checked, type ModelFlags, modelOfFlags, readFlags, withFlags } from './plan-flags.ts';

/** What the user asked for, in flags or in a step's `with:`. Empty means: as the policy says. */
export interface PlanInputs extends ModelFlags {
  readonly policy: string;
  readonly model: readonly string[];
  readonly mode: Policy['mode'] | undefined;
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
    const policy = checked({ [name]: modelOfFlags(alone, flags) }, inputs.mode);
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

/** A model's name names its folder of documents. */
export function nameOf(candidate: string): string {
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
