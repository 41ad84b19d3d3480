import { setTimeout as pause, setImmediate as turn } from 'node:timers/promises';
import type { Pace } from '../ports.ts';

/** A timer may be late by more than a request takes; the last stretch is waited for in turns of the event loop. */
const STRETCH = 0.002;

export const pace: Pace = {
  now: () => performance.now() / 1000,
  async until(at) {
    const left = at - pace.now();
    if (left > STRETCH) await pause((left - STRETCH) * 1000);
    while (pace.now() < at) await turn();
  },
};
