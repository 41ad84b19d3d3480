/** Packages that tests read a file of and that are no dependencies: `.ci/run` fetches them as they were published. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where `.ci/run` puts them. */
const FOLDER = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'onnx-gate');

/** The package's tarball, or null when it was not fetched. `name` is that of the file, without its version. */
export function findFetched(name: string): string | null {
  const file =
    existsSync(FOLDER) && readdirSync(FOLDER).find((one) => new RegExp(`^${name}-\\d.*\\.tgz$`).test(one));
  return file ? join(FOLDER, file) : null;
}

export function readFetched(tgz: string, path: string): unknown {
  return JSON.parse(execFileSync('tar', ['-xzOf', tgz, path], { maxBuffer: 2 ** 28 }).toString());
}
