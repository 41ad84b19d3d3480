/** Starts the child process. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';

/**
 * A shell sets what Node cannot, then becomes Node: no core files, first in line when the kernel runs out of memory,
 * and a limit on private memory, so that one quick allocation fails at once instead of outrunning the watch.
 */
const LIMITED = `ulimit -c 0 2>/dev/null
ulimit -d "$1" 2>/dev/null
{ echo 900 >/proc/self/oom_score_adj; } 2>/dev/null
shift
exec "$@"`;

/**
 * Kibibytes for RLIMIT_DATA. It counts what is reserved, used or not: Node 24 reserves 570 MiB before it does
 * anything, and the engine's arena up to twice what it holds.
 */
export const dataLimit = (memory: number): number => Math.ceil((memory + Math.max(memory, 2 ** 30)) / 1024);

export interface Launch {
  /** The entry of the child. */
  readonly child: string;
  /** Whose node_modules holds onnxruntime-node. */
  readonly directory: string;
  readonly env: NodeJS.ProcessEnv;
  /** Bytes. */
  readonly memory: number;
  /** Open file that the child inherits as EXCHANGE. */
  readonly exchange: number;
}

export function launch({ child, directory, env, memory, exchange }: Launch): ChildProcess {
  // Without `__proto__` an input or output may have that name, as any other.
  const node = [process.execPath, '--disable-proto=delete', child, directory, String(process.pid)];
  const limited = process.platform === 'linux' && existsSync('/bin/sh');
  const command = limited ? ['/bin/sh', '-c', LIMITED, 'sh', String(dataLimit(memory)), ...node] : node;
  return spawn(command[0]!, command.slice(1), {
    env,
    serialization: 'advanced',
    // At the places 0 to EXCHANGE.
    stdio: ['ignore', 'ignore', 'pipe', 'ipc', exchange],
    windowsHide: true,
    // Leads a group of its own, so that one signal reaches all that it starts.
    detached: process.platform !== 'win32',
  });
}

/** Ends the child and its group; one that is gone is left alone. */
export function kill(child: ChildProcess): void {
  if (child.pid === undefined) return;
  if (process.platform === 'win32') child.kill('SIGKILL');
  else signal(-child.pid);
}

/** SIGKILL for a process, or for a group by its negative id. */
export function signal(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}
