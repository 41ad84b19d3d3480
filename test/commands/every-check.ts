/** For each check that needs a run, a baseline or a target: a case that it speaks of, and the nearest that it does not. */
import { join } from 'node:path';
import { DataType, type GraphInit, model, node, value } from '../../scripts/onnx/builder.ts';
import { createModelRunner } from '../../src/adapters/onnxruntime/runner.ts';
import { type BehaviourInputs, runBehaviour } from '../../src/commands/behaviour.ts';
import { runLoad } from '../../src/commands/load.ts';
import { withReadableOutputs } from '../../src/commands/readable-outputs.ts';
import type { Finding } from '../../src/core/documents/validation.ts';
import { fault } from '../../src/core/errors.ts';
import { compareModels, comparisonFindings } from '../../src/core/onnx/compare/compare.ts';
import { parseTarget, targetFindings } from '../../src/core/onnx/targets/target.ts';
import type { ModelRunner } from '../../src/ports.ts';
import { child, fileOf, limits, natives, open, runner, values } from '../adapters/onnxruntime/open.ts';
import { compared } from '../core/onnx/facts.ts';
import { bfloat16, embedding, unknownOperator, zipMap } from '../models/awkward.ts';
import { divisionOverflow, endlessLoop } from '../models/hostile.ts';
import * as misbehaving from '../models/misbehaving.ts';
import { WRONGLY_DECLARED } from '../models/refused.ts';
import { identity, logistic } from '../models/small.ts';
import { validated } from './validated.ts';

type Findings = Promise<readonly Pick<Finding, 'check'>[]>;
type Case = readonly [spoken: () => Findings, silent: () => Findings];

async function load(
  bytes: Uint8Array,
  more: { nodes?: number; memory?: number; runner?: ModelRunner } = {},
): Findings {
  const readable = withReadableOutputs(more.runner ?? runner, { read: async () => bytes });
  const { session, findings } = await runLoad(
    {
      path: fileOf(bytes),
      limits: { ...limits, memory: more.memory ?? limits.memory },
      nodes: more.nodes ?? 1,
    },
    { runner: readable },
  );
  await session?.[Symbol.asyncDispose]();
  return findings;
}

async function run(bytes: Uint8Array, inputs: Partial<BehaviourInputs> = {}, seconds = 30): Findings {
  const session = await open(bytes, { ...limits, seconds });
  const usual = { rows: null, goldens: [], monotonic: [], output: { activation: 'none' }, seed: 1 } as const;
  return runBehaviour(session, { ...usual, ...inputs });
}

const compare = async (now: Uint8Array, before: Uint8Array): Findings =>
  comparisonFindings(await compareModels(await compared(now), await compared(before)));

const at = async (target: string, bytes: Uint8Array): Findings =>
  targetFindings((await compared(bytes)).summary, parseTarget(target)!);

/** Relu over `x`, under another name, shape, type, operator or opset. */
function relu(change: { name?: string; shape?: (string | number)[]; type?: number; op?: string } = {}) {
  const { name = 'x', shape = ['n', 2], type = DataType.FLOAT, op = 'Relu' } = change;
  const graph: GraphInit = {
    name: 'g',
    input: [value(name, type, shape)],
    output: [value('y', type, shape)],
    node: [node(op, [name], ['y'])],
  };
  return model(graph);
}

const refusing: ModelRunner = {
  ...runner,
  open: async (path, given, options) => {
    if (options?.optimization === 'disabled')
      throw fault('model-rejected', 'There is no kernel for Frobnicate.', { details: 'NOT_IMPLEMENTED' });
    return runner.open(path, given, options);
  },
};
const spawning = createModelRunner({
  child: join(import.meta.dirname, '../adapters/onnxruntime/children/spawning.ts'),
  natives,
});

const x = values('float32', Float32Array.of(0, 0, 1, 5, 2, -3, 4, 4), [4, 2]);
const rows = new Map([['x', x]]);
const ids = (...all: bigint[]) => new Map([['id', values('int64', BigInt64Array.from(all))]]);
const rising = (column: number) =>
  [{ name: 'price', places: [{ input: 'x', column }], direction: 'increasing' }] as const;
const golden = (place: string, ...y: number[]) => {
  const part = (name: string, tensor: ReturnType<typeof values>) => ({
    place: name,
    stored: { ok: true as const, name: '', tensor },
  });
  const outputs = values('float32', Float32Array.from(y), [4, 1]);
  return [{ name: 'set', parts: [part('input_0', x), part(place, outputs)] }];
};
const sound = () => logistic([0.5, -2]);

export const EVERY_CHECK: Readonly<Record<string, Case>> = {
  load: [() => load(unknownOperator()), () => load(sound())],
  'load-unoptimised': [() => load(sound(), { runner: refusing }), () => load(sound())],
  'load-once': [() => load(sound(), { nodes: 20_001 }), () => load(sound(), { nodes: 20_000 })],
  'declared-shapes': [() => load(WRONGLY_DECLARED[0]![1]), () => load(sound())],
  untestable: [() => load(bfloat16()), () => load(identity(DataType.FLOAT16, ['n', 2]))],
  rewritten: [() => load(zipMap()), () => load(sound())],
  crash: [() => load(divisionOverflow()), () => load(sound())],
  memory: [() => load(sound(), { memory: 20 * 2 ** 20 }), () => load(sound(), { memory: 2 ** 30 })],
  processes: [
    () => load(sound(), { runner: spawning }),
    () => load(sound(), { runner: createModelRunner({ child, natives }) }),
  ],
  timeout: [() => run(endlessLoop(), {}, 1), () => run(sound())],
  run: [() => run(embedding(5), { rows: ids(1n, 7n) }), () => run(embedding(5), { rows: ids(1n, 4n) })],
  inputs: [() => run(embedding(0)), () => run(embedding(5))],
  golden: [
    () => run(misbehaving.falling(), { goldens: golden('output_0', 0, 2, 4, 4.5) }),
    () => run(misbehaving.falling(), { goldens: golden('output_0', 0, -3, 7, 4) }),
  ],
  'golden-unread': [
    () => run(misbehaving.falling(), { goldens: golden('output_1', 0, -3, 7, 4) }),
    () => run(misbehaving.falling(), { goldens: golden('output_0', 0, -3, 7, 4) }),
  ],
  finite: [() => run(misbehaving.notANumber()), () => run(misbehaving.exponential())],
  deterministic: [() => run(misbehaving.random()), () => run(sound())],
  'batch-invariant': [
    () => run(misbehaving.batchMean(), { rows }),
    () => run(misbehaving.falling(), { rows }),
  ],
  'row-order': [() => run(misbehaving.cumulativeOf8()), () => run(misbehaving.falling())],
  'dynamic-dimensions': [() => run(misbehaving.frozenBatch()), () => run(relu())],
  monotonic: [
    () => run(misbehaving.falling(), { rows, monotonic: rising(1) }),
    () => run(misbehaving.falling(), { rows, monotonic: rising(0) }),
  ],
  'extreme-values': [() => run(misbehaving.exponential()), () => run(sound())],
  'missing-values': [() => run(sound()), () => run(identity(DataType.INT64, ['n', 2]))],
  'missing-spread': [() => run(misbehaving.cumulativeOf8()), () => run(misbehaving.falling())],
  'signature-breaking': [
    () => compare(relu({ name: 'z' }), relu()),
    () => compare(relu({ op: 'Neg' }), relu()),
  ],
  'signature-changed': [
    () => compare(relu({ shape: [8, 2] }), relu({ shape: ['n', 2] })),
    () => compare(relu({ shape: ['rows', 2] }), relu()),
  ],
  'target-version': [() => at('onnxruntime==1.11', relu()), () => at('onnxruntime==1.12', relu())],
  'target-security': [() => at('triton==26.06', relu()), () => at('triton==26.07', relu())],
  'target-batching': [() => at('triton', relu({ shape: [8, 2] })), () => at('triton', relu())],
  'target-operators': [() => at('tensorrt', relu({ op: 'Unique' })), () => at('tensorrt', relu())],
  'target-types': [
    () => at('tensorrt', relu({ type: DataType.STRING })),
    () => at('tensorrt', relu({ type: DataType.FLOAT16 })),
  ],
  'not-loaded': [
    async () => (await validated(sound(), null, { load: false })).findings,
    async () => (await validated(sound())).findings,
  ],
};
