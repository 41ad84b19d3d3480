/** How much memory another process holds. */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';

interface Gauge {
  readonly read: (pid: number) => Promise<number>;
  readonly everyMs: number;
}

/** VmHWM is the most it ever held, so that a peak between two looks is seen as well. */
const linux: Gauge = {
  async read(pid) {
    const status = readFileSync(`/proc/${pid}/status`, 'latin1');
    return Number(/^VmHWM:\s*(\d+) kB/m.exec(status)?.[1] ?? 0) * 1024;
  },
  everyMs: 50,
};

const posix: Gauge = {
  async read(pid) {
    const { stdout } = await promisify(execFile)('ps', ['-o', 'rss=', '-p', String(pid)]);
    return Number(stdout) * 1024;
  },
  everyMs: 250,
};

/** None for Windows: there only the time is limited. */
const GAUGES: Partial<Record<NodeJS.Platform, Gauge>> = { linux, darwin: posix };

/**
 * Looks at the resident memory of a process until it is over `limit` bytes, and then calls `over` once with what
 * was reached. Returns what ends the watch.
 */
export function watchMemory(pid: number, limit: number, over: (reached: number) => void): () => void {
  const gauge = GAUGES[process.platform];
  let timer: NodeJS.Timeout | undefined;
  let active = true;
  const look = async () => {
    // A process that has just ended has no memory; its end is reported elsewhere.
    const reached = await gauge!.read(pid).catch(() => 0);
    if (!active) return;
    if (reached > limit) over(reached);
    else timer = setTimeout(look, gauge!.everyMs);
  };
  if (gauge) timer = setTimeout(look, gauge.everyMs);
  return () => {
    active = false;
    clearTimeout(timer);
  };
}
