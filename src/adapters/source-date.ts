import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { fault } from '../core/errors.ts';

/**
 * Seconds since 1970 for everything that is built, so that the same sources give the same bytes: SOURCE_DATE_EPOCH
 * (reproducible-builds.org), else when HEAD was committed, else 0. Throws `usage-invalid` for a variable that is no time: with
 * another in its place, the same inputs would give another digest.
 */
export async function sourceDate(env: NodeJS.ProcessEnv): Promise<number> {
  const { SOURCE_DATE_EPOCH: given } = env;
  if (given) {
    if (/^\d{1,12}$/.test(given)) return Number(given);
    throw fault(
      'usage-invalid',
      `SOURCE_DATE_EPOCH is ${JSON.stringify(given.slice(0, 100))}, and no time.`,
      {
        fix: 'Give it whole seconds since 1970, as `git log -1 --format=%ct` prints them, or leave it out.',
      },
    );
  }
  try {
    const { stdout } = await promisify(execFile)('git', ['log', '-1', '--format=%ct']);
    return Number(stdout.trim());
  } catch {
    return 0;
  }
}
