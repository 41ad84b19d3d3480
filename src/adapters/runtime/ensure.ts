/** The native parts (ONNX Runtime and DuckDB), found or fetched on first need. docs/adr/0001-native-parts.md. */
import { basename, dirname, join, resolve } from 'node:path';
import { FaultError, fault } from '../../core/errors.ts';
import { install, isComplete, slotOf } from './cache.ts';
import type { Patience } from './fetch.ts';
import { MANIFEST, type Manifest, type Part, partsFor } from './manifest.ts';
import { whyUnusable } from './packages.ts';
import { targetOf, thisMachine } from './target.ts';

export interface RuntimeOptions {
  /** A folder with a node_modules that holds the packages, or that node_modules. Nothing else is tried then. */
  readonly runtimePath?: string | undefined;
  /** Base address of a mirror that holds the files as `npm pack` names them. Instead of the npm registry. */
  readonly runtimeUrl?: string | undefined;
  /** Path of the running file: a node_modules beside or above it will do. */
  readonly from: string;
  /** Root of the tool cache. Default: RUNNER_TOOL_CACHE, else the user's cache folder. */
  readonly cache?: string | undefined;
  readonly env: NodeJS.ProcessEnv;
  readonly report: (message: string) => void;
}

export interface Runtime {
  /** `createRequire(join(directory, '_.js'))` resolves `onnxruntime-node` and `@duckdb/node-api`. Absolute. */
  readonly directory: string;
  readonly source: 'path' | 'cache' | 'node_modules' | 'download';
}

/** What tests replace. */
export interface RuntimeSource {
  readonly manifest: Manifest;
  readonly patience: Patience;
}

const SOURCE: RuntimeSource = { manifest: MANIFEST, patience: { idle: 30_000, pauses: [1_000, 4_000] } };

/**
 * In this order: `runtimePath`, tool cache, node_modules, download. Only the download uses the network, and
 * nothing is unpacked whose SHA-512 is not the manifest's. Calls do not share work; share the promise.
 * Throws `runtime-unavailable` with every place tried and why not, or `file-unwritable`.
 */
export async function ensureRuntime(
  options: RuntimeOptions,
  { manifest, patience }: RuntimeSource = SOURCE,
): Promise<Runtime> {
  const target = targetOf(thisMachine());
  const parts = partsFor(manifest, target);
  if (options.runtimePath) return { directory: await given(options.runtimePath, parts), source: 'path' };

  const slot = slotOf(options.cache, options.env, manifest.version, target.name);
  const inCache = async () =>
    (await isComplete(slot)) ? await whyUnusable(slot.directory, parts, 'inside') : 'no complete copy';
  const notInCache = await inCache();
  if (notInCache === null) return { directory: slot.directory, source: 'cache' };

  const beside = dirname(resolve(options.from));
  const notBeside = await whyUnusable(beside, parts, 'above');
  if (notBeside === null) return { directory: beside, source: 'node_modules' };

  try {
    await install(
      slot,
      async () => (await inCache()) === null,
      async (scratch, folder) => {
        const { download } = await import('./download.ts');
        await download({ ...options, patience }, parts, scratch, folder);
      },
    );
    return { directory: slot.directory, source: 'download' };
  } catch (error) {
    if (!(error instanceof FaultError) || error.faults[0].code !== 'runtime-unavailable') throw error;
    const [{ message, fix }] = error.faults;
    const tried = [
      'runtime-path is not set',
      `tool cache ${slot.directory}: ${notInCache}`,
      `node_modules at or above ${beside}: ${notBeside}`,
      `download: ${message}`,
    ];
    throw fault(
      'runtime-unavailable',
      `The native parts of onnx-gate (${wanted(parts)}) are not here: ${tried.join('; ')}`,
      { fix: fix ?? GENERAL_FIX },
    );
  }
}

const GENERAL_FIX =
  'With a network, point NPM_CONFIG_REGISTRY (or .npmrc) at a registry that this machine reaches, or runtime-url at a mirror. Without, keep the tool cache folder from a run that had one, or set runtime-path to a folder where the packages are installed.';

const wanted = (parts: readonly Part[]) =>
  parts
    .filter(({ loadedBy }) => loadedBy === null)
    .map(({ name, version }) => `${name} ${version}`)
    .join(', ');

/** The user said where: then it is there, or it is a fault. */
async function given(path: string, parts: readonly Part[]): Promise<string> {
  const folder = resolve(path);
  const directory = basename(folder) === 'node_modules' ? dirname(folder) : folder;
  const reason = await whyUnusable(directory, parts, 'inside');
  if (reason === null) return directory;
  const roots = parts.filter(({ loadedBy }) => loadedBy === null);
  throw fault(
    'runtime-unavailable',
    `runtime-path ${path} does not hold the native parts: ${reason} in ${join(directory, 'node_modules')}`,
    {
      fix: `Run \`npm install --ignore-scripts ${roots.map(({ name, version }) => `${name}@${version}`).join(' ')}\` in that folder, on the same kind of machine.`,
    },
  );
}
