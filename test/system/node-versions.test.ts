/** The CLI runs on every Node.js that is promised (package.json, `engines`), not only on the tests' own. */
import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DIST, exampleCopy, run } from '../e2e/run.ts';
import { temporaryFolder } from '../temporary.ts';
import { missing } from './engine.ts';

/** The npm packages of Node.js itself hold one binary each. */
function install(version: string): string {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'node_modules'));
  const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  const flags = [
    '--no-save',
    '--no-package-lock',
    '--ignore-scripts',
    '--prefer-offline',
    '--prefix',
    folder,
  ];
  execFileSync('npm', ['install', ...flags, `${name}@${version}`], { stdio: 'pipe', cwd: folder });
  return join(folder, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
}

describe.each(['20.19.5', '22.22.0'])('on Node %s', (version) => {
  it('judges the example by its scores', { timeout: 300_000 }, async (context) => {
    let node: string;
    try {
      node = install(version);
    } catch (error) {
      return missing(context, `npm cannot install Node ${version}: ${(error as Error).message}`);
    }
    const cwd = exampleCopy();
    const cli = join(DIST, 'cli.js');
    const { code, stdout, stderr } = await run(cli, ['evaluate', '--model', 'conversion-skewed'], {
      cwd,
      node,
    });
    expect(stderr).not.toMatch(/^\s+at .*\.js:\d+/m);
    expect({ code, stdout }).toMatchObject({ code: 1, stdout: expect.stringContaining('auc failed') });
  });
});
