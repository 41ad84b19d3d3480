import { availableParallelism, cpus, loadavg } from 'node:os';
import type { Machine } from '../ports.ts';

/** The machine that a benchmark runs on. */
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
    };
  },
};
