/**
 * The published packages, byte for byte. npm fetches them from the registry that it is configured for; a server
 * on loopback then hands them out. Skips where that registry cannot be reached, except in CI.
 */
import { execFile } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { DataType, model, node, value } from '../../../scripts/onnx/builder.ts';
import { ensureRuntime } from '../../../src/adapters/runtime/ensure.ts';
import { MANIFEST, partsFor } from '../../../src/adapters/runtime/manifest.ts';
import { packedName, registry, sandbox, serve, target } from './fixture.ts';

const exec = promisify(execFile);

/** Loads both natives from the folder in argv[2], answers `select 1`, and runs the model in argv[3]. */
const PROBE = `
  const [, , directory, path] = process.argv;
  process.env.ORT_DISABLE_TELEMETRY = '1';
  const load = require('node:module').createRequire(require('node:path').join(directory, '_.js'));
  const { InferenceSession, Tensor } = load('onnxruntime-node');
  const { DuckDBInstance } = load('@duckdb/node-api');
  (async () => {
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    const rows = (await connection.runAndReadAll('select 1')).getRows();
    const session = await InferenceSession.create(path);
    const { y } = await session.run({ x: new Tensor('float32', [-1, 2], [2]) });
    console.log(JSON.stringify({ rows, y: [...y.data] }));
  })();
`;

test('are fetched, checked, unpacked, and both engines run from the cache', { timeout: 300_000 }, async ({
  skip,
}) => {
  await using box = await sandbox();
  const packs = join(box.root, 'packs');
  await mkdir(packs);
  const parts = partsFor(MANIFEST, target);
  const names = parts.map(({ name, version }) => `${name}@${version}`);
  const pack = ['pack', '--silent', '--ignore-scripts', '--prefer-offline', ...names];
  const npm = await exec('npm', pack, { cwd: packs, shell: process.platform === 'win32' }).catch(
    (error) => error,
  );
  if (npm instanceof Error) {
    expect(process.env.CI, `npm cannot fetch the packages: ${npm.message}`).not.toBe('true');
    skip(`npm cannot fetch the packages: ${npm.message}`);
  }
  const tarballs = new Map<string, Buffer>();
  for (const { name, version } of parts) {
    const file = packedName(name, version);
    tarballs.set(file, await readFile(join(packs, file)));
  }
  const server = await serve(registry(tarballs));
  const options = box.options({ NPM_CONFIG_REGISTRY: server.url });
  const { directory, source } = await ensureRuntime(options).finally(server.close);
  expect(source).toBe('download');

  const path = join(box.root, 'relu.onnx');
  const input = [value('x', DataType.FLOAT, ['n'])];
  const output = [value('y', DataType.FLOAT, ['n'])];
  await writeFile(path, model({ name: 'relu', node: [node('Relu', ['x'], ['y'])], input, output }));
  const probe = join(box.root, 'probe.cjs');
  await writeFile(probe, PROBE);
  const { stdout } = await exec(process.execPath, [probe, directory, path]);
  expect(JSON.parse(stdout)).toEqual({ rows: [[1]], y: [0, 2] });

  expect(await ensureRuntime(options)).toEqual({ directory, source: 'cache' });
});
