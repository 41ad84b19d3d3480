/** What a GitHub Actions run is about, from its environment and its event. */
import { readFileSync } from 'node:fs';

/** A workflow run that another one has triggered by ending. */
export interface MeasuringRun {
  readonly id: number;
  readonly event: string;
  readonly headSha: string;
  readonly headBranch: string;
  readonly headOwner: string;
  readonly headRepository: number;
  readonly url: string;
  /** Path of its workflow file. */
  readonly workflow: string;
}

export interface GithubEvent {
  /** Such as `pull_request`. */
  readonly name: string;
  readonly owner: string;
  readonly repo: string;
  readonly repository: number;
  /** `main` where the event does not say. */
  readonly defaultBranch: string;
  readonly apiUrl: string;
  readonly serverUrl: string;
  /** The commit to report on: a pull request's head, not the merge that was checked out. */
  readonly commit: string;
  readonly run: number;
  readonly runUrl: string;
  /** Path of the workflow file: `.github/workflows/gate.yml`. */
  readonly workflow: string;
  /** Of a push: the branch, and the commit that it had before. Empty otherwise, and for a new branch. */
  readonly branch: string;
  readonly before: string;
  /** In the event itself. */
  readonly pullRequest: {
    readonly number: number;
    readonly baseSha: string;
    readonly baseBranch: string;
    /** Whether its commits come from another repository. */
    readonly fork: boolean;
  } | null;
  /** Of `workflow_run`. */
  readonly measuring: MeasuringRun | null;
}

interface Payload {
  readonly before?: string;
  readonly repository?: { readonly id?: number; readonly default_branch?: string };
  readonly pull_request?: {
    readonly number?: number;
    readonly head?: { readonly sha?: string; readonly repo?: { readonly id?: number } | null };
    readonly base?: {
      readonly sha?: string;
      readonly ref?: string;
      readonly repo?: { readonly id?: number };
    };
  };
  readonly merge_group?: { readonly head_sha?: string };
  readonly workflow_run?: {
    readonly id?: number;
    readonly event?: string;
    readonly head_sha?: string;
    readonly head_branch?: string | null;
    readonly head_repository?: { readonly id?: number; readonly owner?: { readonly login?: string } } | null;
    readonly html_url?: string;
    readonly path?: string;
  };
}

const SHA = /^[0-9a-f]{40,64}$/;

/** Outside of GitHub Actions everything in it is empty. */
export function readEvent(env: NodeJS.ProcessEnv): GithubEvent {
  const [owner = '', repo = ''] = (env.GITHUB_REPOSITORY ?? '').split('/');
  const payload = env.GITHUB_EVENT_PATH
    ? (JSON.parse(readFileSync(env.GITHUB_EVENT_PATH, 'utf8')) as Payload)
    : {};
  const serverUrl = env.GITHUB_SERVER_URL || 'https://github.com';
  const pullRequest = pullRequestOf(payload);
  const measuring = env.GITHUB_EVENT_NAME === 'workflow_run' ? measuringOf(payload) : null;
  const commit =
    measuring?.headSha ??
    payload.pull_request?.head?.sha ??
    payload.merge_group?.head_sha ??
    env.GITHUB_SHA ??
    '';
  const run = Number(env.GITHUB_RUN_ID) || 0;
  return {
    name: env.GITHUB_EVENT_NAME ?? '',
    owner,
    repo,
    repository: payload.repository?.id ?? 0,
    defaultBranch: payload.repository?.default_branch ?? 'main',
    apiUrl: env.GITHUB_API_URL || 'https://api.github.com',
    serverUrl,
    commit: SHA.test(commit) ? commit : '',
    run: measuring?.id ?? run,
    runUrl: measuring?.url ?? `${serverUrl}/${owner}/${repo}/actions/runs/${run}`,
    workflow: measuring?.workflow ?? workflowOf(env, `${owner}/${repo}/`),
    ...pushOf(env, payload),
    pullRequest,
    measuring,
  };
}

/** `octo/shop/.github/workflows/gate.yml@refs/pull/7/merge` → `.github/workflows/gate.yml`. */
function workflowOf(env: NodeJS.ProcessEnv, prefix: string): string {
  const path = (env.GITHUB_WORKFLOW_REF ?? '').split('@')[0]!;
  return (path.startsWith(prefix) ? path.slice(prefix.length) : path) || (env.GITHUB_WORKFLOW ?? '');
}

function pushOf(env: NodeJS.ProcessEnv, { before = '' }: Payload): Pick<GithubEvent, 'branch' | 'before'> {
  const branch = /^refs\/heads\/(.+)$/.exec(env.GITHUB_REF ?? '')?.[1] ?? '';
  if (env.GITHUB_EVENT_NAME === 'push')
    return { branch, before: SHA.test(before) && !/^0+$/.test(before) ? before : '' };
  // On a schedule or by hand the branch stands still: its own last passing run counts.
  const still = ['schedule', 'workflow_dispatch'].includes(env.GITHUB_EVENT_NAME ?? '');
  return still ? { branch, before: env.GITHUB_SHA ?? '' } : { branch: '', before: '' };
}

/** Runs without a pull request (push, schedule, merge_group) have none in their event either. */
function pullRequestOf({ pull_request }: Payload): GithubEvent['pullRequest'] {
  const { number, base, head } = pull_request ?? {};
  if (typeof number !== 'number' || typeof base?.sha !== 'string' || !SHA.test(base.sha)) return null;
  const fork = head !== undefined && head.repo?.id !== base.repo?.id;
  return { number, baseSha: base.sha, baseBranch: base.ref ?? '', fork };
}

function measuringOf({ workflow_run: one }: Payload): MeasuringRun | null {
  if (!one || typeof one.id !== 'number' || !SHA.test(one.head_sha ?? '')) return null;
  return {
    id: one.id,
    event: one.event ?? '',
    headSha: one.head_sha!,
    headBranch: one.head_branch ?? '',
    headOwner: one.head_repository?.owner?.login ?? '',
    headRepository: one.head_repository?.id ?? 0,
    url: one.html_url ?? '',
    // As in `.github/workflows/gate.yml@main`, which some servers send.
    workflow: (one.path ?? '').split('@')[0]!,
  };
}

/** Whether this run was triggered by the end of one that a fork's pull request had started. */
export function isAfterFork({ measuring, repository }: GithubEvent): boolean {
  return measuring?.event.startsWith('pull_request') === true && measuring.headRepository !== repository;
}
