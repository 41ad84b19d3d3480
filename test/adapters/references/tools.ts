import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DataType, model, node, type tensor, value } from '../../../scripts/onnx/builder.ts';
import { createBlobs } from '../../../src/adapters/blobs/blobs.ts';
import { usualRoom } from '../../../src/adapters/blobs/evict.ts';
import { openByteSource } from '../../../src/adapters/byte-source.ts';
import { createExternalFiles } from '../../../src/adapters/external-files/files.ts';
import { files } from '../../../src/adapters/files.ts';
import { createDownloads, type Patience } from '../../../src/adapters/http/downloads.ts';
import { createReferences } from '../../../src/adapters/references/references.ts';
import { type ReferencePorts, runResolveModel, runResolveRows } from '../../../src/commands/references.ts';
import { logistic } from '../../models/small.ts';
import { temporaryFolder } from '../../temporary.ts';

export const patience: Patience = { idle: 5_000, pauses: [0, 0], longestPause: 0, total: 60_000 };

/** Everything real, with a cache and an environment of its own. */
export function reader(env: NodeJS.ProcessEnv = {}, told: string[] = []) {
  const cache = join(temporaryFolder(), 'cache');
  const report = (message: string) => void told.push(message);
  const blobs = createBlobs(usualRoom(cache));
  const downloads = createDownloads({ blobs, report }, patience);
  const home = temporaryFolder();
  const references = createReferences({
    blobs,
    downloads,
    report,
    env: { HOME: home, PATH: process.env.PATH, ...env },
  });
  const ports: ReferencePorts = {
    references,
    blobs,
    files,
    progress: { report },
    modelFiles: {
      async open(path) {
        const source = await openByteSource(path);
        return {
          source,
          external: createExternalFiles(path),
          [Symbol.asyncDispose]: () => source[Symbol.asyncDispose](),
        };
      },
    },
  };
  return {
    cache,
    home,
    told,
    ports,
    baseline: (references: string | readonly string[], path: string | null = null) =>
      runResolveModel(
        { what: 'baseline', references: [references].flat(), path, fix: 'Name a file.' },
        ports,
      ),
    rows: (references: readonly string[]) => runResolveRows(references, ports),
  };
}

/** The fault of a promise that must fail. */
export async function faultOf(promise: Promise<unknown>) {
  const error = await promise.then(
    (value) => new Error(`it resolved to ${JSON.stringify(value)}`),
    (error) => error,
  );
  if (!error.faults) throw error;
  return error.faults[0] as { code: string; message: string; fix?: string };
}

export const bytesOf = ({ path }: { readonly path: string }) => readFileSync(path);
export const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex');
export const md5 = (bytes: Uint8Array | string) => createHash('md5').update(bytes).digest('hex');

export const MODEL = Buffer.from(logistic([1, 2, 3]));
export const WEIGHTS = Buffer.from(Float32Array.of(1, 2, 3).buffer);

/** A model whose weights lie in `location`. */
export const withExternal = (location: string): Buffer =>
  Buffer.from(
    model({
      name: 'external',
      input: [value('x', DataType.FLOAT, ['n', 3])],
      output: [value('y', DataType.FLOAT, ['n', 1])],
      initializer: [
        {
          name: 'w',
          dims: [3n, 1n],
          dataType: DataType.FLOAT,
          dataLocation: 1,
          externalData: [{ key: 'location', value: location }],
        } as ReturnType<typeof tensor>,
      ],
      node: [node('MatMul', ['x', 'w'], ['y'])],
    }),
  );
