import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { type Header, pack } from 'tar-stream';
import type { RuntimeOptions, RuntimeSource } from '../../../src/adapters/runtime/ensure.ts';
import { type Manifest, type Part, partsFor } from '../../../src/adapters/runtime/manifest.ts';
import { targetOf, thisMachine } from '../../../src/adapters/runtime/target.ts';

export const target = targetOf(thisMachine());

type Entry = Partial<Header> & { readonly name: string; readonly text?: string };

/** A gzipped tar with these entries, names as they stand. */
export async function tarball(entries: readonly Entry[]): Promise<Buffer> {
  const archive = pack();
  for (const { text, ...header } of entries) archive.entry(header, text ?? '');
  archive.finalize();
  return gzipSync(await buffer(archive as unknown as AsyncIterable<Buffer>));
}

/** Tiny packages of the real names: enough files to be found, loaded, and filtered. */
export function tinyFiles(name: string, version: string): Record<string, string> {
  const main = name === 'onnxruntime-node' ? 'dist/index.js' : proofs.get(name)!;
  return {
    'package.json': JSON.stringify({ name, version, main }),
    LICENSE: 'MIT',
    [main]: `module.exports = ${JSON.stringify(`${name}@${version}`)};`,
    [proofs.get(name)!]: `module.exports = ${JSON.stringify(`${name}@${version}`)};`,
    ...(name === 'onnxruntime-node' && {
      'dist/index.d.ts': 'types',
      'bin/napi-v6/plan9/mips/onnxruntime_binding.node': 'another machine',
      'script/install.js': 'process.exit(1)',
    }),
  };
}

export interface TinyPackages {
  readonly manifest: Manifest;
  readonly parts: readonly Part[];
  /** By file name as `npm pack` gives it. */
  readonly tarballs: Map<string, Buffer>;
}

const empty: Manifest = { version: '0.0.0', packages: {} };
const proofs = new Map(partsFor(empty, target).map(({ name, proof }) => [name, proof]));

/** `extra` adds entries to the tarball of onnxruntime-common; the manifest has the hash with them. */
export async function tinyPackages(extra: readonly Entry[] = []): Promise<TinyPackages> {
  const packages: Record<string, { version: string; integrity: string }> = {};
  const tarballs = new Map<string, Buffer>();
  for (const name of proofs.keys()) {
    const version = '1.2.3';
    const files = Object.entries(tinyFiles(name, version));
    const entries = files.map(([path, text]) => ({ name: `package/${path}`, text }));
    const bytes = await tarball(name === 'onnxruntime-common' ? [...entries, ...extra] : entries);
    packages[name] = { version, integrity: `sha512-${createHash('sha512').update(bytes).digest('base64')}` };
    tarballs.set(packedName(name), bytes);
  }
  const manifest = { version: '1.2.3-duckdb.1.2.3', packages };
  return { manifest, parts: partsFor(manifest, target), tarballs };
}

export const packedName = (name: string, version = '1.2.3') =>
  `${name.replace('@', '').replace('/', '-')}-${version}.tgz`;

/** Lays the tiny packages out as an installer would. */
export async function layOut(nodeModules: string) {
  for (const name of proofs.keys()) {
    for (const [path, text] of Object.entries(tinyFiles(name, '1.2.3'))) {
      const file = join(nodeModules, name, path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, text);
    }
  }
}

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** A server on loopback. `requests` are the paths and credentials it saw. */
export async function serve(answer: Answer) {
  const requests: { path: string; authorization: string | undefined }[] = [];
  const server = createServer((request, response) => {
    requests.push({ path: request.url!, authorization: request.headers.authorization });
    answer(request, response);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const close = () =>
    new Promise<void>((closed) => {
      server.close(() => closed());
      server.closeAllConnections();
    });
  return { host, url: `http://${host}/`, requests, server, close, [Symbol.asyncDispose]: close };
}

/** Serves tarballs where an npm registry keeps them: `/@scope/name/-/name-1.2.3.tgz`. */
export function registry(tarballs: ReadonlyMap<string, Buffer>): Answer {
  return ({ url }, response) => {
    const [, scope, file] = /^\/(?:@([^/]+)\/)?[^/]+\/-\/([^/]+)$/.exec(url!) ?? [];
    const bytes = tarballs.get(scope ? `${scope}-${file}` : file!);
    if (bytes) response.setHeader('content-length', bytes.length).end(bytes);
    else response.writeHead(404).end('{}');
  };
}

/** A folder of its own with an empty home and an empty cache, and options to match. */
export async function sandbox() {
  const root = await mkdtemp(join(tmpdir(), 'onnx-gate-runtime-'));
  const home = join(root, 'home');
  const cache = join(root, 'cache');
  const app = join(root, 'app');
  await mkdir(home);
  await mkdir(join(app, 'dist'), { recursive: true });
  const said: string[] = [];
  const options = (env: NodeJS.ProcessEnv, more: Partial<RuntimeOptions> = {}): RuntimeOptions => ({
    from: join(app, 'dist', 'cli.js'),
    env: { HOME: home, RUNNER_TOOL_CACHE: cache, npm_config_globalconfig: join(root, 'npmrc'), ...env },
    report: (message) => said.push(message),
    ...more,
  });
  const dispose = () => rm(root, { recursive: true, force: true });
  return { root, home, cache, app, said, options, [Symbol.asyncDispose]: dispose };
}

export const source = (manifest: Manifest): RuntimeSource => ({
  manifest,
  patience: { idle: 5_000, pauses: [0, 0] },
});
