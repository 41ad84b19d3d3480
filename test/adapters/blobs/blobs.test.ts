import { fork } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createBlobs } from '../../../src/adapters/blobs/blobs.ts';
import { usualRoom } from '../../../src/adapters/blobs/evict.ts';
import type { Blobs } from '../../../src/ports.ts';
import { temporaryFolder } from '../../temporary.ts';
import { sha256 } from '../references/tools.ts';

const digestOf = (text: string) => `sha256:${sha256(text)}` as const;

async function put(blobs: Blobs, text: string, name = 'a.onnx'): Promise<string> {
  const staged = await blobs.stage();
  writeFileSync(staged, text);
  return blobs.keep(staged, digestOf(text), name);
}

it('gives back what it was given, under any name', async () => {
  const blobs = createBlobs(usualRoom(temporaryFolder()));
  expect(await blobs.find(digestOf('one'), 'a.onnx')).toBeNull();
  const path = await put(blobs, 'one');
  expect(await blobs.find(digestOf('one'), 'a.onnx')).toBe(path);
  const other = (await blobs.find(digestOf('one'), 'folder/rows.csv.gz'))!;
  expect(other).toMatch(/[\\/]rows\.csv\.gz$/);
  expect(readFileSync(other, 'utf8')).toBe('one');
  expect(statSync(other).nlink).toBe(1);
});

it('names never lead out of the cache', async () => {
  const root = temporaryFolder();
  const path = await put(createBlobs(usualRoom(root)), 'one', '../../../..');
  expect(path.startsWith(join(root, 'sha256'))).toBe(true);
});

it('does not give back what was changed', async () => {
  const blobs = createBlobs(usualRoom(temporaryFolder()));
  writeFileSync(await put(blobs, 'one'), 'two');
  expect(await blobs.find(digestOf('one'), 'a.onnx')).toBeNull();
  await put(blobs, 'one');
  expect(await blobs.find(digestOf('one'), 'a.onnx')).not.toBeNull();
});

it('what was not used for longest goes when the cap is passed; what is in use stays', async () => {
  const root = temporaryFolder();
  const blobs = createBlobs({ root, mostBytes: 10, inUse: 60_000 });
  for (const [text, minutes] of [
    ['aaaa', 30],
    ['bbbb', 40],
    ['cccc', 0],
  ] as const) {
    await put(blobs, text);
    const then = new Date(Date.now() - minutes * 60_000);
    utimesSync(join(root, 'sha256', sha256(text)), then, then);
  }
  await put(blobs, 'dddd');
  expect(readdirSync(join(root, 'sha256')).sort()).toEqual(
    ['cccc', 'dddd'].map((text) => sha256(text)).sort(),
  );
  // Both are past the cap together with this one, but used just now.
  await put(blobs, 'eeee');
  expect(readdirSync(join(root, 'sha256'))).toHaveLength(3);
  expect(readdirSync(join(root, 'staging'))).toEqual([]);
});

it('gathers copies into one folder, the same for the same files', async () => {
  const blobs = createBlobs(usualRoom(temporaryFolder()));
  const files = [
    { name: 'm.onnx', path: await put(blobs, 'model'), digest: digestOf('model') },
    { name: 'w/w.bin', path: await put(blobs, 'weights', 'w.bin'), digest: digestOf('weights') },
  ];
  const folder = await blobs.gather(files);
  expect(await blobs.gather(files)).toBe(folder);
  expect(readFileSync(join(folder, 'w/w.bin'), 'utf8')).toBe('weights');
  expect(statSync(join(folder, 'w/w.bin')).nlink).toBe(1);
});

it('several processes can fill one cache past its cap at once', async () => {
  const root = temporaryFolder();
  const codes = await Promise.all(
    [1, 2, 3].map(
      (seed) =>
        new Promise((done, fail) => {
          const child = fork(join(import.meta.dirname, 'fill.ts'), [root, String(seed)]);
          child.on('error', fail);
          child.on('exit', done);
        }),
    ),
  );
  expect(codes).toEqual([0, 0, 0]);
  for (const name of readdirSync(join(root, 'sha256'))) {
    const path = join(root, 'sha256', name, 'a.onnx');
    expect(existsSync(path) && sha256(readFileSync(path))).toBe(name);
  }
});

it('a cache that cannot be written says which folder to set', async () => {
  const file = join(temporaryFolder(), 'file');
  writeFileSync(file, '');
  await expect(createBlobs(usualRoom(join(file, 'cache'))).stage()).rejects.toMatchObject({
    faults: [{ code: 'file-unwritable', fix: expect.stringContaining('ONNX_GATE_CACHE') }],
  });
});
