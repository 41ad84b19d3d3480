import { execFile } from 'node:child_process';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import type { RuntimeOptions } from '../../../src/adapters/runtime/ensure.ts';
import type { Manifest } from '../../../src/adapters/runtime/manifest.ts';
import { registry, sandbox, serve, target, tinyPackages } from './fixture.ts';

/** `env` is what the HTTP client reads: the process's own environment. */
async function run(options: RuntimeOptions, manifest: Manifest, env: NodeJS.ProcessEnv = {}) {
  const child = join(import.meta.dirname, 'child.ts');
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [child, JSON.stringify({ options, manifest })],
    {
      env: { PATH: process.env.PATH, ...env },
    },
  );
  return JSON.parse(stdout);
}

test.each(['empty', 'half-written'])(
  'two processes fill one %s cache: both end with a whole copy',
  async (state) => {
    await using box = await sandbox();
    const { manifest, tarballs } = await tinyPackages();
    const slot = join(box.cache, 'onnx-gate-runtime', manifest.version, target.name);
    if (state === 'half-written') {
      await mkdir(join(slot, 'node_modules'), { recursive: true });
      await writeFile(join(slot, 'node_modules/half'), '');
    }
    const answer = registry(tarballs);
    const last = `/@duckdb/node-bindings-${target.name}/`;
    // Nobody gets the last package before both have asked for it, so both are about to publish.
    const waiting: (() => void)[] = [];
    await using server = await serve((request, response) => {
      if (!request.url!.startsWith(last)) return answer(request, response);
      waiting.push(() => answer(request, response));
      if (waiting.length === 2) for (const go of waiting) go();
    });
    const options = box.options({ NPM_CONFIG_REGISTRY: server.url });
    const both = await Promise.all([run(options, manifest), run(options, manifest)]);
    const expected = { directory: slot, source: 'download', loaded: 'onnxruntime-node@1.2.3' };
    expect(both).toEqual([expected, expected]);
    expect(await readdir(join(box.cache, 'onnx-gate-runtime'))).toEqual([manifest.version]);
    expect((await readdir(join(slot, '..'))).sort()).toEqual([target.name, `${target.name}.complete`]);
    expect(await readdir(slot)).toEqual(['node_modules']);
  },
);

test('HTTP_PROXY is used', async () => {
  await using box = await sandbox();
  const { manifest, tarballs } = await tinyPackages();
  await using server = await serve(registry(tarballs));
  await using proxy = await serve((_, response) => response.writeHead(405).end());
  const tunnels: string[] = [];
  proxy.server.on('connect', ({ url }, socket) => {
    tunnels.push(url!);
    const [host, port] = server.host.split(':') as [string, string];
    const upstream = connect(Number(port), host, () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      upstream.pipe(socket).pipe(upstream);
    });
    for (const end of [socket, upstream]) end.on('error', () => upstream.destroy());
  });
  const options = box.options({ NPM_CONFIG_REGISTRY: 'http://registry.invalid:8080/' });
  expect(await run(options, manifest, { HTTP_PROXY: proxy.url })).toMatchObject({ source: 'download' });
  expect(new Set(tunnels)).toEqual(new Set(['registry.invalid:8080']));
});
