import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fault } from '../../core/errors.ts';
import type { History } from '../../ports.ts';
import { lineName } from './name.ts';

const NAME = /^(?!.*(\.\.|\/\/|\/$|\.lock$))[A-Za-z0-9][A-Za-z0-9._/-]{0,199}$/;
const REMOTE = 'origin';
/** Runs that may push in between before this one gives up. */
const ATTEMPTS = 30;
/** Milliseconds between two attempts, at most; drawn anew each time, so that runs fall out of step. */
const LONGEST_WAIT = 1500;
const WHO = { NAME: 'onnx-gate', EMAIL: 'onnx-gate@users.noreply.github.com' };

/**
 * One file per run on a branch of `origin`, committed without touching the working tree or the index. A push that
 * another run came before is refused by the server; it is then made anew upon that run's commit.
 */
export function branchHistory(branch: string): History {
  return {
    async append(line) {
      check(branch);
      const blob = (await git(['hash-object', '-w', '--stdin'], { input: line })).trim();
      let said = '';
      for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
        try {
          const commit = await commitOn(await tip(branch), blob);
          await git(['push', '--quiet', REMOTE, `${commit}:refs/heads/${branch}`]);
          return;
        } catch (error) {
          said = String(error instanceof Error ? error.message : error);
          if (
            !/rejected|fetch first|non-fast-forward|cannot lock ref|failed to update ref|reference already exists|File exists/i.test(
              said,
            )
          )
            break;
          await wait(Math.random() * LONGEST_WAIT);
        }
      }
      throw fault('history-unwritable', `The history could not be pushed to branch ${branch}.`, {
        fix: 'Let this run write contents: in GitHub Actions, `permissions: { contents: write }`. On a fork it may not.',
        details: said,
      });
    },
    async read() {
      check(branch);
      const at = await tip(branch);
      if (at === null) return [];
      const files = (await git(['ls-tree', '-r', at])).split('\n');
      const blobs = files.flatMap((file) => /^100644 blob ([0-9a-f]+)\t.*\.jsonl$/.exec(file)?.[1] ?? []);
      const texts = await git(['cat-file', '--batch'], { input: blobs.map((blob) => `${blob}\n`).join('') });
      // Between the blobs stand git's own lines.
      return texts.split('\n').filter((line) => line.startsWith('{'));
    },
  };
}

function check(branch: string): void {
  if (NAME.test(branch)) return;
  throw fault('usage-invalid', `\`${branch.slice(0, 100)}\` cannot be the name of a branch.`, {
    fix: 'Write, for example, `branch:onnx-gate-history`.',
  });
}

/** The branch's newest commit on the remote, fetched; null where there is no such branch. */
async function tip(branch: string): Promise<string | null> {
  const listed = await git(['ls-remote', REMOTE, `refs/heads/${branch}`]).catch((error) => {
    throw fault('history-unreadable', `The branches of ${REMOTE} cannot be listed.`, {
      fix: 'Run inside a clone whose `origin` can be reached.',
      details: String(error instanceof Error ? error.message : error),
    });
  });
  const commit = /^[0-9a-f]{40,64}/.exec(listed)?.[0];
  if (commit === undefined) return null;
  await git(['fetch', '--quiet', '--no-tags', '--no-write-fetch-head', REMOTE, commit]);
  return commit;
}

async function commitOn(parent: string | null, blob: string): Promise<string> {
  const index = join(tmpdir(), `onnx-gate-${randomUUID()}.index`);
  const env = {
    GIT_INDEX_FILE: index,
    ...Object.fromEntries(
      ['AUTHOR', 'COMMITTER'].flatMap((role) =>
        Object.entries(WHO).map(([key, value]) => [`GIT_${role}_${key}`, value]),
      ),
    ),
  };
  try {
    await git(parent === null ? ['read-tree', '--empty'] : ['read-tree', parent], { env });
    await git(['update-index', '--add', '--cacheinfo', `100644,${blob},runs/${lineName()}`], { env });
    const tree = (await git(['write-tree'], { env })).trim();
    const parents = parent === null ? [] : ['-p', parent];
    return (await git(['commit-tree', tree, ...parents, '-m', 'A verdict'], { env })).trim();
  } finally {
    await rm(index, { force: true });
  }
}

/** Standard output; throws what git said. */
function git(
  args: readonly string[],
  { input = '', env = {} }: { readonly input?: string; readonly env?: Readonly<Record<string, string>> } = {},
): Promise<string> {
  const child = spawn('git', args, {
    env: { ...process.env, GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C', ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const output: Buffer[] = [];
  const errors: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => errors.push(chunk));
  child.stdin.on('error', () => {});
  child.stdin.end(input);
  return new Promise((done, fail) => {
    child.on('error', fail);
    child.on('close', (code) =>
      code === 0
        ? done(Buffer.concat(output).toString('utf8'))
        : fail(new Error(Buffer.concat(errors).toString('utf8').trim() || `git ended with ${code}`)),
    );
  });
}
