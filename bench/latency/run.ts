/**
 * `npm run bench:latency`: measures, writes result.md beside this file, and fails when a promise is not kept. Run it alone
 * on a machine. `--gates 20 --simulated 100` for a look, `--gates 300` for a rate of 1 %.
 */
import { writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg } from 'node:os';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { wilson } from '../../src/core/stats/wilson.ts';
import { loopOverhead, realGates, wallSeconds } from './real.ts';
import { simulateGates } from './simulation.ts';
import { NOISE_MODELS } from './world.ts';

const { values } = parseArgs({
  options: {
    /** Real A/A gates, half of them beside the noise maker. */
    gates: { type: 'string', default: '100' },
    /** Simulated gates of each noise model. */
    simulated: { type: 'string', default: '2000' },
    out: { type: 'string', default: resolve(import.meta.dirname, 'result.md') },
  },
});
const half = Math.max(1, Math.floor(Number(values.gates) / 2));
const simulated = Number(values.simulated);
const load = loadavg()[0]!;
const began = performance.now();
const missed: string[] = [];

const percent = (share: number, digits = 1) => `${(share * 100).toFixed(digits)} %`;
/** The number with its limit, marked where it is missed. */
function limit(what: string, value: number, held: boolean, shown: string): string {
  if (held) return `${shown} (held)`;
  missed.push(`${what}: ${value}`);
  return `**${shown}** (missed)`;
}
const falseAlarms = (what: string, fail: number, gates: number) =>
  limit(`false alarms, ${what}`, fail, fail <= gates / 100, `${fail} of ${gates}`);
const found = (what: string, count: number, gates: number) =>
  limit(`found, ${what}`, count, count >= 0.95 * gates, percent(count / gates));

console.log('overhead of the loop');
const overhead = await loopOverhead();
console.log('wall time of a run');
const wall = await wallSeconds();

const realRows: string[] = [];
for (const [name, noisy] of [
  ['quiet', false],
  ['beside the noise maker', true],
] as const) {
  const report = (text: string) => console.log(`real gates, ${name}, ${text}`);
  const equal = await realGates(half, 4, noisy, report);
  const slower = await realGates(Math.ceil(half / 10), 5, noisy, report);
  const upper = wilson(equal.fail, equal.gates, 0.95).upper;
  realRows.push(
    `| ${name} | ${falseAlarms(name, equal.fail, equal.gates)} | ${percent(upper)} | ${equal.inconclusive} | ${(equal.launches / equal.gates).toFixed(1)} | ${(equal.seconds / equal.gates).toFixed(1)} s | ${slower.fail} of ${slower.gates} |`,
  );
}

const simulatedRows: string[] = [];
for (const noise of NOISE_MODELS) {
  console.log(`simulated gates, ${noise.name}`);
  const equal = await simulateGates(noise, 1, simulated);
  const p50 = await simulateGates(noise, 1.15, simulated);
  const p95 = await simulateGates(noise, 1.25, simulated);
  const edge = await simulateGates(noise, 1.05, Math.ceil(simulated / 4));
  simulatedRows.push(
    `| ${noise.name} | ${falseAlarms(noise.name, equal.fail, simulated)} | ${percent(equal.inconclusive / simulated)} | ${equal.launches.toFixed(1)} | ${found(`p50 under ${noise.name}`, p50.p50, simulated)} | ${found(`p95 under ${noise.name}`, p95.p95, simulated)} | ${percent(equal.covered / simulated)} | ${percent(edge.fail / edge.gates)} |`,
  );
}

const text = `# Latency: false alarms, power, cost

Written by \`npm run bench:latency\` on ${new Date().toISOString().slice(0, 10)}, in ${Math.round((performance.now() - began) / 60_000)} minutes.
${cpus()[0]?.model.trim()}, ${availableParallelism()} cores, load ${load.toFixed(1)} at the start; Node ${process.version}.

## Real gates

Four layers of 256 × 256 at batch 32 (some 130 µs a call), default tolerances (p50 5 %, p95 10 %), no floor, 0.05 s timed per model and
launch (a quarter of the default). A/A: both models are copies of one. The noise maker spins in bursts of 2 to 40 ms on every core.

| machine | failed (limit 1 %) | 95 % upper bound of the rate | inconclusive | launches | a gate | found, five layers against four |
| --- | --- | --- | --- | --- | --- | --- |
${realRows.join('\n')}

## Simulated gates

A fake clock, real turns and looks; ${simulated} gates of each line (seeds 1 to ${simulated}). "At the limit": the candidate is exactly as slow as is
allowed, and the gate fails it; 2.5 % at most in the long run.

| noise | A/A failed (limit 1 %) | inconclusive | launches | p50 +15 % found (limit 95 %) | p95 +25 % found (limit 95 %) | interval holds the truth | at the limit |
| --- | --- | --- | --- | --- | --- | --- | --- |
${simulatedRows.join('\n')}

## Cost

| | limit | |
| --- | --- | --- |
| the timing loop over \`await session.run(feeds)\`, processor time | 3 % | ${limit('overhead', overhead, overhead < 0.03, percent(overhead, 2))} |
| \`onnx-gate benchmark\`, one batch size, default settings | 10 s | ${limit('wall time', wall, wall < 10, `${wall.toFixed(1)} s`)} |
`;
writeFileSync(values.out, text);
console.log(`\n${values.out}`);
for (const promise of missed) console.error(`missed: ${promise}`);
process.exitCode = missed.length === 0 ? 0 : 1;
