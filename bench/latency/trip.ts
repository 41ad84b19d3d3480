/** The gate can fail: real models in real processes, that are slower or not, and what the gate says of them. */
import { join, resolve } from 'node:path';
import { createModelRunner } from '../../src/adapters/onnxruntime/runner.ts';
import type { FedModel, ModelRunner } from '../../src/ports.ts';
import { type Passed, passGate, policyOf } from './gate.ts';
import { deep, fed, inFolder } from './models.ts';
import { createLimits, type Options, percent, type Section } from './section.ts';

const root = resolve(import.meta.dirname, '../..');
const BATCH = 128;
const POLICY = policyOf({ batch: [BATCH] });

const runnerOf = (child: string): ModelRunner =>
  createModelRunner({ child: join(root, child), natives: async () => root });
const runner = runnerOf('src/adapters/onnxruntime/child.ts');
/** Slows what lies in a folder `slowed`. */
const slowing = runnerOf('bench/latency/slowed-child.ts');

interface Case {
  readonly name: string;
  readonly candidate: FedModel;
  readonly baseline: FedModel;
  readonly runner: ModelRunner;
  readonly verdict: Passed['verdict'];
}

const casesIn = (folder: string): Case[] => {
  const model = (name: string, layers: number, seed = 1) => fed(folder, name, deep(layers, seed), BATCH);
  const [four, five] = [model('four', 4), model('five', 5)];
  return [
    { name: 'a quarter more multiply-adds', candidate: five, baseline: four, runner, verdict: 'fail' },
    { name: 'a fifth fewer', candidate: four, baseline: five, runner, verdict: 'pass' },
    {
      name: '0.2 ms of waiting in each call',
      candidate: model('slowed/four', 4),
      baseline: four,
      runner: slowing,
      verdict: 'fail',
    },
    { name: 'other weights', candidate: model('other', 4, 2), baseline: four, runner, verdict: 'pass' },
  ];
};

const median = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)]!;

export async function trip({ gates = 5, log }: Options): Promise<Section> {
  const { missed, limit } = createLimits();
  const rows: string[] = [];
  const ratios: number[] = [];
  await inFolder(async (folder) => {
    for (const { name, candidate, baseline, runner, verdict } of casesIn(folder)) {
      const passed: Passed[] = [];
      for (let gate = 0; gate < gates; gate++)
        passed.push(await passGate(POLICY, { candidate, baseline }, runner));
      const right = passed.filter((one) => one.verdict === verdict).length;
      log(`${name}: ${right} of ${gates} times ${verdict}`);
      const ratio = median(passed.map(({ timed }) => timed.arms[0]!.ratio!));
      ratios.push(ratio);
      rows.push(
        `| ${name} | ${verdict} | ${limit(name, right === gates, `${right} of ${gates}`)} | ${percent(ratio - 1)} |`,
      );
    }
  });
  const product = ratios[0]! * ratios[1]!;
  const text = `# Trip test

Four layers of 256 × 256 at batch ${BATCH} as the baseline, some 0.5 ms a call; default settings and tolerances (p50 5 %, p95 10 %).

| candidate | must | did | p50, median |
| --- | --- | --- | --- |
${rows.join('\n')}

The first two are each other's exchange: the product of their ratios is ${limit('exchanged models', Math.abs(Math.log(product)) < 0.02, product.toFixed(4))}, within 2 % of 1.
`;
  return { text, missed };
}
