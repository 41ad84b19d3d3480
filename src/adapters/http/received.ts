import type { IncomingMessage } from 'node:http';

/** Bytes that wait for the disk before the server is made to wait. */
const MOST_WAITING = 8 * 1024 ** 2;

/**
 * Every chunk that arrived, also those that came just before the connection was lost: iterating over the stream itself
 * drops what was not read when it fails. Call it in the turn in which the response came.
 */
export function received(body: IncomingMessage): AsyncIterable<Buffer> {
  const waiting: Buffer[] = [];
  let bytes = 0;
  let failure: Error | null = null;
  let over = false;
  let wake = () => {};
  body.on('data', (chunk: Buffer) => {
    waiting.push(chunk);
    bytes += chunk.length;
    if (bytes > MOST_WAITING) body.pause();
    wake();
  });
  body.on('error', (error) => {
    failure = error;
    wake();
  });
  body.on('close', () => {
    over = true;
    wake();
  });
  return {
    async *[Symbol.asyncIterator]() {
      for (;;) {
        const chunk = waiting.shift();
        if (chunk) {
          bytes -= chunk.length;
          if (body.isPaused() && bytes < MOST_WAITING / 2) body.resume();
          yield chunk;
        } else if (failure) throw failure;
        else if (over) return;
        else
          await new Promise<void>((done) => {
            wake = done;
          });
      }
    },
  };
}
