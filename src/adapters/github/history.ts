import type { BaseHistory } from '../../ports.ts';
import { type Client, told } from './client.ts';

/** The base branch's commits and runs. */
export function createBaseHistory({ api, at }: Client): BaseHistory {
  return {
    ancestors: (commit, most) =>
      told('list the commits', 'contents: read', async () => {
        const { data } = await api.request('GET /repos/{owner}/{repo}/commits', {
          ...at,
          sha: commit,
          per_page: Math.min(most, 100),
        });
        return data.map(({ sha }) => sha);
      }),

    passedRuns: (workflow, branch, most) =>
      told('list the runs of the workflow', 'actions: read', async () => {
        const { data } = await api.request('GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs', {
          ...at,
          // The API takes the file's name, without its folder.
          workflow_id: workflow.split('/').at(-1)!,
          branch,
          status: 'success',
          exclude_pull_requests: true,
          per_page: Math.min(most, 100),
        });
        return data.workflow_runs.map(({ id, head_sha, created_at, html_url }) => ({
          id: Number(id),
          commit: head_sha,
          created: created_at,
          url: html_url,
        }));
      }),
  };
}
