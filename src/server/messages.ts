/** What the server and its worker threads say to each other. */
import type { Signature, Tensors } from '../ports.ts';

export interface WorkerSetup {
  /** The folder whose node_modules holds onnxruntime-node. */
  readonly natives: string;
  readonly file: string;
}

export interface Job {
  readonly id: number;
  readonly feeds: Tensors;
  readonly outputs: readonly string[];
}

export type Answer =
  | { readonly kind: 'open'; readonly signature: Signature }
  /** The model does not load: the thread is of no use. */
  | { readonly kind: 'broken'; readonly words: string }
  | { readonly kind: 'done'; readonly id: number; readonly results: Tensors; readonly seconds: number }
  | { readonly kind: 'failed'; readonly id: number; readonly words: string };
