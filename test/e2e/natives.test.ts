/**
 * An action from a checkout without node_modules, as on a runner: native packages come from a registry once, and from
 * the tool cache afterwards. npm fetches the published packages, byte for byte; a server on loopback hands them out.
 */
import { execFile, execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { MANIFEST, partsFor } from '../../src/adapters/runtime/manifest.ts';
import { packedName, registry, serve, target } from '../adapters/runtime/fixture.ts';
import { temporaryFolder } from '../temporary.ts';
import { exampleCopy, ROOT, run } from './run.ts';

const exec = promisify(execFile);

/** The packages' own tarballs by file name, or npm's words when it cannot fetch them. */
async function published(folder: string): Promise<Map<string, Buffer> | Error> {
  const parts = partsFor(MANIFEST, target);
  const names = parts.map(({ name, version }) => `${name}@${version}`);
  const pack = ['pack', '--silent', '--ignore-scripts', '--prefer-offline', ...names];
  // A registry that stalls often answers the second time.
  const attempt = () =>
    exec('npm', pack, { cwd: folder, shell: process.platform === 'win32', timeout: 90_000 }).then(
      () => null,
      (error) => error as Error,
    );
  const failed = (await attempt()) && (await attempt());
  if (failed) return failed;
  const files = parts.map(({ name, version }) => packedName(name, version));
  return new Map(files.map((file) => [file, readFileSync(join(folder, file))]));
}

/** What the runner unpacks for `uses:`: the committed files, and nothing that was installed. */
function checkout(): string {
  const folder = temporaryFolder();
  const tracked = execFileSync('git', ['ls-files', 'dist', 'actions', 'action.yml'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  for (const path of tracked.trim().split('\n')) cpSync(join(ROOT, path), join(folder, path));
  return folder;
}

it('runs without node_modules: downloads once, then needs no network, and says so when it has neither', {
  timeout: 660_000,
}, async ({ skip }) => {
  const tarballs = await published(temporaryFolder());
  if (tarballs instanceof Error) {
    expect(process.env.CI, `npm cannot fetch the packages: ${tarballs.message}`).not.toBe('true');
    return skip(`npm cannot fetch the packages: ${tarballs.message}`);
  }
  const server = await serve(registry(tarballs));
  const action = join(checkout(), 'dist/evaluate.js');
  const cwd = exampleCopy();
  const cache = temporaryFolder();
  const home = temporaryFolder();
  const summary = join(cwd, 'summary.md');
  writeFileSync(summary, '');
  const env = {
    HOME: home,
    GITHUB_ACTIONS: 'true',
    GITHUB_STEP_SUMMARY: summary,
    RUNNER_TOOL_CACHE: cache,
    NPM_CONFIG_REGISTRY: server.url,
    INPUT_MODEL: 'conversion',
  };

  const first = await run(action, [], { cwd, env }).finally(server.close);
  expect(first.stdout).toContain('onnxruntime-node');
  expect(first).toMatchObject({ code: 0, stdout: expect.stringContaining('✓ Passed') });

  const second = await run(action, [], { cwd, env });
  expect(second.stdout).not.toContain('MB');
  expect(second).toMatchObject({ code: 0, stdout: expect.stringContaining('✓ Passed') });

  rmSync(cache, { recursive: true });
  mkdirSync(cache);
  const third = await run(action, [], { cwd, env });
  expect(third.stdout).toContain('runtime-path');
  expect(third.stdout).not.toMatch(/^\s+at .*\.js:\d+/m);
  expect(third.code).toBe(3);
});
