/** Agreement with onnx.checker (Debian: python3-onnx) on sound, broken and mutated models. */
import { execFileSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, type TestContext } from 'vitest';
import { openByteSource } from '../../src/adapters/byte-source.ts';
import { createExternalFiles } from '../../src/adapters/external-files/files.ts';
import { FaultError } from '../../src/core/errors.ts';
import { checkModel } from '../../src/core/onnx/check-model.ts';
import { STATIC_CHECKS } from '../../src/core/onnx/checks/table.ts';
import type { ModelSession } from '../../src/ports.ts';
import { fileOf, limits, runner } from '../adapters/onnxruntime/open.ts';
import { identity } from '../models/small.ts';
import { temporaryFolder } from '../temporary.ts';
import { missing, needs } from './engine.ts';
import { ONLY_OURS, ONLY_THEIRS } from './onnx-checker.differences.ts';
import {
  DATA,
  madeModels,
  mutants,
  type Named,
  soundModels,
  writeExternalFiles,
} from './onnx-checker.models.ts';

const MUTANTS = 4000;
const SEED = 1;
const PYTHON = '/usr/bin/python3';

interface Judged extends Named {
  /** Ids of our checks that found an error. */
  readonly ours: readonly string[];
  /** What onnx.checker says; null when it accepts. */
  readonly theirs: string | null;
}

interface Verdicts {
  readonly sound: readonly Omit<Judged, 'bytes'>[];
  readonly broken: readonly Judged[];
}

let verdicts: Promise<Verdicts> | null = null;

/** The verdicts on all models, made once for all tests. */
function judgeAll(context: TestContext): Promise<Verdicts> {
  needs(context, 'python3-onnx', PYTHON, '-c', 'import onnx');
  if (!existsSync(DATA)) missing(context, `${DATA} is not here: install libonnx-testdata`);
  verdicts ??= compare(temporaryFolder());
  return verdicts;
}

async function compare(folder: string): Promise<Verdicts> {
  writeExternalFiles(folder);
  const models = [...madeModels(), ...mutants(MUTANTS, SEED)];
  const written = models.map(({ bytes }, i) => {
    const path = join(folder, 'models', `${i}.onnx`);
    writeFileSync(path, bytes);
    return path;
  });
  const paths = [...soundModels(), ...written];
  const theirs = askChecker(paths);
  const judged: Omit<Judged, 'bytes'>[] = [];
  for (const [i, path] of paths.entries())
    judged.push({ name: path, ours: await errorsOf(path), theirs: theirs[i]! });
  const broken = judged.slice(-models.length).map((one, i) => ({ ...one, ...models[i]! }));
  return { sound: judged.slice(0, -models.length), broken };
}

async function errorsOf(path: string): Promise<string[]> {
  await using source = await openByteSource(path);
  const { findings } = await checkModel(source, { path, external: createExternalFiles(path) });
  return [...new Set(findings.filter(({ severity }) => severity === 'error').map(({ check }) => check))];
}

function askChecker(paths: readonly string[]): (string | null)[] {
  const script = join(import.meta.dirname, 'onnx-checker.py');
  const answer = execFileSync(PYTHON, [script], { input: JSON.stringify(paths), maxBuffer: 2 ** 26 });
  return JSON.parse(answer.toString());
}

/** The listed difference under which a model that only onnx.checker refuses falls. */
const rowOf = (words: string) => ONLY_THEIRS.find((row) => row.words.test(words));

it('neither refuses a sound model', { timeout: 120_000 }, async (context) => {
  const { sound } = await judgeAll(context);
  expect(sound.length).toBeGreaterThan(1000);
  expect(sound.filter(({ ours, theirs }) => ours.length > 0 || theirs !== null)).toEqual([]);
});

it('every check that is an error sees one', { timeout: 120_000 }, async (context) => {
  const { broken } = await judgeAll(context);
  const seen = new Set(broken.flatMap(({ ours }) => ours));
  const errors = STATIC_CHECKS.filter(({ severity }) => severity === 'error').map(({ id }) => id);
  // A file of 2 GiB is not written for this.
  expect(errors.filter((id) => !seen.has(id))).toEqual(['file-size']);
});

it('both judge alike, but for the listed differences', { timeout: 120_000 }, async (context) => {
  const { broken } = await judgeAll(context);
  const onlyOurs = broken.filter(({ ours, theirs }) => ours.length > 0 && theirs === null);
  const onlyTheirs = broken.filter(({ ours, theirs }) => ours.length === 0 && theirs !== null);

  const unlisted = [
    ...onlyOurs.filter(({ ours }) => !ours.every((id) => ONLY_OURS.has(id))),
    ...onlyTheirs.filter(({ theirs }) => !rowOf(theirs!)),
  ];
  expect(unlisted.map(({ name, ours, theirs }) => ({ name, ours, theirs }))).toEqual([]);

  const differing = new Set(onlyOurs.flatMap(({ ours }) => ours));
  const rows = new Set(onlyTheirs.map(({ theirs }) => rowOf(theirs!)));
  const settled = [
    ...[...ONLY_OURS.keys()].filter((id) => !differing.has(id)),
    ...ONLY_THEIRS.filter((row) => !rows.has(row)).map(({ words }) => String(words)),
  ];
  expect(settled).toEqual([]);
});

it('ONNX Runtime does as the list says', { timeout: 120_000 }, async (context) => {
  const { broken } = await judgeAll(context);
  await using session = await runner.open(fileOf(identity(1)), limits);
  const loaded = new Map(ONLY_THEIRS.map((row) => [row, [] as string[]]));
  for (const { name, ours, theirs, bytes } of broken) {
    const row = ours.length === 0 && theirs !== null && rowOf(theirs);
    if (row && (await loads(session, bytes))) loaded.get(row)!.push(name);
  }
  const accepted = [...loaded].filter(([, names]) => names.length > 0).map(([{ words }]) => words);
  const listed = ONLY_THEIRS.filter(({ onnxruntime }) => onnxruntime === 'accepts').map(({ words }) => words);
  expect(accepted).toEqual(listed);
});

async function loads(session: ModelSession, bytes: Uint8Array): Promise<boolean> {
  try {
    const instead = { bytes, external: false };
    await session.reopen({ optimization: 'disabled', strictShapes: false, instead });
    return true;
  } catch (error) {
    if (error instanceof FaultError) return false;
    throw error;
  }
}
