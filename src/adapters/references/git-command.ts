import { execFile, spawn } from 'node:child_process';
import { open } from 'node:fs/promises';
import { promisify } from 'node:util';
import { Missing } from './place.ts';

const run = promisify(execFile);
/** Of text that git prints. */
const MOST_TEXT = 64 * 1024 ** 2;
/** Never a question to a person who is not there. */
const quiet = () => ({ ...process.env, GIT_TERMINAL_PROMPT: '0', GIT_LFS_SKIP_SMUDGE: '1' });

/** What git prints. Throws `Missing` with its words. */
export async function git(...args: string[]): Promise<string> {
  try {
    const { stdout } = await run('git', args, { maxBuffer: MOST_TEXT, env: quiet() });
    return stdout;
  } catch (error) {
    throw refused(error);
  }
}

/** As `git`, or null where it fails. */
export const maybeGit = async (...args: string[]): Promise<string | null> =>
  git(...args).then(
    (text) => text.trim() || null,
    () => null,
  );

/** Writes a blob of any size to a file. `path` is read from the working directory, as the candidate's is. */
export async function writeBlob(revision: string, path: string, file: string): Promise<void> {
  const object = `${revision}:${path.startsWith('/') ? path : `./${path.replace(/^(\.\/)+/, '')}`}`;
  await using out = await open(file, 'wx');
  const child = spawn('git', ['cat-file', 'blob', object], {
    stdio: ['ignore', out.fd, 'pipe'],
    env: quiet(),
  });
  let stderr = '';
  child.stderr!.setEncoding('utf8').on('data', (chunk) => {
    stderr += chunk;
  });
  const code = await new Promise<number | null>((done, fail) => {
    child.on('error', (error) => fail(refused(error)));
    child.on('close', done);
  });
  if (code !== 0) throw refused({ stderr });
}

/** What git's credential helpers know of an address; null where they know nothing. */
export async function gitCredential(url: URL): Promise<{ user: string; password: string } | null> {
  const child = spawn('git', ['credential', 'fill'], {
    stdio: ['pipe', 'pipe', 'ignore'],
    env: { ...quiet(), GIT_ASKPASS: 'true', SSH_ASKPASS: 'true' },
  });
  child.stdin.on('error', () => {});
  child.stdin.end(
    `protocol=${url.protocol.slice(0, -1)}\nhost=${url.host}\npath=${url.pathname.slice(1)}\n\n`,
  );
  let text = '';
  for await (const chunk of child.stdout.setEncoding('utf8')) text += chunk;
  const value = (key: string) => new RegExp(`^${key}=(.+)$`, 'm').exec(text)?.[1];
  const [user, password] = [value('username'), value('password')];
  return user && password ? { user, password } : null;
}

function refused(error: unknown): Missing {
  const { code, stderr } = error as { code?: string | number; stderr?: string };
  if (code === 'ENOENT') return new Missing('git is not installed', 'Install git, or name a file.', true);
  const words = stderr
    ?.replace(/^fatal: /, '')
    .split('\n')[0]
    ?.replace(/\.$/, '')
    .slice(0, 300);
  if (words && /invalid object name|Needed a single revision|unknown revision|bad revision/.test(words))
    return new Missing(`${words} (a shallow clone? check out with \`fetch-depth: 0\`)`);
  return new Missing(words || String(error));
}
