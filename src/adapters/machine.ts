import { readFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg } from 'node:os';
import type { Machine, MachineCounters } from '../ports.ts';

/** The machine that a benchmark runs on. Container and counters are Linux's. */
export const machine: Machine = {
  describe() {
    const [load] = loadavg();
    return {
      node: process.version,
      platform: `${process.platform}-${process.arch}`,
      cpu: cpus()[0]?.model.trim() ?? 'unknown',
      cores: availableParallelism(),
      // Windows keeps no load average and reports zeros.
      load: process.platform === 'win32' ? null : load!,
      governor: textOf('/sys/devices/system/cpu/cpu0/cpufreq/scaling_governor'),
      container: containerLimits(),
    };
  },
  counters: () => ({ processors: processorSeconds(), throttled: throttledSeconds() }),
};

/** Of a file that may not be there. */
function textOf(path: string): string | null {
  try {
    return readFileSync(path, 'latin1').trim();
  } catch {
    return null;
  }
}

/** A file of this process's control group: below the mount in the second version, or at it inside a container. */
function controlFile(name: string): string | null {
  const path = /^0::(.*)$/m.exec(textOf('/proc/self/cgroup') ?? '')?.[1];
  return textOf(`/sys/fs/cgroup${path}/${name}`) ?? textOf(`/sys/fs/cgroup/${name}`);
}

function containerLimits(): { cpus: number | null; memory: number | null } | null {
  const [quota, period] = (controlFile('cpu.max') ?? legacyQuota() ?? '').split(' ').map(Number);
  const memory = Number(controlFile('memory.max') ?? textOf('/sys/fs/cgroup/memory/memory.limit_in_bytes'));
  const limits = {
    cpus: quota! > 0 && period! > 0 ? quota! / period! : null,
    // The first version writes a number beyond any memory for none.
    memory: memory > 0 && memory < 2 ** 60 ? memory : null,
  };
  return limits.cpus === null && limits.memory === null ? null : limits;
}

function legacyQuota(): string | null {
  const quota = textOf('/sys/fs/cgroup/cpu/cpu.cfs_quota_us');
  return quota && `${quota} ${textOf('/sys/fs/cgroup/cpu/cpu.cfs_period_us')}`;
}

function throttledSeconds(): number | null {
  const micros = /^throttled_usec (\d+)/m.exec(controlFile('cpu.stat') ?? '')?.[1];
  if (micros !== undefined) return Number(micros) / 1e6;
  const nanos = /^throttled_time (\d+)/m.exec(textOf('/sys/fs/cgroup/cpu/cpu.stat') ?? '')?.[1];
  return nanos === undefined ? null : Number(nanos) / 1e9;
}

/** Of `/proc/stat` (proc(5)): user nice system idle iowait irq softirq steal, in hundredths of a second. */
function processorSeconds(): MachineCounters['processors'] {
  const line = /^cpu +(.*)$/m.exec(textOf('/proc/stat') ?? '')?.[1];
  if (line === undefined) return null;
  const ticks = line.split(' ').slice(0, 8).map(Number);
  return { total: ticks.reduce((sum, each) => sum + each, 0) / 100, stolen: ticks[7]! / 100 };
}
