/**
 * `npm run fuzz`: breaks small models in thousands of ways, checks each and loads it in ONNX Runtime. Ends with 1 when a
 * check throws, anything takes longer than its limit, or an outcome has no finding to its name.
 * Options: --mutants 10000 --seed 1 --seconds 600.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createModelRunner } from '../src/adapters/onnxruntime/runner.ts';
import { findingOf, isDeadly } from '../src/core/behaviour/findings.ts';
import { summary as summarySchema } from '../src/core/documents/validation.ts';
import { FaultError } from '../src/core/errors.ts';
import { bytesSource } from '../src/core/onnx/byte-source.ts';
import { checkModel } from '../src/core/onnx/check-model.ts';
import { noExternalFiles } from '../src/core/onnx/external-files.ts';
import { readFacts } from '../src/core/onnx/summary/read-facts.ts';
import { summarize } from '../src/core/onnx/summary/summarize.ts';
import { seededRandom } from '../src/core/stats/random.ts';
import type { Limits, ModelSession } from '../src/ports.ts';
import { mutate } from './fuzz/mutate.ts';
import { seedModels } from './fuzz/seeds.ts';

const LIMITS: Limits = { seconds: 10, memory: 2 ** 31 };
/** For the checks of a model of a few kilobytes. */
const MOST_CHECK_SECONDS = 2;
/** Of a limit, for a busy machine to notice and to end the process. */
const GRACE_SECONDS = 10;
const PROGRESS = 1000;

const { values } = parseArgs({
  options: {
    mutants: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '1' },
    seconds: { type: 'string', default: '600' },
  },
});

const root = resolve(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'onnx-gate-fuzz-'));
const seeds = seedModels(root);
const anchor = join(folder, 'seed.onnx');
writeFileSync(anchor, seeds[0]!);
const runner = createModelRunner({
  child: join(root, 'src/adapters/onnxruntime/child.ts'),
  natives: async () => root,
});

const outcomes = new Map<string, number>();
const violations: string[] = [];
const held: { session: ModelSession | null } = { session: null };

/** The model's bytes are kept for whoever has to look. */
function violation(mutant: number, bytes: Uint8Array, what: string): void {
  const file = join(tmpdir(), `onnx-gate-fuzz-${values.seed}-${mutant}.onnx`);
  writeFileSync(file, bytes);
  violations.push(`mutant ${mutant}: ${what} (${file})`);
}

async function check(mutant: number, bytes: Uint8Array): Promise<boolean> {
  const source = bytesSource(bytes);
  const began = performance.now();
  const { graph, findings } = await checkModel(source, { path: 'mutant.onnx', external: noExternalFiles });
  if (graph) {
    const parsed = summarySchema.safeParse(summarize(await readFacts(graph, source)));
    if (!parsed.success) violation(mutant, bytes, `its summary is no document: ${parsed.error.message}`);
  }
  const seconds = (performance.now() - began) / 1000;
  if (seconds > MOST_CHECK_SECONDS) violation(mutant, bytes, `the checks took ${seconds.toFixed(1)} s`);
  if (!graph && findings.length === 0) violation(mutant, bytes, 'it cannot be read, and no finding says why');
  const errors = new Set(findings.filter(({ severity }) => severity === 'error').map(({ check: id }) => id));
  for (const id of errors) count(`check ${id}`);
  if (errors.size === 0) count('checks pass');
  return graph !== null;
}

/** What becomes of it in ONNX Runtime: `loads`, or the finding. */
async function load(mutant: number, bytes: Uint8Array): Promise<void> {
  const began = performance.now();
  try {
    held.session ??= await runner.open(anchor, LIMITS);
    await held.session.reopen({
      optimization: 'all',
      strictShapes: false,
      instead: { bytes, external: false },
    });
    count('loads');
  } catch (error) {
    if (!(error instanceof FaultError)) throw error;
    for (const one of error.faults) {
      const finding = findingOf(one);
      if (finding) count(`load: ${finding.check}`);
      else violation(mutant, bytes, `the fault ${one.code} is no finding: ${one.message}`);
    }
    if (error.faults.some(isDeadly)) {
      await held.session?.[Symbol.asyncDispose]();
      held.session = null;
    }
  }
  const seconds = (performance.now() - began) / 1000;
  if (seconds > LIMITS.seconds + GRACE_SECONDS)
    violation(mutant, bytes, `loading took ${seconds.toFixed(1)} s`);
}

const count = (outcome: string) => outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);

const random = seededRandom(Number(values.seed));
const began = performance.now();
const elapsed = () => (performance.now() - began) / 1000;
let made = 0;
for (; made < Number(values.mutants) && elapsed() < Number(values.seconds); made++) {
  const bytes = mutate(seeds, random);
  try {
    if (await check(made, bytes)) await load(made, bytes);
  } catch (error) {
    violation(made, bytes, error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
  if ((made + 1) % PROGRESS === 0) console.error(`${made + 1} mutants, ${elapsed().toFixed(0)} s`);
}
await held.session?.[Symbol.asyncDispose]();
rmSync(folder, { recursive: true });

console.log(`${made} mutants of ${seeds.length} models, seed ${values.seed}, in ${elapsed().toFixed(1)} s`);
for (const [outcome, times] of [...outcomes].sort((a, b) => b[1] - a[1]))
  console.log(`${String(times).padStart(7)}  ${outcome}`);
for (const one of violations.slice(0, 20)) console.log(`✗ ${one}`);
console.log(violations.length === 0 ? 'No violation.' : `${violations.length} violations.`);
process.exitCode = violations.length === 0 ? 0 : 1;
