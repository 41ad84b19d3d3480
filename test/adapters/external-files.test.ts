import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { link, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openByteSource } from '../../src/adapters/byte-source.ts';
import { createExternalFiles } from '../../src/adapters/external-files/files.ts';

let base = '';
beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'external-'));
  await mkdir(join(base, 'model/sub'), { recursive: true });
  await writeFile(join(base, 'secret'), 'secret');
  await writeFile(join(base, 'model/m.onnx'), 'model');
  await writeFile(join(base, 'model/w.bin'), 'weights');
  await writeFile(join(base, 'model/linked.bin'), 'weights');
  await link(join(base, 'model/linked.bin'), join(base, 'other-name'));
  await symlink('w.bin', join(base, 'model/inner'));
  await symlink('../secret', join(base, 'model/outer'));
  await symlink('..', join(base, 'model/up'));
  execFileSync('mkfifo', [join(base, 'model/pipe')]);
});
afterAll(() => rm(base, { recursive: true }));

describe('external files on a disk', () => {
  it.each([
    ['w.bin', { kind: 'regular', symlink: false, inside: true, links: 1, size: 7 }],
    ['sub/../w.bin', { kind: 'regular', inside: true }],
    ['linked.bin', { kind: 'regular', links: 2 }],
    ['inner', { kind: 'regular', symlink: true, inside: true }],
    ['outer', { symlink: true, inside: false, head: new Uint8Array() }],
    ['up/secret', { symlink: true, inside: false, head: new Uint8Array() }],
    ['sub', { kind: 'folder' }],
    ['pipe', { kind: 'other' }],
    ['nowhere', { kind: 'missing' }],
    ['w.bin/below', { kind: 'missing' }],
  ])('%s', async (location, facts) => {
    expect(await createExternalFiles(join(base, 'model/m.onnx')).inspect(location)).toMatchObject(facts);
  });

  it('reads a file once for its hash, and again when it has changed', async () => {
    const path = join(base, 'model/known.bin');
    await writeFile(path, 'one');
    const files = createExternalFiles(join(base, 'model/m.onnx'), new Map());
    let seen = 0;
    const look = (bytes: Uint8Array) => {
      seen += bytes.length;
    };
    const first = await files.scan('known.bin', look, ['sha256']);
    expect(first).toEqual({ sha256: createHash('sha256').update('one').digest('hex') });
    expect(await files.scan('known.bin', null, ['sha256'])).toEqual(first);
    expect(await files.scan('known.bin', look, ['sha256'])).toEqual(first);
    expect(seen).toBe(6);
    await writeFile(path, 'two');
    expect(await files.scan('known.bin', null, ['sha256'])).not.toEqual(first);
  });

  it.each([
    ['short', 5],
    ['longer than a piece', 2 ** 20 + 3],
    ['so long that it is hashed on a thread', 66 * 2 ** 20 + 7],
  ])('goes once through a file that is %s, and hashes it', async (_, size) => {
    const path = join(base, 'model/scanned.bin');
    const content = new Uint8Array(size).map((_, i) => i % 251);
    await writeFile(path, content);
    let at = 0;
    let equal = true;
    const hashes = await createExternalFiles(join(base, 'model/m.onnx')).scan(
      'scanned.bin',
      (bytes, from) => {
        equal &&= from === at && Buffer.compare(bytes, content.subarray(at, at + bytes.length)) === 0;
        at += bytes.length;
      },
      ['sha256', 'sha1'],
    );
    expect({ at, equal }).toEqual({ at: size, equal: true });
    const digest = (name: string) => createHash(name).update(content).digest('hex');
    expect(hashes).toEqual({ sha256: digest('sha256'), sha1: digest('sha1') });
  });

  it('does not go through what lies outside, and tells what goes wrong on the way', async () => {
    const external = createExternalFiles(join(base, 'model/m.onnx'));
    expect(await external.scan('up/secret', () => {}, ['sha256'])).toBeNull();
    const failing = () => {
      throw new Error('not today');
    };
    await expect(external.scan('w.bin', failing, ['sha256'])).rejects.toThrow('not today');
  });

  it('reads ranges, and nothing from outside', async () => {
    const external = createExternalFiles(join(base, 'model/m.onnx'));
    expect(new TextDecoder().decode(await external.read('w.bin', 2, 3))).toBe('igh');
    expect(await external.read('w.bin', 5, 100)).toHaveLength(2);
    expect(await external.read('up/secret', 0, 6)).toHaveLength(0);
  });
});

describe('a file as a byte source', () => {
  it('reads by range and ends where the file ends', async () => {
    await using source = await openByteSource(join(base, 'model/w.bin'));
    expect(source.size).toBe(7);
    expect(new TextDecoder().decode(await source.read(4, 100))).toBe('hts');
    expect(await source.read(100, 5)).toHaveLength(0);
  });

  it('says that a file is missing', async () => {
    await expect(openByteSource(join(base, 'none'))).rejects.toThrow('none does not exist');
  });
});
