/** Which packages hold the native parts, at which version, with which hash. */
import manifest from './manifest.json' with { type: 'json' };
import type { Target } from './target.ts';

export interface Manifest {
  /** Valid semver, and another one whenever a package is: the folder name in the tool cache. */
  readonly version: string;
  /** By package name. `integrity` is npm's: `sha512-` and the hash of the tarball in base64. */
  readonly packages: Readonly<Record<string, { readonly version: string; readonly integrity: string }>>;
}

/** Made from package-lock.json by scripts/runtime-manifest.ts. */
export const MANIFEST: Manifest = manifest;

/** One package as this machine needs it. */
export interface Part {
  readonly name: string;
  readonly version: string;
  readonly integrity: string;
  /** The package that loads this one; null for those that we load. Node.js resolves from there. */
  readonly loadedBy: string | null;
  /** A file of the package without which it is of no use on this machine. */
  readonly proof: string;
  /** Whether to keep a file of the tarball, by its path inside the package. */
  readonly keep: (path: string) => boolean;
}

const all = () => true;

/**
 * The packages to load, each after the one that loads it. Dependencies that only install scripts (adm-zip,
 * global-agent) or other C libraries (detect-libc) need are left out.
 */
export function partsFor({ packages }: Manifest, { name, platform, arch }: Target): readonly Part[] {
  const bin = `bin/napi-v6/${platform}/${arch}/`;
  const keepOrt = (path: string) =>
    path.startsWith(bin) ||
    (path.startsWith('dist/') && path.endsWith('.js')) ||
    /^(package\.json|[^/]*(licen[cs]e|notice)[^/]*)$/i.test(path);
  const rows = [
    { name: 'onnxruntime-node', loadedBy: null, proof: `${bin}onnxruntime_binding.node`, keep: keepOrt },
    { name: 'onnxruntime-common', loadedBy: 'onnxruntime-node', proof: 'dist/cjs/index.js', keep: all },
    { name: '@duckdb/node-api', loadedBy: null, proof: 'lib/index.js', keep: all },
    { name: '@duckdb/node-bindings', loadedBy: '@duckdb/node-api', proof: 'duckdb.js', keep: all },
    {
      name: `@duckdb/node-bindings-${name}`,
      loadedBy: '@duckdb/node-bindings',
      proof: 'duckdb.node',
      keep: all,
    },
  ];
  return rows.map((row) => ({ ...row, ...packages[row.name]! }));
}
