import type { GithubEvent } from '../adapters/github/event.ts';
import type { Host } from '../adapters/hosts/host.ts';
import { runFindBaseline } from '../commands/baseline-run.ts';
import { FaultError } from '../core/errors.ts';
import { plural } from '../core/report/format.ts';
import { openGithub } from './github.ts';

/** Commits before the base that are searched. */
const MOST_ANCESTORS = 50;

/**
 * The run that left the baseline: of this workflow, on the pull request's base branch or, without a pull request, on
 * the branch itself before this commit. Null outside of GitHub Actions, and on tags and merge groups.
 */
export async function findBaselineRun(
  artifact: string,
  event: GithubEvent,
  host: Host,
): Promise<{ readonly run: number } | { readonly reason: string } | null> {
  const commit = event.pullRequest?.baseSha ?? event.before;
  const branch = event.pullRequest?.baseBranch ?? event.branch;
  const github = await openGithub(event, process.env.GITHUB_TOKEN || process.env['INPUT_GITHUB-TOKEN'], host);
  if (!github || !commit || !branch) return null;
  try {
    const inputs = { commit, branch, workflow: event.workflow, artifact, most: MOST_ANCESTORS };
    const clock = { now: () => new Date() };
    const found = await runFindBaseline(inputs, { ...github, clock });
    const days = (found.age / 86_400).toFixed(1);
    const before = found.distance === 0 ? 'at' : `${plural(found.distance, 'commit')} before`;
    host.report(
      `Baseline: ${artifact} of run ${found.run.id}, ${before} ${commit.slice(0, 12)}, ${days} days old.`,
    );
    return { run: found.run.id };
  } catch (error) {
    if (error instanceof FaultError) return { reason: error.faults.map(({ message }) => message).join(' ') };
    throw error;
  }
}
