/** Models that run in a process of their own. */
import type { Signature, Tensors } from '../core/scoring/types.ts';
import type { LatencyLaunch, LatencySamples } from './latency.ts';

export interface Limits {
  /** Wall-clock seconds for one request to the child process. */
  readonly seconds: number;
  /** Resident bytes of the child process. */
  readonly memory: number;
}

/** How a model is loaded. */
export interface OpenOptions {
  /** `all` is the level that services run at, and what is used when nothing is said; `disabled` runs the graph as written. */
  readonly optimization: 'disabled' | 'all';
  /** Refuse declared shapes that contradict the inferred ones, where ONNX Runtime would only warn and drop them. */
  readonly strictShapes: boolean;
  /** Loaded in place of the file's own bytes; faults still name the file. */
  readonly instead?: RewrittenModel;
}

/** A model's bytes with its graph changed. */
export interface RewrittenModel {
  readonly bytes: Uint8Array;
  /** Whether the model refers to files in its folder, and so can be loaded from there only. */
  readonly external: boolean;
}

/** A model held open in a process of its own. Dispose ends the process. */
export interface ModelSession extends AsyncDisposable {
  readonly signature: Signature;
  /** What was changed so that the model can be read, in sentences for the report. Absent: nothing. */
  readonly notes?: readonly string[];
  /**
   * Loads the model again, in the same process, in another way; `run` then uses that. Throws as `ModelRunner.open`
   * does; after `model-rejected` the session goes on as it was.
   */
  reopen(options: OpenOptions): Promise<Signature>;
  /**
   * Runs one batch and fetches the named outputs. Calls queue up; the values of `feeds` are copied before it returns,
   * so that their arrays may be filled again.
   * Throws `model-run-rejected`, `model-crashed`, `model-timeout` or `model-memory`.
   */
  run(feeds: Tensors, outputs: readonly string[]): Promise<Tensors>;
}

/** ONNX Runtime, always in a child process under limits. */
export interface ModelRunner {
  /** Name and version of the engine. `runtime-unavailable`. */
  readonly engine: () => Promise<{ readonly name: string; readonly version: string }>;
  /** Throws `model-rejected` (the engine's words in `details`), `model-crashed`, `model-timeout`, `model-memory`, `runtime-unavailable`. */
  open(path: string, limits: Limits, options?: OpenOptions): Promise<ModelSession>;
  /** One launch. Throws as `open` and `run` do. */
  time(launch: LatencyLaunch, limits: Limits): Promise<LatencySamples>;
}
