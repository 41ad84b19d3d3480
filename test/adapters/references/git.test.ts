import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { temporaryFolder } from '../../temporary.ts';
import { bytesOf, faultOf, MODEL, reader, WEIGHTS, withExternal } from './tools.ts';

describe('paths and git, in a real repository', () => {
  let folder: string;
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.org', ...args], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, GIT_COMMITTER_DATE: '2026-03-04T05:06:07Z' },
    }).trim();
  const write = (path: string, bytes: string | Uint8Array) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  };

  beforeEach(() => {
    folder = temporaryFolder();
    const before = process.cwd();
    process.chdir(folder);
    onTestFinished(() => process.chdir(before));
    git('init', '-q', '-b', 'main');
    write('model.onnx', MODEL);
    write('big/model.onnx', withExternal('weights/w.bin'));
    write('big/weights/w.bin', WEIGHTS);
    git('add', '.');
    git('commit', '-qm', 'one');
    write('model.onnx', 'new');
  });

  it('takes a path as it is', async () => {
    expect(await reader().baseline('model.onnx')).toEqual({ reference: 'model.onnx', path: 'model.onnx' });
  });

  it('takes bytes from a revision, by the candidate’s path or by its own, with commit and age', async () => {
    for (const reference of ['git:main', 'git:HEAD:model.onnx', 'git:HEAD~0:./model.onnx']) {
      const found = await reader().baseline(reference, 'model.onnx');
      expect(bytesOf(found)).toEqual(MODEL);
      expect(found).toMatchObject({
        reference,
        resolved: `commit ${git('rev-parse', 'HEAD')}`,
        created: '2026-03-04T05:06:07.000Z',
      });
    }
  });

  it('brings external data along, in files with one name each', async () => {
    const { path } = await reader().baseline('git:main:big/model.onnx');
    expect(bytesOf({ path: join(dirname(path), 'weights/w.bin') })).toEqual(WEIGHTS);
  });

  it('says when external data is not there', async () => {
    write('big/model.onnx', withExternal('gone.bin'));
    git('commit', '-qam', 'two');
    expect(await faultOf(reader().baseline('git:main:big/model.onnx'))).toMatchObject({
      code: 'reference-unresolved',
      message: expect.stringContaining(
        "git:main:big/model.onnx was found, but not its external data gone.bin: path 'big/gone.bin' does not exist in 'main'",
      ),
    });
  });

  it('takes the first that resolves, and says what it passed over', async () => {
    const { baseline, told } = reader();
    expect(await baseline(['gone.onnx', 'git:nowhere', 'git:main'], 'model.onnx')).toMatchObject({
      reference: 'git:main',
    });
    expect(told[0]).toBe('Passed over gone.onnx: no such file.');
  });

  it('lists every place tried, and why not', async () => {
    const fault = await faultOf(
      reader().baseline(
        ['gone.onnx', 'git:nowhere', 'git:main:other.onnx', 'ftp:x', 'git:--output=x'],
        'model.onnx',
      ),
    );
    expect(fault.code).toBe('reference-unresolved');
    expect(fault.message).toContain('gone.onnx: no such file');
    expect(fault.message).toContain('fetch-depth: 0');
    expect(fault.message).toContain("path 'other.onnx' does not exist in 'main'");
    expect(fault.message).toContain('`ftp:` is not known');
    expect(fault.message).toContain('--output=x is not a git revision');
  });

  it('asks for a path where there is none to take', async () => {
    expect(await faultOf(reader().baseline('git:main'))).toMatchObject({ fix: 'Write git:main:PATH.' });
  });
});
