import type { Tables, TensorFiles } from '../../ports.ts';
import { compareColumns } from './drift.ts';
import { loadDuckDB, openEngine, type Parts } from './engine.ts';
import { expandPatterns } from './files.ts';
import { identifyFiles, identifyQuery } from './identify.ts';
import { joinScores } from './join-scores.ts';
import { fitsMemory } from './out-of-core/fits-memory.ts';
import { openScoreSums } from './out-of-core/open.ts';
import { openParts } from './parts.ts';
import { countShared, profile } from './profile.ts';
import { readScoreTable } from './read-scores.ts';
import { identifySelection } from './selection.ts';
import { openTable } from './table.ts';
import { writeScores } from './write-scores.ts';

/**
 * Tables by DuckDB. Nothing is loaded before the first call.
 * `natives` gives the directory whose `node_modules` holds `@duckdb/node-api`, or throws `runtime-unavailable`.
 * `memory`: bytes that each open table's DuckDB may hold.
 */
export function createTables(options: {
  readonly natives: () => Promise<string>;
  readonly decode: TensorFiles;
  readonly memory?: number;
}): Tables {
  let loading: Promise<Parts> | null = null;
  const load = () => {
    loading ??= options
      .natives()
      .then((directory) => ({ api: loadDuckDB(directory), decode: options.decode, memory: options.memory }));
    return loading;
  };
  return {
    open: async (source) => await openTable(await load(), source),
    writeScores: async (path, batches, first) => await writeScores(await load(), path, batches, first),
    openParts: async (folder, key) => await openParts(await load(), folder, key),
    async readScores(source, columns) {
      await using table = await openTable(await load(), source);
      return await readScoreTable(table, columns);
    },
    joinScores: async (...tables) => await joinScores(await load(), ...tables),
    openScoreSums: async (source, columns) => await openScoreSums(await load(), source, columns),
    async measureScores(source) {
      await using table = await openTable(await load(), source);
      return { rows: table.rows, fits: fitsMemory(table.rows) };
    },
    profile: async (source, columns) => await profile(await load(), source, columns),
    compareColumns: async (...compared) => await compareColumns(await load(), ...compared),
    countShared: async (source, other, columns) => await countShared(await load(), source, other, columns),
    async identify(source) {
      await using engine = await openEngine(await load());
      if ('query' in source) {
        const { digest, ...found } = await identifyQuery(engine, source.query);
        return { ...found, digest: identifySelection(digest, source) };
      }
      const files = await expandPatterns(engine, source.files, source.install ?? false);
      return { digest: identifySelection(await identifyFiles(engine, files), source), files, open: null };
    },
  };
}
