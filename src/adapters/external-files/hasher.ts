/** Hashes of pieces of memory, in their order. */
import { createHash } from 'node:crypto';
import { Worker } from 'node:worker_threads';
import type { Hashes, HashName } from '../../core/onnx/external-files.ts';

export interface Hasher extends AsyncDisposable {
  /** Pieces to read into. */
  readonly memory: readonly Uint8Array[];
  /** Takes the first `length` bytes of a piece. */
  push(piece: number, length: number): void;
  /** Resolves when the piece may be written to again. */
  free(piece: number): Promise<void>;
  /** Once, after the last piece. */
  digests(): Promise<Hashes>;
}

const PIECE_BYTES = 2 ** 20;

/** Handing a piece over takes two messages: of larger pieces there are fewer. One is read, one waits, one is hashed. */
const HANDED_BYTES = 2 ** 22;
const PIECES = 3;

/** For short files, which are hashed before a thread has started. */
export function hashHere(names: readonly HashName[]): Hasher {
  const hashes = names.map((name) => [name, createHash(name)] as const);
  const memory = Array.from({ length: 2 }, () => new Uint8Array(PIECE_BYTES));
  return {
    memory,
    push(piece, length) {
      for (const [, hash] of hashes) hash.update(memory[piece]!.subarray(0, length));
    },
    free: async () => {},
    digests: async () => Object.fromEntries(hashes.map(([name, hash]) => [name, hash.digest('hex')])),
    async [Symbol.asyncDispose]() {},
  };
}

const THREAD = `const { parentPort, workerData } = require('node:worker_threads');
const { createHash } = require('node:crypto');
const hashes = workerData.names.map((name) => [name, createHash(name)]);
parentPort.on('message', ({ piece, length }) => {
  const bytes = piece === null ? null : workerData.memory[piece].subarray(0, length);
  const digests = hashes.map(([name, hash]) => [name, bytes ? hash.update(bytes) && '' : hash.digest('hex')]);
  parentPort.postMessage({ piece, digests: Object.fromEntries(digests) });
});`;

const SMALL = { maxOldGenerationSizeMb: 8, maxYoungGenerationSizeMb: 1 };

/** On a thread of its own, so that whoever reads the file has time to look at what is in it. */
export function hashBeside(names: readonly HashName[]): Hasher {
  const memory = Array.from({ length: PIECES }, () => new Uint8Array(new SharedArrayBuffer(HANDED_BYTES)));
  const thread = new Worker(THREAD, { eval: true, workerData: { memory, names }, resourceLimits: SMALL });
  const asked = new Map<number | null, { resolve(digests: Hashes): void; reject(error: Error): void }>();
  const busy = new Map<number, Promise<Hashes>>();
  const ask = (piece: number | null, length: number) =>
    new Promise<Hashes>((resolve, reject) => {
      asked.set(piece, { resolve, reject });
      thread.postMessage({ piece, length });
    });
  thread.on('message', ({ piece, digests }) => asked.get(piece)?.resolve(digests));
  thread.on('error', (error) => {
    for (const { reject } of asked.values()) reject(error as Error);
  });
  return {
    memory,
    push(piece, length) {
      const done = ask(piece, length);
      // Whoever waits for the piece, or for the digest, is told.
      done.catch(() => {});
      busy.set(piece, done);
    },
    async free(piece) {
      await busy.get(piece);
    },
    digests: () => ask(null, 0),
    async [Symbol.asyncDispose]() {
      await thread.terminate();
    },
  };
}
