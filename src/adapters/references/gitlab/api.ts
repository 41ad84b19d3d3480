import { Missing, type Tools, variable } from '../place.ts';

/** Address of a project in the API: the one that was named, or the one that the job runs for. */
export function projectUrl(named: string | null, { env }: Tools, scheme: string): string {
  const id = named ?? variable(env, 'CI_PROJECT_ID');
  if (id === undefined) {
    throw new Missing(
      'it does not say which project',
      `Write ${scheme}:GROUP/PROJECT@…, or set CI_PROJECT_ID.`,
    );
  }
  const api = variable(env, 'CI_API_V4_URL') ?? 'https://gitlab.com/api/v4';
  return `${api.replace(/\/$/, '')}/projects/${encodeURIComponent(id)}`;
}

/** A token of the user's goes before the job's, which may do less. */
export const headers = ({ env }: Tools) => {
  const own = variable(env, 'GITLAB_TOKEN');
  const job = variable(env, 'CI_JOB_TOKEN');
  const chosen = own ? { 'private-token': own } : job ? { 'job-token': job } : {};
  return async (): Promise<Record<string, string>> => chosen;
};

export const NEEDS =
  'Set GITLAB_TOKEN to a token with `read_api`, or let the job token of this project into the other one (Settings, CI/CD, Job token permissions).';
