import { fault } from '../core/errors.ts';
import { plural } from '../core/report/format.ts';
import type { BaseHistory, Clock, PassedRun, RunArtifact, RunArtifacts } from '../ports.ts';

export interface BaselineRun {
  readonly run: PassedRun;
  readonly artifact: RunArtifact;
  /** How many commits before the wanted one it was made at; 0 is that commit itself. */
  readonly distance: number;
  /** Seconds since the run began. */
  readonly age: number;
}

/** Runs that are looked at: a page of the API. */
const MOST_RUNS = 100;

/**
 * The baseline of a pull request: what the last passing run at its base commit left, or else at the nearest ancestor,
 * up to `most` commits back. Throws `reference-unresolved` with what was looked at.
 */
export async function runFindBaseline(
  inputs: {
    /** The base commit. */
    readonly commit: string;
    readonly branch: string;
    /** Path of the workflow file. */
    readonly workflow: string;
    /** Name of the artifact. */
    readonly artifact: string;
    readonly most: number;
  },
  ports: { readonly history: BaseHistory; readonly artifacts: RunArtifacts; readonly clock: Clock },
): Promise<BaselineRun> {
  const { commit, branch, workflow, most } = inputs;
  const runs = await ports.history.passedRuns(workflow, branch, MOST_RUNS);
  const commits = await ports.history.ancestors(commit, most + 1);
  const expired: string[] = [];
  for (const [distance, sha] of commits.entries()) {
    for (const run of runs.filter((one) => one.commit === sha)) {
      const artifact = (await ports.artifacts.list(run.id)).find(({ name }) => name === inputs.artifact);
      if (artifact) {
        const age = (ports.clock.now().getTime() - Date.parse(run.created)) / 1000;
        return { run, artifact, distance, age };
      }
      expired.push(String(run.id));
    }
  }
  const looked =
    expired.length > 0
      ? ` Run ${expired.slice(0, 5).join(', ')} passed, but has no such artifact any more.`
      : ` ${plural(runs.length, 'run')} of it passed on ${branch}.`;
  throw fault(
    'reference-unresolved',
    `No passing run of ${workflow} at ${commit.slice(0, 12)} or ${most} commits before it left an artifact \`${inputs.artifact}\`.${looked}`,
    { fix: 'Let the workflow run on pushes to the base branch, and upload the model there.' },
  );
}
