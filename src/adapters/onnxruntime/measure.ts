/** What a child process measures in itself: one launch of the timing loop, one model's footprint, its operators. */
import { readFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FootprintSample, LatencyLaunch, LatencySamples, OperatorTimes } from '../../ports.ts';
import type { Alone } from './protocol.ts';
import { randomFrom, shuffled } from './random.ts';
import { type Engine, type Model, openModel } from './session.ts';
import { timeTurns, warmUp } from './timing.ts';

/** Constants fold without our limit, as they do where the model is served. */
const open = (engine: Engine, { path, settings }: Pick<Alone, 'path' | 'settings'>, profile?: string) =>
  openModel(engine, {
    ...settings,
    path,
    file: path,
    strictShapes: false,
    foldedBytes: null,
    ...(profile !== undefined && { profile }),
  });

/** Sessions are made in random order, for placement in memory biases a launch by up to 1 %. */
export async function timeLaunch(
  engine: Engine,
  launch: LatencyLaunch,
  doing: (what: string) => void,
): Promise<LatencySamples> {
  const { baseline, settings } = launch;
  const random = randomFrom(launch.seed);
  const arms = [
    { name: 'candidate', ...launch.candidate },
    ...(baseline ? ['baseline', 'control'].map((name) => ({ name, ...baseline })) : []),
  ];
  const calls = new Map<string, () => Promise<unknown>>();
  for (const { name, path, feeds } of shuffled(arms, random)) {
    doing(`loading ${path}`);
    const model = await open(engine, { path, settings });
    calls.set(name, model.prepare(feeds));
  }
  const ordered = arms.map(({ name }) => calls.get(name)!);
  doing(`timing ${arms[0]!.path}${baseline ? ` against ${baseline.path}` : ''}`);
  const steady = await warmUp(ordered, launch.callsPerTurn, random);
  const before = { switches: process.resourceUsage().involuntaryContextSwitches, at: performance.now() };
  const [candidate, ofBaseline, control] = await timeTurns(ordered, launch, random);
  return {
    candidate: candidate!.samples,
    baseline: ofBaseline?.samples ?? null,
    control: control?.samples ?? null,
    afterSwitch: { candidate: candidate!.afterSwitch, baseline: ofBaseline?.afterSwitch ?? null },
    steady,
    interruptions: process.resourceUsage().involuntaryContextSwitches - before.switches,
    seconds: (performance.now() - before.at) / 1000,
  };
}

/** Calls after which a model's memory has stopped growing. */
const SETTLING_CALLS = 100;
const SETTLING_SECONDS = 0.2;

/** `performance.now()` counts from the start of the process. */
export async function measureFootprint(engine: Engine, alone: Alone): Promise<FootprintSample> {
  const began = performance.now();
  const model = await open(engine, alone);
  const loaded = performance.now();
  const call = model.prepare(alone.feeds);
  const prepared = performance.now();
  await call();
  const answered = performance.now();
  await repeat(call, SETTLING_CALLS, SETTLING_SECONDS);
  const { rss } = process.memoryUsage();
  return {
    load: (loaded - began) / 1000,
    firstInference: (answered - prepared) / 1000,
    firstAnswer: answered / 1000,
    resident: rss,
    peak: peakMemory(),
  };
}

/** Not getrusage: there a process inherits the peak of the one that started it. */
function peakMemory(): number | null {
  if (process.platform !== 'linux') return null;
  const status = readFileSync('/proc/self/status', 'latin1');
  const kilobytes = Number(/^VmHWM:\s*(\d+) kB/m.exec(status)?.[1] ?? 0);
  return kilobytes > 0 ? kilobytes * 1024 : null;
}

/** Bounds the profiler's file, which has some 500 bytes a node and call. */
const PROFILED_CALLS = 50;
const PROFILED_SECONDS = 0.3;

interface ProfileEvent {
  readonly cat?: string;
  readonly name?: string;
  readonly dur?: number;
  readonly args?: { readonly op_name?: string; readonly node_index?: string };
}

/** Seconds are per call. */
export async function measureOperators(
  engine: Engine,
  alone: Alone & { readonly folder: string },
): Promise<OperatorTimes> {
  const model: Model = await open(engine, alone, join(alone.folder, 'profile'));
  const call = model.prepare(alone.feeds);
  await repeat(call, PROFILED_CALLS, PROFILED_SECONDS);
  model.endProfiling();
  const [file] = await readdir(alone.folder);
  const events = JSON.parse(await readFile(join(alone.folder, file!), 'utf8')) as ProfileEvent[];
  return operatorTimes(events);
}

/** Of each node the median: the mean of fifty calls is that of one interruption. */
function operatorTimes(events: readonly ProfileEvent[]): OperatorTimes {
  const nodes = new Map<string, { readonly operator: string; readonly seconds: number[] }>();
  for (const { cat, name, dur = 0, args = {} } of events) {
    if (cat !== 'Node' || !name?.endsWith('_kernel_time')) continue;
    const key = `${args.node_index} ${name}`;
    const node = nodes.get(key) ?? { operator: args.op_name ?? 'unknown', seconds: [] };
    nodes.set(key, node);
    node.seconds.push(dur / 1e6);
  }
  const operators = new Map<string, { operator: string; nodes: number; seconds: number }>();
  for (const { operator, seconds } of nodes.values()) {
    const entry = operators.get(operator) ?? { operator, nodes: 0, seconds: 0 };
    operators.set(operator, entry);
    entry.nodes++;
    entry.seconds += seconds.sort((a, b) => a - b)[seconds.length >> 1]!;
  }
  return { nodes: nodes.size, operators: [...operators.values()] };
}

/** Calls until there are `calls` of them or `seconds` have passed; at least one. */
async function repeat(call: () => Promise<unknown>, calls: number, seconds: number): Promise<void> {
  const end = performance.now() + seconds * 1000;
  let made = 0;
  do {
    await call();
    made++;
  } while (made < calls && performance.now() < end);
}
