/**
 * `npm run bench:latency -- --part simulated`: a part at a time, or all of them. Each writes `result/PART.md`, and the run fails
 * when a promise is not kept. All but the simulation want a machine to themselves. `--gates N` takes another number of gates.
 *
 * The real gates are kept one by one in `result/real.jsonl`: a run that was stopped (SIGTERM, Ctrl-C) writes its
 * result, and the next one goes on there. `--machine quiet` or `noisy` runs one half of them; delete the file to begin anew.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { overhead } from './overhead.ts';
import { real } from './real.ts';
import { MACHINES, type Machine, machineText, type Options, type Section } from './section.ts';
import { simulated } from './simulation.ts';
import { trip } from './trip.ts';

const PARTS: Record<string, (options: Options) => Promise<Section>> = { simulated, overhead, trip, real };

const { values } = parseArgs({
  options: {
    part: { type: 'string', multiple: true, default: Object.keys(PARTS) },
    gates: { type: 'string' },
    machine: { type: 'string', multiple: true, default: [...MACHINES] },
    out: { type: 'string', default: resolve(import.meta.dirname, 'result') },
  },
});
const unknown = values.part.filter((part) => !(part in PARTS));
if (unknown.length > 0)
  throw new Error(`no part ${unknown.join(', ')}; there are ${Object.keys(PARTS).join(', ')}`);

mkdirSync(values.out, { recursive: true });
for (const part of values.part) {
  const machine = machineText();
  const began = performance.now();
  const { text, missed } = await PARTS[part]!({
    gates: values.gates === undefined ? undefined : Number(values.gates),
    machines: values.machine as Machine[],
    folder: values.out,
    log: (line) => console.log(`${part}: ${line}`),
  });
  const minutes = ((performance.now() - began) / 60_000).toFixed(1);
  const head = `Written by \`npm run bench:latency -- --part ${part}\` on ${new Date().toISOString().slice(0, 10)}, in ${minutes} minutes.\n${machine}`;
  const file = join(values.out, `${part}.md`);
  writeFileSync(file, text.replace('\n\n', `\n\n${head}\n\n`));
  console.log(file);
  for (const promise of missed) {
    console.error(`missed: ${promise}`);
    process.exitCode = 1;
  }
}
