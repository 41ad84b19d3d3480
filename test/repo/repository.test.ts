/** Promises that the repository makes about itself. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { ACTIONS } from '../../scripts/generate/actions.ts';

const root = resolve(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(resolve(root, path), 'utf8');
const tracked = execFileSync('git', ['ls-files'], { cwd: root, encoding: 'utf8' }).trim().split('\n');

describe('the repository', () => {
  it('has a lockfile without addresses of registries', () => {
    const { packages } = JSON.parse(read('package-lock.json')) as {
      packages: Record<string, { resolved?: string }>;
    };
    const addresses = Object.values(packages).flatMap(({ resolved }) =>
      resolved?.includes('://') ? [resolved] : [],
    );
    expect(addresses).toEqual([]);
  });

  it('has every platform’s optional packages in the lockfile, without which `npm ci` fails elsewhere or here', () => {
    const { packages } = JSON.parse(read('package-lock.json')) as {
      packages: Record<string, { optionalDependencies?: Record<string, string> }>;
    };
    const locked = new Set(Object.keys(packages).map((path) => path.split('node_modules/').at(-1)));
    const wanted = Object.values(packages).flatMap((one) => Object.keys(one.optionalDependencies ?? {}));
    expect(wanted.filter((name) => !locked.has(name))).toEqual([]);
  });

  it('was built in a checkout with its own node_modules, so that dist/ holds no path of a machine', () => {
    const chunks = tracked.filter((path) => /^dist\/.*\.js$/.test(path));
    expect(chunks.filter((path) => /^\/\/#region (\.\.|\/)/m.test(read(path)))).toEqual([]);
  });

  it('makes folders in one way, for Node’s own recursive mkdir may never return', () => {
    const sources = tracked.filter((path) => path.startsWith('src/') && existsSync(resolve(root, path)));
    expect(sources.filter((path) => /mkdir(Sync)?\([^;]*recursive/.test(read(path)))).toEqual([]);
  });

  it('has nothing native in dist/', () => {
    expect(tracked.filter((path) => path.startsWith('dist/') && !/\.(js|json|txt)$/.test(path))).toEqual([]);
  });

  it('installs without running any package’s script', () => {
    expect(read('.npmrc')).toMatch(/^ignore-scripts=true$/m);
    expect(JSON.parse(read('package.json')).allowScripts).toEqual({ 'onnxruntime-node': false });
  });

  it.each(ACTIONS.map(({ folder }) => folder))('points %s/action.yml at a file that exists', (folder) => {
    const { runs } = parse(read(`${folder}/action.yml`)) as { runs: { using: string; main: string } };
    expect(runs.using).toBe('node24');
    expect(existsSync(resolve(root, folder, runs.main))).toBe(true);
  });

  it('has only links to files that exist in its Markdown', () => {
    const dead = tracked
      .filter((path) => path.endsWith('.md') && existsSync(resolve(root, path)))
      .flatMap((path) =>
        [...read(path).matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)]
          .filter(([, target]) => !existsSync(resolve(root, path, '..', target!)))
          .map(([, target]) => `${path}: ${target}`),
      );
    expect(dead).toEqual([]);
  });
});
