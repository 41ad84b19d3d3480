import { availableParallelism } from 'node:os';
import { pathToFileURL } from 'node:url';
import { createBlobs } from '../adapters/blobs/blobs.ts';
import { usualRoom } from '../adapters/blobs/evict.ts';
import { createScoreCache } from '../adapters/blobs/score-cache.ts';
import { openByteSource } from '../adapters/byte-source.ts';
import { createTables } from '../adapters/duckdb/tables.ts';
import { createExternalFiles, type KnownHashes } from '../adapters/external-files/files.ts';
import { files } from '../adapters/files.ts';
import { readEvent } from '../adapters/github/event.ts';
import type { Host } from '../adapters/hosts/host.ts';
import { createDownloads } from '../adapters/http/downloads.ts';
import { machine } from '../adapters/machine.ts';
import { endpoints, withEndpoints } from '../adapters/oip/runner.ts';
import { createModelMeter } from '../adapters/onnxruntime/meter.ts';
import { createModelRunner } from '../adapters/onnxruntime/runner.ts';
import { pace } from '../adapters/pace.ts';
import { createAuthorization } from '../adapters/references/oci/authorization.ts';
import { createReferences } from '../adapters/references/references.ts';
import { createImageRegistries } from '../adapters/registry/registries.ts';
import { userCache } from '../adapters/runtime/cache.ts';
import { createResampler } from '../adapters/threads/resampler.ts';
import { createSliceMeter } from '../adapters/threads/slice-meter.ts';
import { measureEntry } from '../commands/measure-slices.ts';
import { withReadableOutputs } from '../commands/readable-outputs.ts';
import { partialResampler } from '../commands/resample.ts';
import { tensorFiles } from '../commands/tensor-files.ts';
import type { ModelFiles, ScoreCache } from '../ports.ts';
import { findBaselineRun } from './baseline-run.ts';
import { besideEntries, findNatives } from './natives.ts';

/** Every adapter that commands use, made for one run. Natives are looked for when the first of them is needed. */
export function createContext(
  host: Host,
  inputs: {
    readonly out: string;
    readonly 'runtime-path': string | undefined;
    readonly 'runtime-url': string | undefined;
  },
) {
  let found: Promise<string> | undefined;
  const natives = () => {
    found ??= findNatives(host, inputs);
    return found;
  };
  const room = usualRoom(process.env.ONNX_GATE_CACHE || `${userCache(process.env)}/files`);
  const blobs = createBlobs(room);
  const downloads = createDownloads({ blobs, report: host.report });
  return {
    host,
    files,
    blobs,
    scoreCache: sharedScores(createScoreCache(room), `${inputs.out}/score-cache`, host),
    machine,
    clock: { now: () => new Date() },
    progress: host,
    modelFiles: createModelFiles(),
    references: createReferences({
      blobs,
      downloads,
      env: process.env,
      report: host.report,
      baselineRun: (artifact) => findBaselineRun(artifact, readEvent(process.env), host),
    }),
    registries: createImageRegistries((registry, repository) =>
      createAuthorization(registry, repository, { downloads, blobs, env: process.env, report: host.report }),
    ),
    endpoints,
    pace,
    runner: withEndpoints(
      withReadableOutputs(
        createModelRunner({ child: besideEntries('onnxruntime-child.js'), natives }),
        files,
      ),
    ),
    meter: createModelMeter({ child: besideEntries('onnxruntime-child.js'), natives }),
    tables: createTables({ natives, decode: tensorFiles }),
    resampler: createResampler(
      pathToFileURL(besideEntries('resample-thread.js')),
      availableParallelism(),
      partialResampler,
    ),
    slices: createSliceMeter(
      pathToFileURL(besideEntries('slice-thread.js')),
      availableParallelism(),
      measureEntry,
    ),
  };
}
export type Context = ReturnType<typeof createContext>;

function createModelFiles(): ModelFiles {
  const known: KnownHashes = new Map();
  return {
    async open(path) {
      const source = await openByteSource(path);
      return {
        source,
        external: createExternalFiles(path, known),
        [Symbol.asyncDispose]: () => source[Symbol.asyncDispose](),
      };
    },
  };
}

/** In GitHub Actions also kept by its cache service, which loads when it is asked. */
function sharedScores(local: ScoreCache, folder: string, host: Host): ScoreCache {
  if (
    process.env.GITHUB_ACTIONS !== 'true' ||
    !(process.env.ACTIONS_RESULTS_URL || process.env.ACTIONS_CACHE_URL)
  )
    return local;
  const shared = async () => {
    const { createSharedScoreCache } = await import('../adapters/github/score-cache.ts');
    return createSharedScoreCache(local, folder, host.report);
  };
  return {
    get: async (key) => (await shared()).get(key),
    put: async (key, path) => (await shared()).put(key, path),
  };
}
