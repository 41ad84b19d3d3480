/** Value → policy, or every fault in it. */
import type { Fault } from '../errors.ts';
import { checkAcross } from './across.ts';
import { explainIssues, type FaultWriter, faultWriter } from './faults.ts';
import type { YamlPositions } from './positions.ts';
import { type Policy, policySchema } from './schema.ts';

/** Enough to mend a policy from, and a bound on what a hostile file makes us write. */
const MOST_FAULTS = 100;

/**
 * Checks a value that claims to be a policy. Faults have positions when `positions` is given (code `policy-invalid`),
 * and none for a policy put together from flags (`usage-invalid`). At most 100 are returned, the last of which then
 * says so.
 */
export function checkPolicy(
  value: unknown,
  positions: YamlPositions | null,
): { readonly ok: true; readonly policy: Policy } | { readonly ok: false; readonly faults: Fault[] } {
  const writer = faultWriter(positions ?? 'flags');
  const parsed = policySchema.safeParse(value);
  const issues = parsed.success ? [] : parsed.error.issues;
  const faults: Fault[] = [];
  for (const source of [explainIssues(issues, policySchema, value, writer), checkAcross(value, writer)])
    for (const fault of source) {
      faults.push(fault);
      if (faults.length >= MOST_FAULTS) return { ok: false, faults: [...faults.sort(byPlace), more(writer)] };
    }
  if (parsed.success && faults.length === 0) return { ok: true, policy: parsed.data };
  return { ok: false, faults: faults.sort(byPlace) };
}

function more(writer: FaultWriter): Fault {
  return writer.fault([], `There are more than ${MOST_FAULTS} faults.`, 'Mend these first.');
}

export function byPlace(a: Fault, b: Fault): number {
  if (!a.at || !b.at) return 0;
  return a.at.line - b.at.line || a.at.column - b.at.column;
}
