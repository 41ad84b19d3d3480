/** What a process holds and what it has started, as seen from outside. */
import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { promisify } from 'node:util';

export interface Seen {
  /** Bytes. */
  readonly memory: number;
  /** Ids of living processes that it, or one of those, started. */
  readonly started: readonly number[];
}

export interface Gauge {
  readonly look: () => Promise<Seen>;
  readonly everyMs: number;
}

/** A process belongs to what started it, and to the group that it did not leave. */
interface Kin {
  readonly pid: number;
  readonly parent: number;
  readonly group: number;
}

const isKin = (leader: number, { pid, parent, group }: Kin): boolean =>
  pid !== leader && (parent === leader || group === leader);

/** Memory: VmHWM is the most it ever held, so that a peak between two looks is seen as well. */
export function linuxGauge(leader: number): Gauge {
  // Only what is new since the last look is read: a machine may have thousands of processes.
  let strangers: ReadonlySet<number> = new Set();
  const started = () => {
    const now = readdirSync('/proc').map(Number).filter(Number.isInteger);
    const kin = now.filter((pid) => !strangers.has(pid) && isKin(leader, statOf(pid)));
    strangers = new Set(now.filter((pid) => !kin.includes(pid)));
    return kin;
  };
  return {
    async look() {
      const status = readFileSync(`/proc/${leader}/status`, 'latin1');
      const memory = Number(/^VmHWM:\s*(\d+) kB/m.exec(status)?.[1] ?? 0) * 1024;
      return { memory, started: started() };
    },
    everyMs: 50,
  };
}

/** The name of a process stands in parentheses and may hold some: what counts follows the last one. */
function statOf(pid: number): Kin {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const [, parent, group] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return { pid, parent: Number(parent), group: Number(group) };
  } catch {
    return { pid, parent: 0, group: 0 };
  }
}

export function posixGauge(leader: number): Gauge {
  return {
    async look() {
      const { stdout } = await promisify(execFile)('ps', ['-A', '-o', 'pid=,ppid=,pgid=,rss=']);
      const rows = stdout
        .trim()
        .split('\n')
        .map((line) => line.trim().split(/\s+/).map(Number))
        .map(([pid = 0, parent = 0, group = 0, rss = 0]) => ({ pid, parent, group, memory: rss * 1024 }));
      return {
        memory: rows.find(({ pid }) => pid === leader)?.memory ?? 0,
        started: rows.filter((row) => isKin(leader, row)).map(({ pid }) => pid),
      };
    },
    everyMs: 250,
  };
}

/** None for Windows: there only the time is limited. */
const GAUGES: Partial<Record<NodeJS.Platform, (leader: number) => Gauge>> = {
  linux: linuxGauge,
  darwin: posixGauge,
};

/** Calls `see` with what is seen of a process, again and again. Returns what ends the watch. */
export function watch(pid: number, see: (seen: Seen) => void): () => void {
  const gauge = GAUGES[process.platform]?.(pid);
  let timer: NodeJS.Timeout | undefined;
  let active = true;
  const look = async () => {
    // A process that has just ended cannot be looked at; its end is reported elsewhere.
    const seen = await gauge!.look().catch(() => null);
    if (!active) return;
    if (seen) see(seen);
    timer = setTimeout(look, gauge!.everyMs).unref();
  };
  if (gauge) timer = setTimeout(look, gauge.everyMs).unref();
  return () => {
    active = false;
    clearTimeout(timer);
  };
}
