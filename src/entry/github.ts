import type { GithubEvent } from '../adapters/github/event.ts';
import type { Github } from '../adapters/github/github.ts';
import type { Host } from '../adapters/hosts/host.ts';

/** GitHub's API, loaded when there is something to ask of it. Null without a token or a repository. */
export async function openGithub(
  event: GithubEvent,
  token: string | undefined,
  host: Host,
): Promise<Github | null> {
  if (!token || !event.owner) return null;
  const { createGithub } = await import('../adapters/github/github.ts');
  return createGithub(event, token, host.report);
}
