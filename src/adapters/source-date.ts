import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/**
 * Seconds since 1970 for everything that is built, so that the same sources give the same bytes: SOURCE_DATE_EPOCH
 * (reproducible-builds.org), else when HEAD was committed, else 0.
 */
export async function sourceDate(env: NodeJS.ProcessEnv): Promise<number> {
  const given = Number(env.SOURCE_DATE_EPOCH);
  if (env.SOURCE_DATE_EPOCH && Number.isSafeInteger(given) && given >= 0) return given;
  try {
    const { stdout } = await promisify(execFile)('git', ['log', '-1', '--format=%ct']);
    return Number(stdout.trim());
  } catch {
    return 0;
  }
}
