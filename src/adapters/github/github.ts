/** Everything that a run may ask of GitHub, behind the ports. */
import { createRunArtifacts } from './artifacts.ts';
import { createCheckRuns } from './check-runs.ts';
import { createClient } from './client.ts';
import { createCommentThread } from './comments.ts';
import type { GithubEvent } from './event.ts';
import { createBaseHistory } from './history.ts';
import { findPullRequest } from './pull-requests.ts';

export function createGithub(event: GithubEvent, token: string, log: (message: string) => void) {
  const { owner, repo, apiUrl, serverUrl } = event;
  const client = createClient({ token, owner, repo, baseUrl: apiUrl, log });
  const pageOf = (run: number, artifact: number) =>
    `${serverUrl}/${owner}/${repo}/actions/runs/${run}/artifacts/${artifact}`;
  return {
    findPullRequest: () => findPullRequest(client, event),
    thread: (pullRequest: number) => createCommentThread(client, pullRequest),
    checks: createCheckRuns(client, event.commit, event.runUrl),
    artifacts: createRunArtifacts(client, pageOf),
    history: createBaseHistory(client),
  };
}
export type Github = ReturnType<typeof createGithub>;
