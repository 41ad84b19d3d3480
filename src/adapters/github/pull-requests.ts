import { type Client, told } from './client.ts';
import type { GithubEvent } from './event.ts';

/** Pull requests that the search goes through when the branch's name does not find it. */
const MOST_OPEN = 300;

/**
 * The number of the open pull request that this run is about, or null. After `workflow_run` it is the one whose head
 * is, in that repository, the very commit that was measured; nothing that the run uploaded has a say.
 */
export async function findPullRequest(client: Client, event: GithubEvent): Promise<number | null> {
  if (event.pullRequest) return event.pullRequest.number;
  const { measuring } = event;
  if (!measuring?.event.startsWith('pull_request')) return null;
  const { api, at } = client;
  return told('find the pull request', 'pull-requests: write', async () => {
    const wanted = ({ head }: { head: { sha: string; repo: { id: number | bigint } | null } }) =>
      head.sha === measuring.headSha && Number(head.repo?.id) === measuring.headRepository;
    const open = { ...at, state: 'open', per_page: 100 } as const;
    const { data } = await api.request('GET /repos/{owner}/{repo}/pulls', {
      ...open,
      head: `${measuring.headOwner}:${measuring.headBranch}`,
    });
    const named = data.find(wanted);
    if (named) return named.number;
    // A branch that was renamed, or an owner: any open one with this head.
    let seen = 0;
    for await (const page of api.paginate.iterator('GET /repos/{owner}/{repo}/pulls', open)) {
      const found = page.data.find(wanted);
      seen += page.data.length;
      if (found || seen >= MOST_OPEN) return found?.number ?? null;
    }
    return null;
  });
}
