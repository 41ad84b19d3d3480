import { execFileSync } from 'node:child_process';
import type { TestContext } from 'vitest';

/** Runs `probe` (such as `git lfs version`); where it fails the test is skipped, visibly, and under CI it fails. */
export function needs(
  context: TestContext,
  what: string,
  ...[command, ...args]: [string, ...string[]]
): void {
  try {
    execFileSync(command, args, { stdio: 'ignore' });
  } catch (error) {
    missing(context, `${what} is not here: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Skips, or fails under CI, where everything that system tests need must be installed. */
export function missing(context: TestContext, why: string): never {
  if (process.env.CI === 'true') throw new Error(why);
  return context.skip(why);
}
