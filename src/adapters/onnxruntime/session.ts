/** Models in onnxruntime-node. The engine comes in as a value: only child.ts loads it. */
import type * as Ort from 'onnxruntime-node';
import { type Fault, throwFaults } from '../../core/errors.ts';
import type { SessionSettings, Signature, Tensor, Tensors } from '../../ports.ts';
import { checkFeeds, checkOutputs, isCarried } from './feeds.ts';
import type { OpenRequest, Phase } from './protocol.ts';
import { quote } from './text.ts';

export type Engine = typeof Ort;

/** What ONNX Runtime threw, and when. */
export class EngineError extends Error {
  readonly phase: Phase;
  readonly path: string;

  constructor(phase: Phase, path: string, cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause));
    this.phase = phase;
    this.path = path;
  }
}

export interface Opening extends Omit<OpenRequest, 'optimization'>, Partial<SessionSettings> {
  /** The largest constant, in bytes, that the optimiser may compute at load. Null: the engine's own limit. */
  readonly foldedBytes: number | null;
  /** Where the profiler writes, as the beginning of a path. Absent: it does not run. */
  readonly profile?: string;
}

export interface Model {
  readonly signature: Signature;
  /** Checks everything, makes the tensors once, and returns the call. No `outputs`: all that can be fetched. */
  prepare(feeds: Tensors, outputs?: readonly string[]): () => Promise<Ort.InferenceSession.OnnxValueMapType>;
  /** Writes what the profiler has seen. */
  endProfiling(): void;
}

/** Throws EngineError, or FaultError `model-rejected` for a signature beyond the bounds of our documents. */
export async function openModel(engine: Engine, opening: Opening): Promise<Model> {
  const { path, file } = opening;
  const failed = (phase: Phase) => (cause: unknown) => {
    throw new EngineError(phase, path, cause);
  };
  const session = await engine.InferenceSession.create(file, sessionOptions(opening)).catch(failed('load'));
  const signature = {
    inputs: session.inputMetadata.map(tensorInfo),
    outputs: session.outputMetadata.map(tensorInfo),
  };
  throwFaults(checkBounds(path, signature));
  return {
    signature,
    endProfiling: () => session.endProfiling(),
    prepare(given, outputs) {
      const wanted = outputs ?? signature.outputs.filter(isCarried).map(({ name }) => name);
      throwFaults([...checkFeeds(path, signature, given), ...checkOutputs(path, signature, wanted)]);
      const feeds = tensors(engine, given);
      return () => session.run(feeds, wanted).catch(failed('run'));
    },
  };
}

/**
 * One thread each by default, as latency and determinism want it. The folding limit defuses models that unfold
 * into gigabytes of constants while they load.
 */
function sessionOptions({
  threads = 1,
  spinning = true,
  execution = 'sequential',
  foldedBytes,
  optimization = 'all',
  strictShapes,
  profile,
}: Opening): Ort.InferenceSession.SessionOptions {
  return {
    executionProviders: ['cpu'],
    intraOpNumThreads: threads,
    interOpNumThreads: 1,
    executionMode: execution,
    graphOptimizationLevel: optimization,
    extra: {
      ...(foldedBytes !== null && {
        optimization: { constant_folding_max_output_size_in_bytes: String(foldedBytes) },
      }),
      session: {
        ...(strictShapes && { strict_shape_type_inference: '1' }),
        ...(!spinning && { intra_op: { allow_spinning: '0' } }),
      },
    },
    ...(profile !== undefined && { enableProfiling: true, profileFilePrefix: profile }),
  };
}

function tensorInfo(info: Ort.InferenceSession.ValueMetadata): Signature['inputs'][number] {
  if (!info.isTensor) return { name: info.name, type: null, shape: [] };
  return { name: info.name, type: info.type, shape: info.shape.map((size) => (size === '' ? null : size)) };
}

/** The bounds of `tensorInfo` and `summary` in core/documents/validation.ts. */
function checkBounds(path: string, { inputs, outputs }: Signature): Fault[] {
  const rejected = (message: string): Fault => ({ code: 'model-rejected', message });
  const crowded = [inputs, outputs]
    .filter((infos) => infos.length > 10_000)
    .map((infos) => rejected(`${path} has ${infos.length} inputs or outputs; at most 10,000 are supported.`));
  const odd = [...inputs, ...outputs]
    .filter(
      ({ name, shape }) =>
        name.length > 4096 ||
        shape.length > 64 ||
        shape.some((size) => typeof size === 'string' && size.length > 4096),
    )
    .slice(0, 10)
    .map(({ name }) =>
      rejected(
        `${path}: ${quote(name)} has a name of more than 4,096 characters or more than 64 dimensions.`,
      ),
    );
  return [...crowded, ...odd];
}

/** An object without a prototype: with the child's `--disable-proto`, even `__proto__` is a name like others. */
function tensors(engine: Engine, given: Tensors): Record<string, Ort.Tensor> {
  const made: Record<string, Ort.Tensor> = Object.create(null);
  for (const [name, { type, data, shape }] of given) {
    made[name] = new engine.Tensor(type as 'float32', data as Float32Array, shape);
  }
  return made;
}

/** The fetched values by name. */
export function results(values: Ort.InferenceSession.OnnxValueMapType): Tensors {
  return new Map(Object.entries(values).map(([name, value]) => [name, result(value as Ort.Tensor)]));
}

const result = ({ type, data, dims }: Ort.Tensor): Tensor => ({ type, data, shape: dims }) as Tensor;
