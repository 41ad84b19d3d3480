import type { Evaluation } from '../core/documents/evaluation.ts';
import type { ModelPolicy } from '../core/policy/schema.ts';
import { type ReferencePorts, runResolveRows } from './references.ts';

/** A holdout of which some files were fetched. */
export interface FetchedHoldout {
  /** As the policy has it. */
  readonly source: string;
  readonly fetched: NonNullable<Evaluation['holdout']['fetched']>;
}

/** The policy with paths in place of what was fetched. `holdout` is null when nothing was. Throws as `runResolve` does. */
export async function runResolveHoldout(
  policy: ModelPolicy,
  ports: Pick<ReferencePorts, 'references' | 'progress'>,
): Promise<{ readonly policy: ModelPolicy; readonly holdout: FetchedHoldout | null }> {
  const source = policy.holdout?.source;
  if (source === undefined) return { policy, holdout: null };
  const files = await runResolveRows(typeof source === 'string' ? [source] : source, ports);
  const fetched = files.filter(({ reference, path }) => reference !== path);
  if (fetched.length === 0) return { policy, holdout: null };
  return {
    policy: { ...policy, holdout: { ...policy.holdout!, source: files.map(({ path }) => path) } },
    holdout: {
      source: files.map(({ reference }) => reference).join(', '),
      fetched: fetched.map(({ path: _, ...origin }) => origin),
    },
  };
}
