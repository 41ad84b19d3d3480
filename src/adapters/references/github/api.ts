import { Missing, type Tools, variable } from '../place.ts';

export interface Repository {
  /** Address of the repository in the API. */
  readonly url: string;
  readonly name: string;
}

/** The repository that was named, or the one that the job runs for. */
export function repositoryOf(named: string | null, { env }: Tools, scheme: string): Repository {
  const name = named ?? variable(env, 'GITHUB_REPOSITORY');
  if (name === undefined || !/^[\w.-]+\/[\w.-]+$/.test(name)) {
    throw new Missing(
      'it does not say which repository',
      `Write ${scheme}:OWNER/REPO@…, or set GITHUB_REPOSITORY.`,
    );
  }
  const api = variable(env, 'GITHUB_API_URL') ?? 'https://api.github.com';
  return { url: `${api.replace(/\/$/, '')}/repos/${name}`, name };
}

/** Headers for a JSON answer, or for the bytes of an asset. */
export const headers = ({ env }: Tools, accept = 'application/vnd.github+json') => {
  const token = variable(env, 'GITHUB_TOKEN', 'GH_TOKEN');
  return async () => ({
    accept,
    'x-github-api-version': '2022-11-28',
    ...(token !== undefined && { authorization: `Bearer ${token}` }),
  });
};

/** What to set when the API refuses: with a token its permission is missing, without one the token. */
export const needs = ({ env }: Tools, permission: string): string =>
  variable(env, 'GITHUB_TOKEN', 'GH_TOKEN') === undefined
    ? `Set GITHUB_TOKEN (\`env: { GITHUB_TOKEN: \${{ github.token }} }\`), and give the job \`permissions: { ${permission} }\`.`
    : `Give the job \`permissions: { ${permission} }\`; another repository needs a token that may read it in GITHUB_TOKEN.`;
