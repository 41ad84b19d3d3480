/**
 * What the runner and its child process say to each other. Node's `advanced` serialization carries Maps, typed
 * arrays and bigints; the numbers that a model is fed lie in the exchange. A message is an array of requests or of
 * replies, and the child answers in the order in which it was asked.
 */
import type { Fault } from '../../core/errors.ts';
import type {
  FedModel,
  FootprintSample,
  LatencyLaunch,
  LatencySamples,
  OpenOptions,
  OperatorTimes,
  SessionSettings,
  Signature,
  Tensors,
} from '../../ports.ts';
import type { Parcels } from './exchange.ts';

export interface OpenRequest extends Omit<OpenOptions, 'instead'> {
  /** What faults call the model. */
  readonly path: string;
  /** The file to load. */
  readonly file: string;
}

/** One model to measure alone. */
export interface Alone extends FedModel {
  readonly settings: SessionSettings;
}

/** Each kind of request with what it needs and what it brings. The child announces itself with a `start` answer. */
export interface Exchanges {
  readonly start: { readonly needs: null; readonly brings: null };
  readonly open: { readonly needs: OpenRequest; readonly brings: Signature };
  readonly run: {
    readonly needs: { readonly feeds: Parcels; readonly outputs: readonly string[] };
    readonly brings: Tensors;
  };
  readonly time: { readonly needs: LatencyLaunch; readonly brings: LatencySamples };
  readonly footprint: { readonly needs: Alone; readonly brings: FootprintSample };
  readonly throughput: {
    readonly needs: Alone & { readonly clients: number; readonly seconds: number };
    readonly brings: number;
  };
  /** `folder`: where the profiler may write. */
  readonly profile: { readonly needs: Alone & { readonly folder: string }; readonly brings: OperatorTimes };
}
export type Kind = keyof Exchanges;

export type Request = {
  readonly [K in Exclude<Kind, 'start'>]: { readonly kind: K; readonly needs: Exchanges[K]['needs'] };
}[Exclude<Kind, 'start'>];

/** When the engine threw. */
export type Phase = 'start' | 'load' | 'run';

export type Reply =
  /** Not an answer: a step inside a long request, for the sentence if the process dies in it. */
  | { readonly kind: 'doing'; readonly what: string }
  | { readonly kind: 'done'; readonly value: Exchanges[Kind]['brings'] }
  | { readonly kind: 'refused'; readonly faults: readonly [Fault, ...Fault[]] }
  /** ONNX Runtime's own error; the parent knows the limits and makes the sentence. */
  | { readonly kind: 'engine'; readonly phase: Phase; readonly path: string; readonly words: string };
