import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { files } from '../../src/adapters/files.ts';
import { temporaryFolder } from '../temporary.ts';

describe('files', () => {
  it('identifies content by SHA-256', async () => {
    const path = join(temporaryFolder(), 'abc');
    writeFileSync(path, 'abc');
    // FIPS 180-4, example "abc".
    const digest = 'sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
    expect(await files.identify(path)).toEqual({ bytes: 3, digest });
  });

  it('reads the head of a shorter file', async () => {
    const path = join(temporaryFolder(), 'abc');
    writeFileSync(path, 'abc');
    expect(await files.head(path, 1024)).toEqual(new Uint8Array([97, 98, 99]));
  });

  it('names the nearest file when one is missing', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'conversion.onnx'), '');
    await expect(files.read(join(folder, 'convertion.onnx'))).rejects.toMatchObject({
      faults: [{ code: 'file-missing', fix: expect.stringContaining('conversion.onnx') }],
    });
  });

  it('says that a folder is not a file', async () => {
    await expect(files.identify(temporaryFolder())).rejects.toMatchObject({
      faults: [{ code: 'file-missing', message: expect.stringContaining('is a folder') }],
    });
  });

  it('makes folders, replaces in one step and leaves nothing beside the file', async () => {
    const folder = temporaryFolder();
    await files.write(join(folder, 'a/b.txt'), 'one');
    await files.write(join(folder, 'a/b.txt'), 'two');
    expect(new TextDecoder().decode(await files.read(join(folder, 'a/b.txt')))).toBe('two');
    expect(readdirSync(join(folder, 'a'))).toEqual(['b.txt']);
  });

  it('says when it cannot write', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'file'), '');
    await expect(files.write(join(folder, 'file/below'), 'x')).rejects.toMatchObject({
      faults: [{ code: 'file-unwritable' }],
    });
  });

  it.runIf(existsSync('/proc/self'))('says so of a folder below /proc, where none can be made', async () => {
    await expect(files.write('/proc/none/at/all', 'x')).rejects.toMatchObject({
      faults: [{ code: 'file-unwritable' }],
    });
  });

  it.runIf(process.platform !== 'win32')('does not read what never ends', async () => {
    const pipe = join(temporaryFolder(), 'pipe');
    execFileSync('mkfifo', [pipe]);
    for (const path of [pipe, '/dev/zero'])
      for (const read of [() => files.identify(path), () => files.head(path, 8)])
        await expect(read()).rejects.toMatchObject({
          faults: [{ code: 'file-unreadable', message: expect.stringContaining('a pipe, socket or device') }],
        });
  });

  it('lists files below a folder in byte order, without following links', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'a'));
    for (const name of ['b', 'B', 'a/z']) writeFileSync(join(folder, name), '');
    symlinkSync('/etc', join(folder, 'link'));
    expect(await files.list(folder)).toEqual(['B', 'a/z', 'b']);
  });
});
