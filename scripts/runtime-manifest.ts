/** Writes src/adapters/runtime/manifest.json from package-lock.json: `node scripts/runtime-manifest.ts`. */
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Manifest } from '../src/adapters/runtime/manifest.ts';
import { SUPPORTED } from '../src/adapters/runtime/target.ts';

interface Lock {
  readonly packages: Readonly<Record<string, { readonly version?: string; readonly integrity?: string }>>;
}

/**
 * Name, version and hash of every package that `ensureRuntime` may fetch. No addresses: those are the user's.
 * Throws when the lock lacks one of them.
 */
export function runtimeManifest(lock: Lock): Manifest {
  const names = [
    'onnxruntime-node',
    'onnxruntime-common',
    '@duckdb/node-api',
    '@duckdb/node-bindings',
    ...SUPPORTED.map((target) => `@duckdb/node-bindings-${target}`),
  ];
  const packages = Object.fromEntries(
    names.map((name) => {
      const { version, integrity } = lock.packages[`node_modules/${name}`] ?? {};
      if (!version || !integrity?.startsWith('sha512-')) {
        throw new Error(`package-lock.json has no version with a sha512 for ${name}; run npm install`);
      }
      return [name, { version, integrity }];
    }),
  );
  const version = `${packages['onnxruntime-node']!.version}-duckdb.${packages['@duckdb/node-api']!.version}`;
  return { version, packages };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const lock: Lock = JSON.parse(await readFile(new URL('../package-lock.json', import.meta.url), 'utf8'));
  const target = new URL('../src/adapters/runtime/manifest.json', import.meta.url);
  await writeFile(target, `${JSON.stringify(runtimeManifest(lock), null, 2)}\n`);
}
