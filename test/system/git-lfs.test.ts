import { execFileSync } from 'node:child_process';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { DIST, exampleCopy, ROOT, run } from '../e2e/run.ts';
import { temporaryFolder } from '../temporary.ts';
import { needs } from './engine.ts';

it('a checkout without its LFS files is named as such, for the candidate and for a git baseline', async (context) => {
  needs(context, 'Git LFS', 'git', 'lfs', 'version');
  const origin = exampleCopy();
  const git = (cwd: string, ...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.org', ...args], {
      cwd,
      env: { ...process.env, GIT_LFS_SKIP_SMUDGE: '1' },
      stdio: 'pipe',
    });
  git(origin, 'init', '-q', '-b', 'main');
  git(origin, 'lfs', 'install', '--local');
  git(origin, 'lfs', 'track', '*.onnx');
  git(origin, 'add', '.');
  git(origin, 'commit', '-qm', 'models in LFS');
  const clone = join(temporaryFolder(), 'clone');
  git(origin, 'clone', '-q', origin, clone);

  const cli = join(DIST, 'cli.js');
  const pointer = await run(cli, ['validate', 'models/candidate.onnx'], { cwd: clone });
  expect(pointer.stdout + pointer.stderr).toContain('models/candidate.onnx is a Git LFS pointer');
  expect(pointer.code).toBe(2);

  cpSync(join(ROOT, 'examples/sessions/models/candidate.onnx'), join(clone, 'models/candidate.onnx'));
  const args = ['validate', 'models/candidate.onnx', '--baseline', 'git:main:models/baseline.onnx'];
  const baseline = await run(cli, args, { cwd: clone });
  expect(baseline.stdout + baseline.stderr).toContain('git:main:models/baseline.onnx is a Git LFS pointer');
  expect(baseline.code).toBe(2);
});
