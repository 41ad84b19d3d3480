/** Git LFS over ssh: the host says where its server is and what to show there (git-lfs/docs/api/authentication.md). */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { z } from 'zod';
import { maybeGit } from './git-command.ts';
import { jsonOf, Missing, variable } from './place.ts';

/** A host that does not answer must not hold up the run. */
const TIMEOUT = 60_000;

const answer = z.object({
  href: z.url({ protocol: /^https?$/ }).optional(),
  header: z.record(z.string(), z.string()).optional(),
});

interface Remote {
  /** With its user, where the address has one. */
  readonly host: string;
  readonly port: string | null;
  readonly path: string;
}

/** `ssh://git@host:22/team/models.git` or `git@host:team/models.git`; null for other addresses. */
function parseRemote(address: string): Remote | null {
  const url = /^(?:git\+)?ssh:\/\/((?:[\w.-]+@)?[\w.-]+)(?::(\d+))?(\/.+)$/.exec(address);
  if (url) return { host: url[1]!, port: url[2] ?? null, path: url[3]! };
  const short = /^((?:[\w.-]+@)?[\w.-]{2,}):(?!\/\/)(.+)$/.exec(address);
  return short ? { host: short[1]!, port: null, path: short[2]! } : null;
}

/** The LFS server of a remote that is reached over ssh, and the headers that it wants; null for other addresses. Throws `Missing`. */
export async function askOverSsh(
  address: string,
  env: NodeJS.ProcessEnv,
): Promise<{ readonly url: URL; readonly headers: Record<string, string> } | null> {
  const remote = parseRemote(address);
  // What begins with a dash would be an option.
  if (!remote || remote.host.startsWith('-')) return null;
  const { host, port, path } = remote;
  const quoted = /^[\w./~+-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
  const args = [...(port ? ['-p', port] : []), host, `git-lfs-authenticate ${quoted} download`];
  const text = await run(host, await command(env), args);
  const parsed = answer.safeParse(jsonOf(text));
  if (!parsed.success)
    throw new Missing(`${host} gave an answer to git-lfs-authenticate that is not understood`);
  const { href, header = {} } = parsed.data;
  const url =
    href ??
    `https://${host.replace(/^.*@/, '')}/${path.replace(/^\//, '').replace(/(\.git)?$/, '.git')}/info/lfs`;
  return {
    url: new URL(url),
    headers: Object.fromEntries(Object.entries(header).map(([name, value]) => [name.toLowerCase(), value])),
  };
}

/** As git chooses it: a line for the shell first, then a program. */
async function command(env: NodeJS.ProcessEnv): Promise<readonly [file: string, ...args: string[]]> {
  const line = variable(env, 'GIT_SSH_COMMAND') ?? (await maybeGit('config', '--get', 'core.sshCommand'));
  if (line) return ['sh', '-c', `${line} "$@"`, line];
  const program = variable(env, 'GIT_SSH');
  // There is nobody to ask for a passphrase, or whether to trust a host.
  return program ? [program] : ['ssh', '-o', 'BatchMode=yes'];
}

async function run(host: string, [file, ...first]: readonly [string, ...string[]], args: readonly string[]) {
  try {
    const { stdout } = await promisify(execFile)(file, [...first, ...args], { timeout: TIMEOUT });
    return stdout;
  } catch (error) {
    const { code, stderr, killed } = error as { code?: string | number; stderr?: string; killed?: boolean };
    const words = stderr?.trim().split('\n').at(-1)?.slice(0, 300);
    const why = killed ? `no answer within ${TIMEOUT / 1000} s` : words || `ssh ended with ${code}`;
    throw new Missing(
      `it is a Git LFS pointer, and ${host} does not say over ssh where its file is: ${why}`,
      'Give the job an ssh key that may read the repository (`ssh-key` of actions/checkout, or GIT_SSH_COMMAND), or run `git lfs fetch` first.',
      true,
    );
  }
}
