/** Real gates in real processes, one line of JSON each as soon as it is over, so that a run can be stopped and gone on with. */
import { fork } from 'node:child_process';
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { join, resolve } from 'node:path';
import { createModelRunner } from '../../src/adapters/onnxruntime/runner.ts';
import { wilson } from '../../src/core/stats/wilson.ts';
import { type Passed, passGate, policyOf } from './gate.ts';
import { deep, fed, inFolder } from './models.ts';
import { createLimits, type Machine, type Options, percent, type Section } from './section.ts';

const root = resolve(import.meta.dirname, '../..');
const runner = createModelRunner({
  child: join(root, 'src/adapters/onnxruntime/child.ts'),
  natives: async () => root,
});

const BATCH = 128;
const POLICY = policyOf({ batch: [BATCH] });
/** Of the baseline; the equal candidate is a copy, the slower one has one more. */
const LAYERS = 4;
/** One gate in so many has a slower candidate. */
const SLOWER_EVERY = 11;

type Candidate = 'equal' | 'slower';

interface Outcome {
  readonly machine: Machine;
  readonly candidate: Candidate;
  readonly verdict: Passed['verdict'];
  readonly launches: number;
  readonly seconds: number;
  /** Of the machine when the gate was over. */
  readonly load: number;
  /** Ratio and interval of p50 and p95. */
  readonly ratios: readonly (readonly [ratio: number | null, lower?: number, upper?: number])[];
}

const round = (value: number) => Number(value.toPrecision(4));

function outcomeOf(
  machine: Machine,
  candidate: Candidate,
  { verdict, timed }: Passed,
  seconds: number,
): Outcome {
  const ratios = timed.arms.slice(0, 2).map(({ ratio, interval }) => {
    if (ratio === null) return [null] as const;
    return interval
      ? ([round(ratio), round(interval.lower), round(interval.upper)] as const)
      : ([round(ratio)] as const);
  });
  const launches = timed.launches.length;
  return {
    machine,
    candidate,
    verdict,
    launches,
    seconds: round(seconds),
    load: round(loadavg()[0]!),
    ratios,
  };
}

function readOutcomes(file: string): Outcome[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => JSON.parse(line) as Outcome);
}

/** Spinners on every core while `work` goes on. */
async function noisily<T>(work: () => Promise<T>): Promise<T> {
  const neighbours = Array.from({ length: availableParallelism() }, (_, i) =>
    fork(join(import.meta.dirname, 'noise-maker.ts'), [String(i + 1)]),
  );
  try {
    return await work();
  } finally {
    for (const neighbour of neighbours) neighbour.kill();
  }
}

/** As many gates on a machine as are missing in the file. */
async function runGates(
  machine: Machine,
  gates: number,
  file: string,
  log: Options['log'],
  stopped: AbortSignal,
): Promise<void> {
  await inFolder(async (folder) => {
    const model = (name: string, layers: number) => fed(folder, name, deep(layers), BATCH);
    const baseline = model('baseline', LAYERS);
    const candidates = { equal: model('equal', LAYERS), slower: model('slower', LAYERS + 1) };
    const made = () => readOutcomes(file).filter((outcome) => outcome.machine === machine);
    for (
      let all = made();
      !stopped.aborted && all.filter(({ candidate }) => candidate === 'equal').length < gates;
      all = made()
    ) {
      const kind = all.length % SLOWER_EVERY === SLOWER_EVERY - 1 ? 'slower' : 'equal';
      const start = performance.now();
      const passed = await passGate(POLICY, { candidate: candidates[kind], baseline }, runner);
      const outcome = outcomeOf(machine, kind, passed, (performance.now() - start) / 1000);
      appendFileSync(file, `${JSON.stringify(outcome)}\n`);
      log(`${machine}, gate ${all.length + 1}: ${kind}, ${outcome.verdict} after ${outcome.seconds} s`);
    }
  });
}

/** How many intervals of p50 and of p95 hold the truth: that equal models do not differ. */
function holding(outcomes: readonly Outcome[]): string {
  return [0, 1]
    .map((at) => {
      const intervals = outcomes.flatMap(({ ratios }) => {
        const [, lower, upper] = ratios[at] ?? [null];
        return lower === undefined || upper === undefined ? [] : [{ lower, upper }];
      });
      const right = intervals.filter(({ lower, upper }) => lower <= 1 && 1 <= upper).length;
      return `${right} of ${intervals.length}`;
    })
    .join(', ');
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const countOf = (outcomes: readonly Outcome[], verdict: Outcome['verdict']) =>
  outcomes.filter((outcome) => outcome.verdict === verdict).length;

export async function real({ gates = 150, machines, folder, log }: Options): Promise<Section> {
  // The gate under way is the last, and the result is of those so far.
  const stop = new AbortController();
  for (const signal of ['SIGTERM', 'SIGINT']) process.once(signal, () => stop.abort());
  const file = join(folder, 'real.jsonl');
  for (const machine of machines) {
    const work = () => runGates(machine, gates, file, log, stop.signal);
    await (machine === 'noisy' ? noisily(work) : work());
  }
  const { missed, falseAlarms } = createLimits();
  const outcomes = readOutcomes(file);
  const row = (name: string, of: readonly Outcome[]) => {
    const equal = of.filter(({ candidate }) => candidate === 'equal');
    const slower = of.filter(({ candidate }) => candidate === 'slower');
    const fail = countOf(equal, 'fail');
    const cells = [
      name,
      falseAlarms(name, fail, equal.length),
      percent(wilson(fail, equal.length, 0.95).upper),
      countOf(equal, 'inconclusive'),
      holding(equal),
      mean(equal.map(({ launches }) => launches)).toFixed(1),
      `${mean(equal.map(({ seconds }) => seconds)).toFixed(1)} s`,
      mean(equal.map(({ load }) => load)).toFixed(1),
      `${countOf(slower, 'fail')} of ${slower.length}`,
    ];
    return `| ${cells.join(' | ')} |`;
  };
  const NAMES = { quiet: 'quiet', noisy: 'beside the noise maker' };
  const rows = (['quiet', 'noisy'] as const).flatMap((machine) => {
    const of = outcomes.filter((outcome) => outcome.machine === machine);
    return of.length === 0 ? [] : [row(NAMES[machine], of)];
  });
  const text = `# Real gates

Four layers of 256 × 256 at batch ${BATCH}, some 0.5 ms a call; default settings and tolerances (p50 5 %, p95 10 %), each launch a process of
its own. Equal: both models are copies of one. Slower: five layers against four. The noise maker spins on every core for 2 to 40 ms, then
pauses for 2 to 60 ms. Each gate is a line of \`real.jsonl\`.

| machine | equal models failed (limit 1 %) | 95 % upper bound of the rate | inconclusive | intervals of p50, p95 that hold 1 | launches | a gate | load | slower found |
| --- | --- | --- | --- | --- | --- | --- | --- | --- |
${[...rows, row('all', outcomes)].join('\n')}
`;
  return { text, missed };
}
