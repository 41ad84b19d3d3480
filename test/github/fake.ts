import { onTestFinished } from 'vitest';
import { type FakeGithub, openGithub } from './server.ts';

/** A GitHub that ends with the test. */
export async function startGithub(options: Parameters<typeof openGithub>[0] = {}): Promise<FakeGithub> {
  const github = await openGithub(options);
  onTestFinished(github.stop);
  return github;
}
