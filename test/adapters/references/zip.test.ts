import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readZip } from '../../../src/adapters/references/zip.ts';
import { compressed } from '../../core/behaviour/numpy-files.ts';
import { temporaryFolder } from '../../temporary.ts';
import { makeZip, type ZipEntry } from './make-zip.ts';

async function opened(bytes: Buffer) {
  const folder = temporaryFolder();
  const archive = join(folder, 'a.zip');
  writeFileSync(archive, bytes);
  const zip = await readZip(archive, 'artifact a');
  return {
    paths: zip.paths,
    read: async (path: string) => {
      const file = join(folder, 'out');
      await zip.extract(path, file);
      return readFileSync(file, 'utf8');
    },
  };
}

const FILES: ZipEntry[] = [
  { name: 'folder/', bytes: '', stored: true },
  { name: 'folder/a.onnx', bytes: 'a'.repeat(100_000) },
  { name: 'b.onnx', bytes: 'stored', stored: true },
  { name: 'empty', bytes: '', stored: true },
];

it.each([false, true])('reads stored and deflated files (ZIP64: %s)', async (wide) => {
  const { paths, read } = await opened(makeZip(FILES, wide));
  expect(paths).toEqual(['folder/a.onnx', 'b.onnx', 'empty']);
  expect(await read('folder/a.onnx')).toBe('a'.repeat(100_000));
  expect(await read('b.onnx')).toBe('stored');
  expect(await read('empty')).toBe('');
});

it('reads what another program wrote', async () => {
  const { paths, read } = await opened(compressed);
  expect(paths).toEqual(['x.npy', 'n.npy', 'w.npy', 'f.npy']);
  expect(await read('n.npy')).toContain('NUMPY');
});

it('does not see names that lead out of the archive', async () => {
  const names = ['../a', '/etc/passwd', 'a/../../b', 'C:\\a', 'a\\..\\b', 'a//b', 'ok'];
  const { paths } = await opened(makeZip(names.map((name) => ({ name, bytes: 'x' }))));
  expect(paths).toEqual(['ok']);
});

it.each([
  ['is cut off', () => makeZip(FILES).subarray(0, -40), 'no end record'],
  ['is something else', () => Buffer.from('<html>'), 'no end record'],
  [
    'unpacks to more than it claims',
    () => makeZip([{ name: 'b.onnx', bytes: 'a'.repeat(1000), claims: 10 }]),
    'more than the 10 bytes',
  ],
  ['unpacks to less', () => makeZip([{ name: 'b.onnx', bytes: 'a', claims: 10 }]), '1 of 10 bytes'],
  ['is packed in another way', () => makeZip([{ name: 'b.onnx', bytes: 'a', method: 12 }]), 'method 12'],
  [
    'is damaged',
    () => Buffer.concat([makeZip([{ name: 'b.onnx', bytes: 'a'.repeat(99) }]).fill(0xff, 36, 40)]),
    'cannot be unpacked',
  ],
])('an archive that %s', async (_, bytes, why) => {
  const reading = opened(bytes()).then(({ read }) => read('b.onnx'));
  await expect(reading).rejects.toThrow(why);
});
