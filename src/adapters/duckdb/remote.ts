/** Data behind https and s3: DuckDB reads it by its extension httpfs, which is not built in. */
import type { Fault } from '../../core/errors.ts';
import type { Engine } from './engine.ts';
import { clip, quoteList } from './sql.ts';

/** What httpfs reads. */
const SCHEMES = /^(https?|s3|s3a|s3n|gs|gcs|r2|hf):\/\//i;

export const isAddress = (path: string): boolean => /^[a-z][a-z0-9+.-]+:\/\//i.test(path);

/**
 * Loads the extension where it is installed, and installs it where `install` allows that: nothing is downloaded behind
 * the user's back. Why that failed, or null.
 */
export async function loadRemote(engine: Engine, address: string, install: boolean): Promise<Fault | null> {
  const unresolved = (message: string, fix: string, details: object = {}): Fault => {
    return { code: 'reference-unresolved', message, fix, ...details };
  };
  if (!SCHEMES.test(address)) {
    return unresolved(
      `${clip(address)} has a scheme that is not read here.`,
      'Known are https, s3, gs, r2 and hf.',
    );
  }
  try {
    await engine.rows('LOAD httpfs').catch(async (error: unknown) => {
      if (!install) throw error;
      await engine.rows('INSTALL httpfs');
      await engine.rows('LOAD httpfs');
    });
    return null;
  } catch (error) {
    const details = { details: error instanceof Error ? error.message : String(error) };
    if (install) {
      return unresolved(
        `${clip(address)} is a remote address, and DuckDB's extension httpfs could not be installed.`,
        'Install it in a step before, with the network that this needs, or download the data.',
        details,
      );
    }
    return unresolved(
      `${clip(address)} is a remote address, and DuckDB's extension httpfs, which reads those, is not installed.`,
      'Allow its download with `--install-extensions` or `install-extensions: true` under `holdout`, or download the data in a step before.',
      details,
    );
  }
}

/** What tells versions of remote files apart without reading them: address, size and time of change. */
export async function remoteLines(engine: Engine, addresses: readonly string[]): Promise<string[]> {
  const rows = await engine.rows(
    `SELECT filename, size, last_modified FROM read_blob(${quoteList(addresses)}) ORDER BY filename`,
  );
  return rows.map((row) => `${row.map(String).join('  ')}\n`);
}
