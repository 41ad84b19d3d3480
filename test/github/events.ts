/** What a runner's environment and event are for each trigger, with the fields that onnx-gate may look at. */
export const HEAD = 'a'.repeat(40);
export const BASE = 'b'.repeat(40);
export const MERGE = 'c'.repeat(40);

const OWN = { id: 1, owner: { login: 'octo' } };
const FORK = { id: 2, owner: { login: 'forker' } };

const pullRequest = (repo: typeof OWN) => ({
  number: 7,
  head: { sha: HEAD, ref: 'better-model', repo },
  base: { sha: BASE, ref: 'main', repo: OWN },
});

const workflowRun = (event: string, repo: typeof OWN) => ({
  workflow_run: {
    id: 41,
    event,
    head_sha: HEAD,
    head_branch: 'better-model',
    head_repository: repo,
    html_url: 'https://github.example/octo/shop/actions/runs/41',
    path: '.github/workflows/gate.yml',
    // Empty for forks.
    pull_requests: [],
  },
});

export interface GithubTrigger {
  readonly name: string;
  readonly event: string;
  readonly payload: object;
  readonly sha: string;
  readonly ref: string;
}

const ON_MAIN = { sha: HEAD, ref: 'refs/heads/main' };

export const TRIGGERS: readonly GithubTrigger[] = [
  {
    name: 'pull_request',
    event: 'pull_request',
    payload: { pull_request: pullRequest(OWN) },
    sha: MERGE,
    ref: 'refs/pull/7/merge',
  },
  {
    name: 'fork pull_request',
    event: 'pull_request',
    payload: { pull_request: pullRequest(FORK) },
    sha: MERGE,
    ref: 'refs/pull/7/merge',
  },
  { name: 'workflow_run', event: 'workflow_run', payload: workflowRun('pull_request', FORK), ...ON_MAIN },
  {
    name: 'merge_group',
    event: 'merge_group',
    payload: { merge_group: { head_sha: HEAD, base_sha: BASE } },
    sha: HEAD,
    ref: 'refs/heads/gh-readonly-queue/main/pr-7',
  },
  { name: 'push', event: 'push', payload: { after: HEAD, before: BASE }, ...ON_MAIN },
  { name: 'schedule', event: 'schedule', payload: { schedule: '0 3 * * *' }, ...ON_MAIN },
  { name: 'workflow_dispatch', event: 'workflow_dispatch', payload: { inputs: {} }, ...ON_MAIN },
  {
    name: 'tag',
    event: 'push',
    payload: { after: HEAD, ref: 'refs/tags/v2' },
    sha: HEAD,
    ref: 'refs/tags/v2',
  },
  {
    name: 'pull_request_target',
    event: 'pull_request_target',
    payload: { pull_request: pullRequest(FORK) },
    sha: BASE,
    ref: 'refs/heads/main',
  },
];

/** The runner's variables for a trigger. */
export function environmentOf(
  { event, sha, ref }: GithubTrigger,
  apiUrl: string,
  run = 42,
): Record<string, string> {
  return {
    GITHUB_API_URL: apiUrl,
    GITHUB_GRAPHQL_URL: `${apiUrl}/graphql`,
    GITHUB_SERVER_URL: 'https://github.example',
    GITHUB_REPOSITORY: 'octo/shop',
    GITHUB_EVENT_NAME: event,
    GITHUB_SHA: sha,
    GITHUB_REF: ref,
    GITHUB_RUN_ID: String(run),
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_WORKFLOW: 'gate',
    GITHUB_WORKFLOW_REF: `octo/shop/.github/workflows/gate.yml@${ref}`,
  };
}

export const triggerOf = (name: string) => TRIGGERS.find((one) => one.name === name)!;
