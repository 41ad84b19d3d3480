import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { runtimeManifest } from '../../../scripts/runtime-manifest.ts';
import { MANIFEST, partsFor } from '../../../src/adapters/runtime/manifest.ts';
import { SUPPORTED, type Target, targetOf } from '../../../src/adapters/runtime/target.ts';

const root = resolve(import.meta.dirname, '../../..');

test('the manifest is the one that scripts/runtime-manifest.ts makes from package-lock.json', async () => {
  const lock = JSON.parse(await readFile(`${root}/package-lock.json`, 'utf8'));
  const text = await readFile(`${root}/src/adapters/runtime/manifest.json`, 'utf8');
  expect(text).toBe(`${JSON.stringify(runtimeManifest(lock), null, 2)}\n`);
});

test('the manifest names packages, never hosts', async () => {
  const text = await readFile(`${root}/src/adapters/runtime/manifest.json`, 'utf8');
  expect(text).not.toMatch(/:\/\/|\.(org|com|dev|io|net)\b/);
});

test('a lock without one of the packages is refused', () => {
  expect(() => runtimeManifest({ packages: {} })).toThrow(/onnxruntime-node/);
});

test.each(SUPPORTED)('%s has a version and a hash for each of its packages', (name) => {
  const [platform, arch] = name.split('-') as [string, string];
  const parts = partsFor(MANIFEST, { name, platform, arch } satisfies Target);
  expect(parts.map((part) => part.name)).toContain(`@duckdb/node-bindings-${name}`);
  for (const { version, integrity } of parts) {
    expect(version).toMatch(/^\d+\.\d+\.\d+/);
    expect(Buffer.from(integrity.replace('sha512-', ''), 'base64')).toHaveLength(64);
  }
});

test.each([
  [{ platform: 'linux', arch: 'x64', glibc: false }, /no glibc \(Alpine/],
  [{ platform: 'darwin', arch: 'x64', glibc: true }, /Intel Mac/],
  [{ platform: 'linux', arch: 'riscv64', glibc: true }, /no builds for linux-riscv64/],
  [{ platform: 'freebsd', arch: 'x64', glibc: true }, /no builds for freebsd-x64/],
])('%o is refused in one sentence', (machine, message) => {
  expect(() => targetOf(machine)).toThrow(message);
  expect(() => targetOf(machine)).toThrow(/^[^\n]*$/);
});

test('a supported machine gets its target', () => {
  expect(targetOf({ platform: 'win32', arch: 'arm64', glibc: true }).name).toBe('win32-arm64');
});
