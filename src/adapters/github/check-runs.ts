import { randomUUID } from 'node:crypto';
import type { CheckRuns } from '../../ports.ts';
import { type Client, createOnce, told } from './client.ts';

const PERMISSION = 'checks: write';
/** Annotations that one request takes; the next adds to them. */
const A_REQUEST = 50;

/** Check runs on one commit, that of the pull request's head rather than of the merge that was checked out. */
export function createCheckRuns(client: Client, commit: string, detailsUrl: string): CheckRuns {
  const { api, at } = client;
  return {
    start: (name) =>
      told('start a check run', PERMISSION, async () => {
        const mark = randomUUID();
        const { id } = await createOnce(
          client.second,
          async () => {
            const { data } = await api.request('POST /repos/{owner}/{repo}/check-runs', {
              ...at,
              name,
              head_sha: commit,
              status: 'in_progress',
              details_url: detailsUrl,
              external_id: mark,
              request: { retries: 0 },
            });
            return data;
          },
          async () => {
            const { data } = await api.request('GET /repos/{owner}/{repo}/commits/{ref}/check-runs', {
              ...at,
              ref: commit,
              check_name: name,
              per_page: 100,
            });
            return data.check_runs.find(({ external_id }) => external_id === mark);
          },
        );
        return Number(id);
      }),

    complete: (id, { conclusion, title, summary, annotations }) =>
      told('complete the check run', PERMISSION, async () => {
        const all = annotations.map(({ path, line, level, title, message }) => ({
          path,
          start_line: line,
          end_line: line,
          annotation_level: level,
          title,
          message,
        }));
        for (let first = 0; first === 0 || first < all.length; first += A_REQUEST) {
          const last = first + A_REQUEST >= all.length;
          await api.request('PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}', {
            ...at,
            check_run_id: id,
            // Only the last part ends it, so that nobody sees half of them as all.
            ...(last && { status: 'completed' as const, conclusion }),
            output: { title, summary, annotations: all.slice(first, first + A_REQUEST) },
          });
        }
      }),
  };
}
