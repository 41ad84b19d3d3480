/** SHA-256 of pieces of memory, in their order. */
import { createHash } from 'node:crypto';
import { Worker } from 'node:worker_threads';

export interface Hasher extends AsyncDisposable {
  /** Pieces to read into. */
  readonly memory: readonly Uint8Array[];
  /** Takes the first `length` bytes of a piece. */
  push(piece: number, length: number): void;
  /** Resolves when the piece may be written to again. */
  free(piece: number): Promise<void>;
  /** In hexadecimal digits, once. */
  digest(): Promise<string>;
}

const PIECE_BYTES = 2 ** 20;
const PIECES = 4;

/** For short files, which are hashed before a thread has started. */
export function hashHere(): Hasher {
  const hash = createHash('sha256');
  const memory = Array.from({ length: 2 }, () => new Uint8Array(PIECE_BYTES));
  return {
    memory,
    push: (piece, length) => hash.update(memory[piece]!.subarray(0, length)),
    free: async () => {},
    digest: async () => hash.digest('hex'),
    async [Symbol.asyncDispose]() {},
  };
}

const THREAD = `const { parentPort, workerData } = require('node:worker_threads');
const hash = require('node:crypto').createHash('sha256');
parentPort.on('message', ({ piece, length }) => {
  if (piece !== null) hash.update(workerData[piece].subarray(0, length));
  parentPort.postMessage({ piece, digest: piece === null ? hash.digest('hex') : '' });
});`;

const SMALL = { maxOldGenerationSizeMb: 8, maxYoungGenerationSizeMb: 1 };

/** On a thread of its own, so that whoever reads the file has time to look at what is in it. */
export function hashBeside(): Hasher {
  const memory = Array.from({ length: PIECES }, () => new Uint8Array(new SharedArrayBuffer(PIECE_BYTES)));
  const thread = new Worker(THREAD, { eval: true, workerData: memory, resourceLimits: SMALL });
  const asked = new Map<number | null, { resolve(digest: string): void; reject(error: Error): void }>();
  const busy = new Map<number, Promise<string>>();
  const ask = (piece: number | null, length: number) =>
    new Promise<string>((resolve, reject) => {
      asked.set(piece, { resolve, reject });
      thread.postMessage({ piece, length });
    });
  thread.on('message', ({ piece, digest }) => asked.get(piece)?.resolve(digest));
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
    digest: () => ask(null, 0),
    async [Symbol.asyncDispose]() {
      await thread.terminate();
    },
  };
}
