import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { access, mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { fault } from '../core/errors.ts';
import type { References } from '../ports.ts';

const run = promisify(execFile);

/** git has no file larger than this that belongs in history; LFS holds the others. */
const MOST_BYTES = 1024 ** 3;

type Attempt = { readonly path: string } | { readonly reason: string };

/** One row per scheme; a reference without a scheme is a path. */
const SCHEMES: Readonly<Record<string, (rest: string, path: string, cache: string) => Promise<Attempt>>> = {
  git: fromGit,
};

/** Resolves paths and `git:REV[:path]`. Files taken from elsewhere are kept in `cache`. */
export function createReferences(cache: string): References {
  return {
    async resolve(references, path) {
      const tried: string[] = [];
      for (const reference of references) {
        const attempt = await resolveOne(reference, path, cache);
        if ('path' in attempt) return { reference, path: attempt.path };
        tried.push(`${reference}: ${attempt.reason}`);
      }
      throw fault('reference-unresolved', `No baseline was found. Tried ${tried.join('; ')}.`, {
        fix: 'Name a file that exists, or leave `baseline` out to judge the candidate alone.',
      });
    },
  };
}

async function resolveOne(reference: string, path: string, cache: string): Promise<Attempt> {
  const scheme = /^([a-z][a-z+]+):(.+)$/.exec(reference);
  if (!scheme) {
    return access(reference).then(
      () => ({ path: reference }),
      () => ({ reason: 'no such file' }),
    );
  }
  const fetch = SCHEMES[scheme[1]!];
  if (!fetch) return { reason: `\`${scheme[1]}:\` is not known; a path or git:REV[:path] is` };
  return fetch(scheme[2]!, path, cache);
}

async function fromGit(rest: string, path: string, cache: string): Promise<Attempt> {
  const colon = rest.indexOf(':');
  const revision = colon < 0 ? rest : rest.slice(0, colon);
  const file = colon < 0 ? path : rest.slice(colon + 1);
  if (!/^[\w@][\w@{}~^./-]*$/.test(revision)) return { reason: `${revision} is not a git revision` };
  // `./` makes git read the path from the working directory, as the candidate's is.
  const object = `${revision}:${file.startsWith('/') ? file : `./${file.replace(/^\.\//, '')}`}`;
  try {
    const { stdout } = await run('git', ['cat-file', 'blob', object], {
      encoding: 'buffer',
      maxBuffer: MOST_BYTES,
    });
    const name = createHash('sha256').update(stdout).digest('hex');
    const target = join(cache, `${name}.onnx`);
    await mkdir(cache, { recursive: true });
    await writeFile(`${target}.tmp`, stdout);
    await rename(`${target}.tmp`, target);
    return { path: target };
  } catch (error) {
    return { reason: reasonOf(error) };
  }
}

function reasonOf(error: unknown): string {
  const { code, stderr } = error as { code?: string | number; stderr?: Buffer };
  if (code === 'ENOENT') return 'git is not installed';
  const words = stderr
    ?.toString()
    .replace(/^fatal: /, '')
    .split('\n')[0]
    ?.slice(0, 300);
  if (words?.includes('invalid object name'))
    return `${words} (a shallow clone? check out with \`fetch-depth: 0\`)`;
  return words || String(error);
}
