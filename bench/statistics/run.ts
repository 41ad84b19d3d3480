/** `npm run bench:statistics`: measures, writes result.md beside this file, and fails when a promise is not kept. */
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { calibrate } from './calibration.ts';
import { CASES } from './cases.ts';
import { priorPlan, sliceFamilies, withoutGroups } from './families.ts';
import { renderResult } from './result.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '21' },
    repetitions: { type: 'string', default: '2000' },
    out: { type: 'string', default: resolve(import.meta.dirname, 'result.md') },
  },
});
const seed = Number(values.seed);
const repetitions = Number(values.repetitions);
/** Of the processor: what else runs on the machine does not count. */
const seconds = () => Math.round(process.cpuUsage().user / 1e6);
const calibrations = CASES.map((one) => {
  const calibration = calibrate(one, { seed, repetitions, truthRows: 4_000_000, pilotRows: 40_000 });
  console.log(`${one.metric}, ${one.world.name}: ${seconds()} s`);
  return calibration;
});
const { text, missed } = renderResult({
  seed,
  repetitions,
  calibrations,
  families: sliceFamilies(seed, repetitions),
  prior: priorPlan(seed, repetitions),
  ungrouped: withoutGroups(seed, repetitions),
  seconds: seconds(),
  date: new Date().toISOString().slice(0, 10),
  machine: `Node ${process.version}, V8 ${process.versions.v8}, ${cpus()[0]?.model.trim() ?? process.arch}, one core`,
});
writeFileSync(values.out, text);
console.log(`\n${values.out}`);
for (const promise of missed) console.error(`missed: ${promise}`);
process.exitCode = missed.length === 0 ? 0 : 1;
