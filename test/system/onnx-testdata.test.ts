/** The backend tests of ONNX 1.12 (Debian: libonnx-testdata): no false alarm on models that are right. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { files } from '../../src/adapters/files.ts';
import { runBehaviour } from '../../src/commands/behaviour.ts';
import { runReadGoldens } from '../../src/commands/goldens.ts';
import type { Finding } from '../../src/core/documents/validation.ts';
import { type Fault, FaultError } from '../../src/core/errors.ts';
import type { ModelSession, OpenOptions, Signature } from '../../src/ports.ts';
import { limits, runner } from '../adapters/onnxruntime/open.ts';
import { missing } from './engine.ts';

const DATA = '/usr/share/libonnx-testdata/data';

/** Why ONNX Runtime 1.30 refuses a model of the set; the words are those of our sentences. */
const REFUSALS: readonly [reason: string, words: RegExp][] = [
  ['no kernel for an old opset or a rare type', /it has no CPU implementation of/],
  ['the locale en_US.UTF-8 is not installed', /StringNormalizer needs the locale/],
  ['training operators', /operator \w+ of domain "ai\.onnx\.preview\.training"/],
  ['a type that onnxruntime-node cannot carry', /bfloat16, which onnxruntime-node cannot carry/],
  ['recurrent operators with layout 1', /Batchwise recurrent operations/],
];

const RANDOM = 'random by its nature';
const ROUNDING = 'float32 rounding in another algorithm, against expected zeros';
const DIGITS = 'prints a float with one digit more';
const CHANGED = 'the meaning was settled otherwise in later versions of ONNX';

/** Models whose outputs differ from the stored ones in ONNX Runtime 1.30, and why we think that it is not our fault. */
const DIFFERENCES: Readonly<Record<string, string>> = {
  'node/test_bernoulli': RANDOM,
  'node/test_bernoulli_double': RANDOM,
  'node/test_bernoulli_double_expanded': RANDOM,
  'node/test_bernoulli_expanded': RANDOM,
  'node/test_bernoulli_seed': RANDOM,
  'node/test_bernoulli_seed_expanded': RANDOM,
  'node/test_training_dropout': RANDOM,
  'node/test_training_dropout_default': RANDOM,
  'node/test_training_dropout_default_mask': RANDOM,
  'node/test_training_dropout_mask': RANDOM,
  'node/test_cast_FLOAT_to_STRING': DIGITS,
  'node/test_castlike_FLOAT_to_STRING': DIGITS,
  'node/test_castlike_FLOAT_to_STRING_expanded': DIGITS,
  'node/test_dft': ROUNDING,
  'node/test_dft_axis': ROUNDING,
  'node/test_dft_inverse': ROUNDING,
  'node/test_stft': ROUNDING,
  'node/test_stft_with_window': ROUNDING,
  'node/test_maxunpool_export_with_output_shape': CHANGED,
  'node/test_resize_downsample_scales_cubic_align_corners': CHANGED,
  'node/test_resize_downsample_scales_linear_align_corners': CHANGED,
};

const AS_WRITTEN: OpenOptions = { optimization: 'disabled', strictShapes: false };
const STRICT: OpenOptions = { optimization: 'all', strictShapes: true };

interface Result {
  readonly name: string;
  /** Null: it loads. */
  readonly refused: Fault | null;
  readonly findings: readonly Finding[];
}

/** Every model in one process, for there are a thousand. */
async function* examineAll(models: readonly string[]): AsyncGenerator<Result> {
  await using session = await runner.open(pathOf(models[0]!), limits);
  for (const name of models) yield await examine(name, session);
}

async function examine(name: string, session: ModelSession): Promise<Result> {
  const instead = { bytes: readFileSync(pathOf(name)), external: false };
  let signature: Signature;
  try {
    await session.reopen({ ...AS_WRITTEN, instead });
    signature = await session.reopen({ ...STRICT, instead });
  } catch (error) {
    if (error instanceof FaultError) return { name, refused: error.faults[0], findings: [] };
    throw error;
  }
  const goldens = await runReadGoldens(`${DATA}/${name}`, { files });
  const findings = await runBehaviour(
    { ...session, signature },
    { rows: null, goldens, monotonic: [], output: { activation: 'none' }, seed: 1 },
  );
  return { name, refused: null, findings };
}

const pathOf = (name: string) => `${DATA}/${name}/model.onnx`;

it('gives no false alarm on a thousand models', { timeout: 300_000 }, async (context) => {
  if (!existsSync(DATA)) missing(context, `${DATA} is not here: install libonnx-testdata`);
  const models = readdirSync(DATA)
    .flatMap((set) => readdirSync(`${DATA}/${set}`).map((test) => `${set}/${test}`))
    .filter((name) => existsSync(pathOf(name)));
  expect(models.length).toBeGreaterThan(1000);

  const results: Result[] = [];
  for await (const result of examineAll(models)) results.push(result);

  const refused = results.flatMap(({ name, refused }) =>
    refused ? [{ name, message: refused.message }] : [],
  );
  const unexplained = refused.filter(({ message }) => !REFUSALS.some(([, words]) => words.test(message)));
  expect(unexplained).toEqual([]);
  expect(models.length - refused.length).toBeGreaterThan(1000);

  const wrong = new Set(
    results
      .filter(({ findings }) => findings.some(({ severity }) => severity === 'error'))
      .map(({ name }) => name),
  );
  expect([...wrong].filter((name) => !Object.hasOwn(DIFFERENCES, name))).toEqual([]);
  const settled = Object.keys(DIFFERENCES).filter((name) => DIFFERENCES[name] !== RANDOM);
  expect(settled.filter((name) => !wrong.has(name))).toEqual([]);

  const judged = results.flatMap(({ findings }) => findings.map(({ check }) => check));
  const alarms = [
    'batch-invariant',
    'row-order',
    'dynamic-dimensions',
    'missing-spread',
    'crash',
    'timeout',
    'memory',
  ];
  expect(judged.filter((check) => alarms.includes(check))).toEqual([]);
});
