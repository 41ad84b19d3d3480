/** Fetches the packages' own tarballs. A file of its own, so that a run with everything at hand loads no client. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fault } from '../../core/errors.ts';
import { makeFolder } from '../make-folder.ts';
import { fetchFile, type Patience } from './fetch.ts';
import type { Part } from './manifest.ts';
import { authorizationOf, readNpmSettings, registryOf } from './npmrc.ts';
import { unpack } from './unpack.ts';

export interface DownloadOptions {
  readonly runtimeUrl?: string | undefined;
  readonly env: NodeJS.ProcessEnv;
  readonly report: (message: string) => void;
  readonly patience: Patience;
}

/**
 * Fetches each part from the mirror or its registry, checks its hash, and only then unpacks it into
 * `folder`/node_modules. Tarballs pass through `scratch`. Throws `runtime-unavailable` and `file-unwritable`.
 */
export async function download(
  { runtimeUrl, env, report, patience }: DownloadOptions,
  parts: readonly Part[],
  scratch: string,
  folder: string,
): Promise<void> {
  const settings = await readNpmSettings(env, process.cwd(), report);
  const addressOf = runtimeUrl
    ? (part: Part) => mirrored(runtimeUrl, part)
    : (part: Part) => published(registryOf(settings, part.name), part);
  for (const part of parts) {
    const { name, version, integrity, keep } = part;
    const url = addressOf(part);
    const started = (bytes: number | null) => {
      const size = bytes === null ? '' : ` (${(bytes / 1e6).toFixed(1)} MB)`;
      report(`Fetching ${name} ${version}${size} from ${url.host}`);
    };
    const tarball = join(scratch, packedName(part));
    const authorization = authorizationOf(settings, url);
    const sha512 = await fetchFile({ url, authorization, patience, started }, tarball);
    if (`sha512-${sha512}` !== integrity) throw changed(url, part, sha512);
    const target = join(folder, 'node_modules', name);
    await makeFolder(target);
    await unpack(tarball, target, keep);
    await rm(tarball);
  }
}

/** The name `npm pack` gives: `@duckdb/node-api` 1.0.0 is duckdb-node-api-1.0.0.tgz. */
const packedName = ({ name, version }: Part) => `${name.replace('@', '').replace('/', '-')}-${version}.tgz`;

/** In the mirror's folder; a query (a signature, say) stays on. */
function mirrored(base: string, part: Part): URL {
  const url = httpAddress(base, 'runtime-url');
  url.pathname = `${url.pathname.replace(/\/$/, '')}/${packedName(part)}`;
  return url;
}

/** Where registries keep tarballs: `<registry>/@scope/name/-/name-1.0.0.tgz`. */
function published(registry: string, { name, version }: Part): URL {
  return new URL(`${name}/-/${name.split('/').at(-1)}-${version}.tgz`, httpAddress(registry, 'npm registry'));
}

function httpAddress(text: string, what: string): URL {
  if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) return new URL(text);
  throw fault('runtime-unavailable', `The ${what} ${JSON.stringify(text)} is not an address`, {
    fix: 'Write it with https://. For a folder on this machine use runtime-path.',
  });
}

function changed(url: URL, { integrity }: Part, sha512: string) {
  return fault(
    'runtime-unavailable',
    `${url.host}${url.pathname} is not the published package: its hash is sha512-${sha512}, pinned is ${integrity}`,
    {
      fix: 'Nothing was unpacked. Somebody or something between that server and the package changed the file: find out what before you go on.',
    },
  );
}
