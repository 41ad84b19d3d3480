import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { temporaryFolder } from '../temporary.ts';

export const ROOT = resolve(import.meta.dirname, '../..');
export const DIST = join(ROOT, 'dist');

/** Far beyond what any of these takes; a hang should say where. Milliseconds. */
const LONGEST = 150_000;

/** Not the user's own. */
const CACHE = mkdtempSync(join(tmpdir(), 'onnx-gate-cache-'));
process.on('exit', () => rmSync(CACHE, { recursive: true, force: true }));

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a built file as users and runners do: as a process of its own, told nothing by the environment of the tests. */
export function run(
  file: string,
  args: readonly string[],
  options: { readonly cwd: string; readonly env?: Readonly<Record<string, string>>; readonly node?: string },
): Promise<Ended> {
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(options.node ?? process.execPath, [file, ...args], {
    cwd: options.cwd,
    env: { PATH, HOME, ONNX_GATE_CACHE: CACHE, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const text = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (chunk) => {
      text[name] += chunk;
    });
  }
  return new Promise((done, fail) => {
    const guard = setTimeout(() => {
      child.kill('SIGKILL');
      fail(new Error(`${file} ${args.join(' ')} did not end. It said: ${text.stdout}${text.stderr}`));
    }, LONGEST);
    child.on('error', fail);
    child.on('close', (code) => {
      clearTimeout(guard);
      done({ code, ...text });
    });
  });
}

/** A copy of the repository's example, to run in and to break. */
export function exampleCopy(folder = temporaryFolder()): string {
  cpSync(join(ROOT, 'examples/sessions'), folder, {
    recursive: true,
    filter: (source) => !source.includes('.onnx-gate/') && !source.endsWith('.onnx-gate'),
  });
  return folder;
}
