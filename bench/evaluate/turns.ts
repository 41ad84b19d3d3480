/** Whoever competes takes turns, so that a busy spell of the machine meets everybody. */
import type { Peers, Took } from './peers.ts';

export type Timed = () => Promise<Took>;
export interface Row {
  readonly work: string;
  readonly who: string;
  readonly took: readonly Took[];
}

export function clocked(work: () => unknown): Timed {
  return async () => {
    const start = performance.now();
    const cpu = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(cpu);
    return { wall: (performance.now() - start) / 1000, cpu: (user + system) / 1e6 };
  };
}

/** Nobody without peers. */
export function asked(peers: Peers | null, ...names: string[]): Record<string, Timed> {
  if (peers === null) return {};
  return Object.fromEntries(names.map((name) => [name, () => peers.time(name)]));
}

/** With many turns the first is a warm-up. */
export async function compete(work: string, repeats: number, all: Record<string, Timed>): Promise<Row[]> {
  const turns = new Map<string, Took[]>(Object.keys(all).map((who) => [who, []]));
  for (let turn = repeats > 2 ? -1 : 0; turn < repeats; turn++) {
    for (const [who, timed] of Object.entries(all)) {
      const one = await timed();
      if (turn >= 0) turns.get(who)!.push(one);
    }
  }
  for (const [who, took] of turns) {
    const each = took.map(({ wall, cpu }) => `${wall.toPrecision(3)} s (${cpu.toPrecision(3)} cpu)`);
    console.log(`${work} · ${who}: ${each.join(', ')}`);
  }
  return [...turns].map(([who, took]) => ({ work, who, took }));
}

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1]!;
}
