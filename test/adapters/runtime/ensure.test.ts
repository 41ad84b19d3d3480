import { existsSync } from 'node:fs';
import { mkdir, readdir, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import { find } from '@actions/tool-cache';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import {
  ensureRuntime,
  type RuntimeOptions,
  type RuntimeSource,
} from '../../../src/adapters/runtime/ensure.ts';
import { FaultError } from '../../../src/core/errors.ts';
import { layOut, registry, sandbox, serve, source, target, tinyFiles, tinyPackages } from './fixture.ts';

const load = (directory: string, name: string) => createRequire(join(directory, '_.js'))(name);

/** The one fault of a failed call. */
async function faultOf(options: RuntimeOptions, from: RuntimeSource) {
  const error = await ensureRuntime(options, from).then(
    () => expect.fail('it should have failed'),
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof FaultError)) throw error;
  expect(error.faults).toHaveLength(1);
  return error.faults[0];
}

async function filesBelow(folder: string): Promise<string[]> {
  if (!existsSync(folder)) return [];
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
}

async function setUp(extra: Parameters<typeof tinyPackages>[0] = []) {
  const box = await sandbox();
  onTestFinished(() => box[Symbol.asyncDispose]());
  const tiny = await tinyPackages(extra);
  const server = await serve(registry(tiny.tarballs));
  onTestFinished(server.close);
  const slot = join(box.cache, 'onnx-gate-runtime', tiny.manifest.version, target.name);
  return { box, tiny, server, slot, env: { NPM_CONFIG_REGISTRY: server.url }, from: source(tiny.manifest) };
}

async function answering(answer: Parameters<typeof serve>[0]) {
  const server = await serve(answer);
  onTestFinished(server.close);
  return server;
}

describe('a cold cache', () => {
  test('fetches, checks, keeps this machine’s files only, and what it keeps loads', async () => {
    const { box, server, slot, env, from } = await setUp();
    expect(await ensureRuntime(box.options(env), from)).toEqual({ directory: slot, source: 'download' });
    expect(load(slot, 'onnxruntime-node')).toBe('onnxruntime-node@1.2.3');
    expect(load(slot, '@duckdb/node-api')).toBe('@duckdb/node-api@1.2.3');
    expect((await filesBelow(join(slot, 'node_modules/onnxruntime-node'))).sort()).toEqual([
      'LICENSE',
      `bin/napi-v6/${target.platform}/${target.arch}/onnxruntime_binding.node`,
      'dist/index.js',
      'package.json',
    ]);
    expect(await readdir(join(box.cache, 'onnx-gate-runtime'))).toEqual(['1.2.3-duckdb.1.2.3']);
    expect(server.requests.map(({ path }) => path)).toContain('/@duckdb/node-api/-/node-api-1.2.3.tgz');
    expect(server.requests).toHaveLength(5);
    expect(box.said).toHaveLength(5);
    expect(box.said[0]).toBe(`Fetching onnxruntime-node 1.2.3 (0.0 MB) from ${server.host}`);
  });

  test('is filled for the next run, which needs no network', async () => {
    const { box, server, slot, env, from } = await setUp();
    await ensureRuntime(box.options(env), from);
    await server.close();
    expect(await ensureRuntime(box.options(env), from)).toEqual({ directory: slot, source: 'cache' });
  });

  test('is filled in the layout of @actions/tool-cache', async () => {
    const { box, tiny, slot, env, from } = await setUp();
    await ensureRuntime(box.options(env), from);
    vi.stubEnv('RUNNER_TOOL_CACHE', box.cache);
    onTestFinished(() => void vi.unstubAllEnvs());
    expect(find('onnx-gate-runtime', tiny.manifest.version, target.name)).toBe(slot);
  });

  test('is below the user’s cache folder outside CI, and `cache` goes before all', async () => {
    const { box, env, from } = await setUp();
    const xdg = join(box.root, 'xdg');
    const { RUNNER_TOOL_CACHE: _, ...user } = box.options({ ...env, XDG_CACHE_HOME: xdg }).env;
    const inXdg = await ensureRuntime({ ...box.options({}), env: user }, from);
    expect(relative(xdg, inXdg.directory)).toMatch(/^onnx-gate.onnx-gate-runtime/);
    const inHome = await ensureRuntime(
      { ...box.options({}), env: { ...user, XDG_CACHE_HOME: 'relative' } },
      from,
    );
    expect(relative(box.home, inHome.directory)).toMatch(/^.cache.onnx-gate.onnx-gate-runtime/);
    const own = join(box.root, 'own');
    const inOwn = await ensureRuntime(box.options(env, { cache: own }), from);
    expect(relative(own, inOwn.directory)).toMatch(/^onnx-gate-runtime/);
  });

  test('that cannot be written is a fault', async () => {
    const { box, env, from } = await setUp();
    await writeFile(box.cache, 'a file, not a folder');
    const { code, message, fix } = await faultOf(box.options(env), from);
    expect(code).toBe('file-unwritable');
    expect(message).toContain(box.cache);
    expect(fix).toContain('RUNNER_TOOL_CACHE');
  });
});

describe('a cache that is not whole', () => {
  test('without the marker it is replaced', async () => {
    const { box, slot, env, from } = await setUp();
    // Every file that is looked at is there: only the marker tells.
    await layOut(join(slot, 'node_modules'));
    await writeFile(join(slot, 'half-written'), '');
    expect((await ensureRuntime(box.options(env), from)).source).toBe('download');
    expect(existsSync(join(slot, 'half-written'))).toBe(false);
    expect(load(slot, '@duckdb/node-bindings')).toBe('@duckdb/node-bindings@1.2.3');
    expect((await ensureRuntime(box.options(env), from)).source).toBe('cache');
  });

  test('with the marker, but a file gone, it is replaced', async () => {
    const { box, tiny, slot, env, from } = await setUp();
    await ensureRuntime(box.options(env), from);
    const native = tiny.parts.at(-1)!;
    await rm(join(slot, 'node_modules', native.name, native.proof));
    expect((await ensureRuntime(box.options(env), from)).source).toBe('download');
    expect(existsSync(join(slot, 'node_modules', native.name, native.proof))).toBe(true);
  });

  test('what killed runs left is removed, what another run is filling is not', async () => {
    const { box, env, from } = await setUp();
    const tool = join(box.cache, 'onnx-gate-runtime');
    for (const name of ['.staging-old', '.staging-new']) await mkdir(join(tool, name), { recursive: true });
    const twoHoursAgo = new Date(Date.now() - 2 * 3600 * 1000);
    await utimes(join(tool, '.staging-old'), twoHoursAgo, twoHoursAgo);
    await ensureRuntime(box.options(env), from);
    expect((await readdir(tool)).sort()).toEqual(['.staging-new', '1.2.3-duckdb.1.2.3']);
  });
});

describe('what must not be unpacked', () => {
  test('a tarball with another hash: nothing of it stays', async () => {
    const { box, tiny, env, from } = await setUp();
    tiny.tarballs.set(
      'onnxruntime-node-1.2.3.tgz',
      (await tinyPackages([{ name: 'package/x' }])).tarballs.get('onnxruntime-common-1.2.3.tgz')!,
    );
    const { code, message } = await faultOf(box.options(env), from);
    expect(code).toBe('runtime-unavailable');
    expect(message).toMatch(/is not the published package: its hash is sha512-.+, pinned is sha512-/);
    expect(await filesBelow(box.cache)).toEqual([]);
  });

  test.each([
    ['a path that climbs', { name: 'package/../../../../evil' }, 'leads out of the package'],
    ['an absolute path', { name: '/tmp/evil' }, 'leads out of the package'],
    ['a Windows path', { name: 'package/..\\evil' }, 'leads out of the package'],
    ['a symbolic link', { name: 'package/evil', type: 'symlink', linkname: '/etc/passwd' }, 'is a symlink'],
    ['a hard link', { name: 'package/evil', type: 'link', linkname: 'package/package.json' }, 'is a link'],
  ] as const)('%s, although the hash is right', async (_, entry, reason) => {
    const { box, env, from } = await setUp([entry]);
    const { message } = await faultOf(box.options(env), from);
    expect(message).toContain(`The package has an entry that ${reason}: ${JSON.stringify(entry.name)}`);
    expect(await filesBelow(box.root)).toEqual([]);
  });
});

describe('registries and mirrors', () => {
  test('runtime-url: the files as npm pack names them, a signature stays on, no registry is asked', async () => {
    const { box, tiny, server, slot, env, from } = await setUp();
    const mirror = await answering(({ url }, response) => {
      const [, name] = /^\/a\/b\/([^?]+)\?sig=1$/.exec(url!) ?? [];
      response.end(tiny.tarballs.get(name!));
    });
    const options = box.options(env, { runtimeUrl: `${mirror.url}a/b?sig=1` });
    expect(await ensureRuntime(options, from)).toEqual({ directory: slot, source: 'download' });
    expect(mirror.requests.map(({ path }) => path)).toContain(`/a/b/duckdb-node-api-1.2.3.tgz?sig=1`);
    expect(server.requests).toEqual([]);
  });

  test('runtime-url that is not an address', async () => {
    const { box, env, from } = await setUp();
    const { message, fix } = await faultOf(box.options(env, { runtimeUrl: './mirror' }), from);
    expect(message).toContain('The runtime-url "./mirror" is not an address');
    expect(fix).toContain('runtime-path');
  });

  test('a scope’s own registry, and credentials for it only', async () => {
    const { box, tiny, server, env, from } = await setUp();
    const scoped = await answering(registry(tiny.tarballs));
    await writeFile(
      join(box.home, '.npmrc'),
      `@duckdb:registry=${scoped.url}\n//${scoped.host}/:_authToken=\${TOKEN_OF_SCOPE}\n`,
    );
    await ensureRuntime(box.options({ ...env, TOKEN_OF_SCOPE: 'sesame' }), from);
    expect(server.requests.map(({ authorization }) => authorization)).toEqual([undefined, undefined]);
    expect(scoped.requests.map(({ authorization }) => authorization)).toEqual(Array(3).fill('Bearer sesame'));
  });

  test('one that wants a token: none, a wrong one, the right one', async () => {
    const { box, tiny, from } = await setUp();
    const serveFile = registry(tiny.tarballs);
    const closed = await answering((request, response) =>
      request.headers.authorization === 'Bearer sesame'
        ? serveFile(request, response)
        : response.writeHead(401).end(),
    );
    const options = box.options({ NPM_CONFIG_REGISTRY: `${closed.url}` });
    const none = await faultOf(options, from);
    expect(none.message).toContain('asks for credentials, and none are configured (401)');
    expect(none.fix).toContain(`//${closed.host}/:_authToken=`);
    await writeFile(join(box.home, '.npmrc'), `//${closed.host}/:_authToken=wrong\n`);
    expect((await faultOf(options, from)).message).toContain('refused our credentials (401)');
    await writeFile(join(box.home, '.npmrc'), `//${closed.host}/:_authToken=sesame\n`);
    expect((await ensureRuntime(options, from)).source).toBe('download');
  });

  test.each([
    [403, 'forbids it (403)', 'allow the package'],
    [404, 'does not have it (404)', 'add the package'],
    [418, 'answered 418', 'runtime-url'],
  ])('status %i', async (status, words, advice) => {
    const { box, from } = await setUp();
    const server = await answering((_, response) => response.writeHead(status).end());
    const { message, fix } = await faultOf(box.options({ NPM_CONFIG_REGISTRY: server.url }), from);
    expect(message).toContain(`${server.host} ${words}`);
    expect(message).toContain('/onnxruntime-node/-/onnxruntime-node-1.2.3.tgz');
    expect(fix).toContain(advice);
    expect(server.requests).toHaveLength(1);
  });

  test('a redirect to another host is followed without the token', async () => {
    const { box, server, from } = await setUp();
    const front = await answering(({ url }, response) =>
      response.writeHead(302, { location: `${server.url.slice(0, -1)}${url}` }).end(),
    );
    await writeFile(join(box.home, '.npmrc'), `//${front.host}/:_authToken=sesame\n`);
    await ensureRuntime(box.options({ NPM_CONFIG_REGISTRY: front.url }), from);
    expect(front.requests.map(({ authorization }) => authorization)).toEqual(Array(5).fill('Bearer sesame'));
    expect(server.requests.map(({ authorization }) => authorization)).toEqual(Array(5).fill(undefined));
  });

  test('a redirect within the host keeps the token and may be relative', async () => {
    const { box, tiny, from } = await setUp();
    const serveFile = registry(tiny.tarballs);
    const server = await answering((request, response) => {
      if (!request.url!.startsWith('/old/')) return serveFile(request, response);
      response.writeHead(307, { location: request.url!.replace('/old', '') }).end();
    });
    await writeFile(join(box.home, '.npmrc'), `//${server.host}/:_authToken=sesame\n`);
    await ensureRuntime(box.options({ NPM_CONFIG_REGISTRY: `${server.url}old` }), from);
    expect(new Set(server.requests.map(({ authorization }) => authorization))).toEqual(
      new Set(['Bearer sesame']),
    );
  });

  test('a redirect in a circle ends', async () => {
    const { box, from } = await setUp();
    const server = await answering(({ url }, response) => response.writeHead(302, { location: url }).end());
    const { message } = await faultOf(box.options({ NPM_CONFIG_REGISTRY: server.url }), from);
    expect(message).toContain('redirects more than 5 times');
  });
});

describe('a bad connection', () => {
  test('a body that breaks off is tried again, then named', async () => {
    const { box, tiny, from } = await setUp();
    const whole = tiny.tarballs.get('onnxruntime-node-1.2.3.tgz')!;
    const server = await answering((_, response) => {
      response.setHeader('content-length', whole.length);
      response.write(whole.subarray(0, 20), () => response.destroy());
    });
    const { message } = await faultOf(box.options({ NPM_CONFIG_REGISTRY: server.url }), from);
    expect(message).toContain(`${server.host} could not be reached for /onnxruntime-node/`);
    expect(server.requests).toHaveLength(3);
    expect(await filesBelow(box.cache)).toEqual([]);
  });

  test('a server that is busy, breaks off, then answers is enough', async () => {
    const { box, tiny, from } = await setUp();
    const serveFile = registry(tiny.tarballs);
    const troubles = [
      (response: import('node:http').ServerResponse) => response.writeHead(503).end(),
      (response: import('node:http').ServerResponse) => response.destroy(),
    ];
    const server = await answering((request, response) => {
      const trouble = troubles.shift();
      if (trouble) trouble(response);
      else serveFile(request, response);
    });
    const { source } = await ensureRuntime(box.options({ NPM_CONFIG_REGISTRY: server.url }), from);
    expect(source).toBe('download');
    expect(server.requests).toHaveLength(7);
  });

  test('a server that falls silent counts as gone', async () => {
    const { box, tiny, from } = await setUp();
    const server = await answering((_, response) => {
      response.setHeader('content-length', 1_000_000);
      response.write(tiny.tarballs.get('onnxruntime-node-1.2.3.tgz'));
    });
    const impatient = { ...from, patience: { idle: 50, pauses: [] } };
    const { message } = await faultOf(box.options({ NPM_CONFIG_REGISTRY: server.url }), impatient);
    expect(message).toContain('no data for 0.05 s');
  });

  test('no network and nothing here: every place tried, and what to do', async () => {
    const { box, server, slot, env, from } = await setUp();
    await server.close();
    const { code, message, fix } = await faultOf(box.options(env), from);
    expect(code).toBe('runtime-unavailable');
    expect(message).toBe(
      'The native parts of onnx-gate (onnxruntime-node 1.2.3, @duckdb/node-api 1.2.3) are not here: ' +
        `runtime-path is not set; tool cache ${slot}: no complete copy; ` +
        `node_modules at or above ${join(box.app, 'dist')}: no onnxruntime-node; ` +
        `download: ${server.host} could not be reached for /onnxruntime-node/-/onnxruntime-node-1.2.3.tgz (ECONNREFUSED)`,
    );
    for (const way of ['NPM_CONFIG_REGISTRY', 'runtime-url', 'tool cache', 'runtime-path'])
      expect(fix).toContain(way);
  });
});

describe('runtime-path', () => {
  test.each([
    ['the folder', ''],
    ['its node_modules', 'node_modules'],
  ])('%s', async (_, below) => {
    const { box, server, env, from } = await setUp();
    const given = join(box.root, 'given');
    await layOut(join(given, 'node_modules'));
    const options = box.options(env, { runtimePath: join(given, below) });
    expect(await ensureRuntime(options, from)).toEqual({ directory: given, source: 'path' });
    expect(server.requests).toEqual([]);
  });

  test('that holds something else is a fault, and nothing else is tried', async () => {
    const { box, server, env, from } = await setUp();
    const given = join(box.root, 'given');
    await layOut(join(given, 'node_modules'));
    await writeFile(
      join(given, 'node_modules/@duckdb/node-api/package.json'),
      tinyFiles('@duckdb/node-api', '1.0.0')['package.json']!,
    );
    const { message, fix } = await faultOf(box.options(env, { runtimePath: given }), from);
    expect(message).toContain('@duckdb/node-api is 1.0.0, needed is 1.2.3');
    expect(fix).toContain('npm install --ignore-scripts onnxruntime-node@1.2.3 @duckdb/node-api@1.2.3');
    expect(server.requests).toEqual([]);
  });

  test('an empty input counts as none', async () => {
    const { box, env, from } = await setUp();
    const { source } = await ensureRuntime(box.options(env, { runtimePath: '', runtimeUrl: '' }), from);
    expect(source).toBe('download');
  });
});

describe('a node_modules beside or above', () => {
  test('will do, and then nothing is written', async () => {
    const { box, server, env, from } = await setUp();
    await layOut(join(box.root, 'node_modules'));
    const directory = join(box.app, 'dist');
    expect(await ensureRuntime(box.options(env), from)).toEqual({ directory, source: 'node_modules' });
    expect(load(directory, 'onnxruntime-node')).toBe('onnxruntime-node@1.2.3');
    expect(server.requests).toEqual([]);
    expect(existsSync(box.cache)).toBe(false);
  });

  test('will do when an installer linked the packages from a store', async () => {
    const { box, env, from } = await setUp();
    const store = join(box.root, 'store');
    await layOut(join(store, 'node_modules'));
    await mkdir(join(box.app, 'node_modules/@duckdb'), { recursive: true });
    for (const name of ['onnxruntime-node', '@duckdb/node-api']) {
      await symlink(join(store, 'node_modules', name), join(box.app, 'node_modules', name));
    }
    expect((await ensureRuntime(box.options(env), from)).source).toBe('node_modules');
  });

  test.each([
    [
      'of another version',
      (folder: string) => writeFile(join(folder, 'onnxruntime-common/package.json'), '{"version":"1.2.4"}'),
    ],
    [
      'for another machine',
      (folder: string) => rm(join(folder, 'onnxruntime-node/bin'), { recursive: true }),
    ],
    ['without a package', (folder: string) => rm(join(folder, '@duckdb/node-bindings'), { recursive: true })],
    ['broken', (folder: string) => writeFile(join(folder, 'onnxruntime-node/package.json'), '{')],
  ])('%s will not do', async (_, spoil) => {
    const { box, env, from } = await setUp();
    await layOut(join(box.app, 'node_modules'));
    await spoil(join(box.app, 'node_modules'));
    expect((await ensureRuntime(box.options(env), from)).source).toBe('download');
  });

  test('comes after the tool cache', async () => {
    const { box, env, from } = await setUp();
    await ensureRuntime(box.options(env), from);
    await layOut(join(box.app, 'node_modules'));
    expect((await ensureRuntime(box.options(env), from)).source).toBe('cache');
  });
});
