import type { Fault } from '../errors.ts';
import { byPlace, checkPolicy } from './check.ts';
import type { PolicyPositions } from './positions.ts';
import type { Policy } from './schema.ts';
import { readYaml } from './yaml.ts';

export type { PolicyPositions } from './positions.ts';

export type PolicyResult =
  | { readonly ok: true; readonly policy: Policy; readonly positions: PolicyPositions }
  | { readonly ok: false; readonly faults: Fault[] };

/**
 * Reads a policy from YAML text. `file` is how the user calls it, for positions.
 * Returns every fault at once, in the order of the file, each with a position and what to write instead; only faults
 * of the YAML itself hide the others.
 */
export function parsePolicy(text: string, file: string): PolicyResult {
  const yaml = readYaml(text, file);
  if ('syntax' in yaml) return { ok: false, faults: yaml.syntax };
  if (yaml.value === null)
    return {
      ok: false,
      faults: [
        {
          code: 'policy-invalid',
          message: `${file} is empty.`,
          fix: 'Begin with `version: 1` and `models: { conversion: { candidate: models/conversion.onnx } }`.',
          at: { file, line: 1, column: 1 },
        },
      ],
    };
  const checked = checkPolicy(yaml.value, yaml.positions);
  const faults = [...yaml.faults, ...(checked.ok ? [] : checked.faults)].sort(byPlace);
  if (!checked.ok || faults.length > 0) return { ok: false, faults };
  return { ok: true, policy: checked.policy, positions: yaml.positions };
}
