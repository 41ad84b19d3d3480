/** An engine's own command. Its log is shown as it comes. */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fault } from '../../core/errors.ts';

export interface Machine {
  readonly env: NodeJS.ProcessEnv;
  report(line: string): void;
}

/** Lines of a log that stand in a fault. */
const LAST_LINES = 12;

/** Standard output. Throws `image-invalid` with its last words when it fails. */
export async function command(
  [program, ...args]: readonly [string, ...string[]],
  { env, report }: Machine,
): Promise<string> {
  const { code, stdout, log } = await spawned(program, args, env, report);
  if (code === 0) return stdout;
  const verbs = args.slice(
    0,
    args.findIndex((arg) => arg.startsWith('-')),
  );
  throw fault('image-invalid', `\`${[program, ...verbs].join(' ')}\` failed with ${code}.`, {
    fix: 'Mend what its last words say, which stand below.',
    details: log.slice(-LAST_LINES).join('\n'),
  });
}

/** What a quick question answers; null when it fails, or there is no such program. */
export async function question(
  [program, ...args]: readonly [string, ...string[]],
  { env }: Pick<Machine, 'env'>,
): Promise<string | null> {
  const { code, stdout } = await spawned(program, args, env, () => {}).catch(() => ({
    code: null,
    stdout: '',
  }));
  return code === 0 ? stdout.trim() : null;
}

async function spawned(
  program: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  report: (line: string) => void,
): Promise<{ readonly code: number | null; readonly stdout: string; readonly log: readonly string[] }> {
  const child = spawn(program, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const log: string[] = [];
  let stdout = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  createInterface({ input: child.stderr }).on('line', (line) => {
    log.push(line);
    report(line);
  });
  return new Promise((done, fail) => {
    child.on('error', fail);
    child.on('close', (code) => done({ code, stdout, log }));
  });
}
