import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { createReferences } from '../../src/adapters/references.ts';
import { temporaryFolder } from '../temporary.ts';

describe('references, in a real git repository', () => {
  let folder: string;
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.org', ...args], { cwd: folder });

  beforeEach(() => {
    folder = temporaryFolder();
    const before = process.cwd();
    process.chdir(folder);
    onTestFinished(() => process.chdir(before));
    git('init', '-q', '-b', 'main');
    writeFileSync(join(folder, 'model.onnx'), Buffer.from([8, 8, 0xff]));
    git('add', '.');
    git('commit', '-qm', 'one');
    writeFileSync(join(folder, 'model.onnx'), 'new');
  });

  const references = () => createReferences(join(folder, '.onnx-gate/cache'));

  it('takes a path as it is', async () => {
    expect(await references().resolve(['model.onnx'], 'x')).toEqual({
      reference: 'model.onnx',
      path: 'model.onnx',
    });
  });

  it('takes bytes from a revision, by the candidate’s path or by its own', async () => {
    for (const reference of ['git:main', 'git:HEAD:model.onnx', 'git:HEAD~0:./model.onnx']) {
      const { path } = await references().resolve([reference], 'model.onnx');
      expect([...readFileSync(path)]).toEqual([8, 8, 0xff]);
    }
  });

  it('takes the first that resolves', async () => {
    const found = await references().resolve(['gone.onnx', 'git:nowhere', 'git:main'], 'model.onnx');
    expect(found.reference).toBe('git:main');
  });

  it('lists every place tried, and why not', async () => {
    const none = references().resolve(
      ['gone.onnx', 'git:nowhere', 'git:main:other.onnx', 'ftp:x', 'git:--output=x'],
      'model.onnx',
    );
    await expect(none).rejects.toMatchObject({ faults: [{ code: 'reference-unresolved' }] });
    const message = await none.catch((error) => error.message);
    expect(message).toContain('gone.onnx: no such file');
    expect(message).toContain('fetch-depth: 0');
    expect(message).toContain("path 'other.onnx' does not exist in 'main'");
    expect(message).toContain('`ftp:` is not known');
    expect(message).toContain('--output=x is not a git revision');
  });
});
