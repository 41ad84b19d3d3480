import { createHash } from 'node:crypto';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import tar from 'tar-stream';
import { describe, expect, it } from 'vitest';
import { unpackLayer } from '../../../src/adapters/containers/unpack.ts';
import type { Descriptor } from '../../../src/core/image/oci.ts';
import { temporaryFolder } from '../../temporary.ts';

type Entry = Partial<tar.Header> & { readonly name: string; readonly text?: string };

async function layerOf(entries: readonly Entry[]): Promise<Buffer> {
  const pack = tar.pack();
  const { getuid, getgid } = process;
  for (const { text = '', ...header } of entries)
    pack.entry(
      { uid: getuid!(), gid: getgid!(), ...header },
      header.type && header.type !== 'file' ? '' : text,
    );
  pack.finalize();
  return buffer(pack as unknown as Readable);
}

const descriptor = (bytes: Uint8Array, suffix = ''): Descriptor => ({
  mediaType: `application/vnd.oci.image.layer.v1.tar${suffix}`,
  digest: `sha256:${createHash('sha256').update(bytes).digest('hex')}`,
  size: bytes.length,
});

/** A root with a folder beside it that nothing may reach. */
async function unpacked(...layers: readonly (readonly Entry[])[]) {
  const folder = temporaryFolder();
  const root = join(folder, 'root');
  for (const path of [root, join(folder, 'outside')]) mkdirSync(path);
  writeFileSync(join(folder, 'outside/kept'), 'kept');
  const unpack = async (entries: readonly Entry[]) => {
    const bytes = await layerOf(entries);
    await unpackLayer(root, Readable.from([bytes]), descriptor(bytes));
  };
  for (const layer of layers) await unpack(layer);
  const read = (path: string) => readFileSync(join(root, path), 'utf8');
  const outside = () =>
    readdirSync(join(folder, 'outside')).map((name) => readFileSync(join(folder, 'outside', name), 'utf8'));
  return { folder, root, read, unpack, outside };
}

const dir = (name: string): Entry => ({ name, type: 'directory', mode: 0o755 });

describe('layers', () => {
  it('lie one over another, files and folders in place of what was there', async () => {
    const { read, root } = await unpacked(
      [dir('a/'), { name: 'a/one', text: '1' }, { name: 'two', text: '2' }],
      [{ name: 'a/one', text: 'new' }],
      [{ name: 'a', text: 'a file now' }],
    );
    expect(read('a')).toBe('a file now');
    expect(read('two')).toBe('2');
    expect(readdirSync(root).sort()).toEqual(['a', 'two']);
  });

  it('take away what their whiteouts name, of the layers below alone', async () => {
    const { root } = await unpacked(
      [
        { name: 'a/gone', text: '' },
        { name: 'a/stays', text: '' },
        { name: 'b/x', text: '' },
        { name: 'b/y/z', text: '' },
      ],
      [{ name: 'a/.wh.gone' }, { name: 'b/own', text: '' }, { name: 'b/.wh..wh..opq' }],
    );
    expect(readdirSync(join(root, 'a'))).toEqual(['stays']);
    expect(readdirSync(join(root, 'b'))).toEqual(['own']);
  });

  it('follow links of the image inside of it', async () => {
    const { root, read } = await unpacked([
      dir('usr/'),
      dir('usr/lib/'),
      { name: 'lib', type: 'symlink', linkname: '/usr/lib' },
      { name: 'lib/libc.so', text: 'code' },
      { name: 'alias', type: 'link', linkname: 'lib/libc.so' },
    ]);
    expect(read('usr/lib/libc.so')).toBe('code');
    expect(read('alias')).toBe('code');
    expect(readlinkSync(join(root, 'lib'))).toBe('/usr/lib');
  });

  it('give no program another user’s rights', async () => {
    const { root } = await unpacked([
      { name: 'su', text: '', mode: 0o4755 },
      { name: 'tmp/', type: 'directory', mode: 0o1777 },
    ]);
    expect(lstatSync(join(root, 'su')).mode & 0o7777).toBe(0o755);
    expect(lstatSync(join(root, 'tmp')).mode & 0o7777).toBe(0o1777);
  });

  it.each<[string, readonly Entry[]]>([
    ['a path that climbs', [{ name: '../outside/new', text: 'x' }]],
    ['a whole path', [{ name: '/../outside/new', text: 'x' }]],
    [
      'a link that climbs',
      [
        { name: 'out', type: 'symlink', linkname: '../outside' },
        { name: 'out/new', text: 'x' },
      ],
    ],
    [
      'a link to the machine’s root',
      [
        { name: 'out', type: 'symlink', linkname: '/' },
        { name: 'out/new', text: 'x' },
      ],
    ],
    ['a whiteout beside it', [{ name: '../outside/.wh.kept' }]],
  ])('stay inside: %s', async (_, entries) => {
    const { folder, outside } = await unpacked(entries);
    expect(outside()).toEqual(['kept']);
    expect(readdirSync(folder).sort()).toEqual(['outside', 'root']);
    expect(existsSync('/new')).toBe(false);
  });

  it.each(['.', './', '/'])('do not put a link in the place of the root: %s', async (name) => {
    const { unpack, root, outside } = await unpacked();
    await expect(
      unpack([
        { name, type: 'symlink', linkname: 'outside' },
        { name: 'new', text: 'x' },
      ]),
    ).rejects.toThrow(/in the place of the root/);
    expect(lstatSync(root).isDirectory()).toBe(true);
    expect(outside()).toEqual(['kept']);
  });

  it('do not link to files outside', async () => {
    const { unpack, outside } = await unpacked();
    await expect(unpack([{ name: 'passwd', type: 'link', linkname: '../outside/kept' }])).rejects.toThrow(
      /no file to link to/,
    );
    expect(outside()).toEqual(['kept']);
  });

  it('that are cut, changed or no archives are refused', async () => {
    const { root } = await unpacked();
    const bytes = await layerOf([{ name: 'a', text: 'text' }]);
    const give = (content: Uint8Array, as: Descriptor) => unpackLayer(root, Readable.from([content]), as);
    const zipped = gzipSync(bytes);
    await give(zipped, descriptor(zipped, '+gzip'));
    expect(readFileSync(join(root, 'a'), 'utf8')).toBe('text');
    await expect(give(bytes, descriptor(Buffer.from('another')))).rejects.toThrow(/find out|gave/);
    const half = zipped.subarray(0, zipped.length / 2);
    await expect(give(half, descriptor(half, '+gzip'))).rejects.toThrow(/cannot be unpacked/);
    const noise = Buffer.alloc(2048, 7);
    await expect(give(noise, descriptor(noise))).rejects.toThrow(/cannot be unpacked/);
  });
});
