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
  const { holdout } = policy;
  if (holdout === undefined) return { policy, holdout: null };
  const files = await resolve(holdout.source, ports);
  const baseline = await resolve(holdout.baseline, ports);
  const fetched = files.filter(({ reference, path }) => reference !== path);
  const paths = (found: typeof files) => found.map(({ path }) => path);
  return {
    policy: {
      ...policy,
      holdout: {
        ...holdout,
        ...(files.length > 0 && { source: paths(files) }),
        ...(baseline.length > 0 && { baseline: paths(baseline) }),
      },
    },
    holdout:
      fetched.length === 0
        ? null
        : {
            source: files.map(({ reference }) => reference).join(', '),
            fetched: fetched.map(({ path: _, ...origin }) => origin),
          },
  };
}

const resolve = (named: string | readonly string[] = [], ports: Parameters<typeof runResolveRows>[1]) =>
  runResolveRows(typeof named === 'string' ? [named] : named, ports);
