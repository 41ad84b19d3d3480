/** How models are timed. */
import type { Benchmark } from '../core/documents/benchmark.ts';
import type { Tensors } from '../core/scoring/types.ts';
import type { Limits } from './models.ts';

/** How sessions are made for timing. */
export type SessionSettings = NonNullable<Benchmark['settings']>;

/** A model with the inputs of one call. */
export interface FedModel {
  readonly path: string;
  readonly feeds: Tensors;
}

/** One fresh process that times calls of both models, interleaved. */
export interface LatencyLaunch {
  readonly candidate: FedModel;
  readonly baseline: FedModel | null;
  /** Decides the order of session creation and of turns. */
  readonly seed: number;
  readonly settings: SessionSettings;
  /** Timed seconds per model. */
  readonly seconds: number;
  /** Timed calls per model, where two seconds are enough for them. */
  readonly minimumCalls: number;
  /** Calls in a row before the turn changes; the first of them is kept apart. */
  readonly callsPerTurn: number;
}

/** Seconds per call, in the order they were made. `control` is a second session of the baseline. */
export interface LatencySamples {
  readonly candidate: Float64Array;
  readonly baseline: Float64Array | null;
  readonly control: Float64Array | null;
  /** Of the calls that came first in their turn. */
  readonly afterSwitch: { readonly candidate: Float64Array; readonly baseline: Float64Array | null };
  /** Whether the warm-up came to rest. */
  readonly steady: boolean;
  /** Times that the process was interrupted for another one, and seconds it ran. */
  readonly interruptions: number;
  readonly seconds: number;
}

/** Seconds and bytes of one fresh process with one model in it. */
export interface FootprintSample {
  readonly load: number;
  readonly firstInference: number;
  /** From the start of the process. */
  readonly firstAnswer: number;
  readonly resident: number;
  /** Null where the system does not tell. */
  readonly peak: number | null;
}

/** Where the time of a model goes, by kind of operator. */
export interface OperatorTimes {
  /** Nodes that ran. */
  readonly nodes: number;
  readonly operators: readonly {
    readonly operator: string;
    readonly nodes: number;
    readonly seconds: number;
  }[];
}

/** Measures one model at a time, each in fresh processes. All throw as `ModelRunner.open` and `run` do. */
export interface ModelMeter {
  footprint(model: FedModel, settings: SessionSettings, limits: Limits): Promise<FootprintSample>;
  /** Calls per second of `clients` at once, each with a session and a thread of its own. */
  throughput(
    model: FedModel,
    load: { readonly clients: number; readonly seconds: number },
    settings: SessionSettings,
    limits: Limits,
  ): Promise<number>;
  /** From ONNX Runtime's profiler. */
  profile(model: FedModel, settings: SessionSettings, limits: Limits): Promise<OperatorTimes>;
}
