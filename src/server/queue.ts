/** A bounded queue before a model's threads. What waits while all are busy goes together in the next call. */
import type { Tensors } from '../ports.ts';
import { joined, mayShare, split } from './batch.ts';
import type { Pool } from './pool.ts';
import { Refusal } from './protocol/refusal.ts';

export interface QueueOptions {
  /** Requests that may wait. */
  readonly length: number;
  /** Rows of one call; requests never share a call beyond it. 1: they never share one. */
  readonly batchRows: number;
  /** Seconds that a request may take, waiting included. */
  readonly timeout: number;
}

export interface Timed {
  readonly results: Tensors;
  /** Seconds before its call began, and in it. */
  readonly queued: number;
  readonly computed: number;
  /** Rows of the whole call. */
  readonly batchRows: number;
  /** Whether this request counts the call: the first of those that shared it. */
  readonly first: boolean;
}

interface Entry {
  readonly feeds: Tensors;
  readonly outputs: readonly string[];
  readonly rows: number;
  /** Whether it goes with others: false where rows may not be mixed, or after a shared call that failed. */
  readonly shares: boolean;
  readonly since: number;
  readonly timer: NodeJS.Timeout;
  resolve(timed: Timed): void;
  reject(error: Error): void;
}

export interface Queue {
  /** Rejects with Refusal: 429 when the queue is full, 504 when it took too long, 400 for what the engine refuses. */
  infer(feeds: Tensors, outputs: readonly string[], rows: number): Promise<Timed>;
  /** Requests that wait or run. */
  pending(): number;
  /** Resolves when nothing waits or runs. */
  settled(): Promise<void>;
}

export function createQueue(pool: Pool, options: QueueOptions): Queue {
  const waiting: Entry[] = [];
  const whenSettled: (() => void)[] = [];
  let pending = 0;
  let scheduled = false;

  const done = (entry: Entry) => {
    clearTimeout(entry.timer);
    pending--;
    if (pending === 0) for (const resolve of whenSettled.splice(0)) resolve();
  };
  const expire = (entry: Entry) => {
    const place = waiting.indexOf(entry);
    // Already in a call: its answer, when it comes, finds nobody.
    if (place >= 0) {
      waiting.splice(place, 1);
      done(entry);
    }
    entry.reject(new Refusal(504, `The request took longer than ${options.timeout} seconds.`));
  };

  // At the end of the event loop's turn: what arrived in one turn goes in one message, which costs more than a small model.
  const dispatch = () => {
    if (scheduled) return;
    scheduled = true;
    setImmediate(() => {
      scheduled = false;
      while (pool.idle() > 0 && waiting.length > 0) run(take(waiting, options.batchRows));
    });
  };
  const run = async (entries: readonly Entry[]) => {
    const began = performance.now();
    try {
      const batchRows = entries.reduce((sum, { rows }) => sum + rows, 0);
      const { results, seconds } = await pool.run(joined(entries), entries[0]!.outputs, batchRows);
      const parts = split(
        results,
        entries.map(({ rows }) => rows),
      );
      for (const [i, entry] of entries.entries()) {
        const queued = (began - entry.since) / 1000;
        entry.resolve({ results: parts[i]!, queued, computed: seconds, batchRows, first: i === 0 });
      }
      entries.forEach(done);
    } catch (error) {
      // One of them is at fault; the others get their answer from a call of their own.
      if (entries.length > 1) waiting.unshift(...entries.map((entry) => ({ ...entry, shares: false })));
      else refuse(entries[0]!, error);
    }
    dispatch();
  };
  const refuse = (entry: Entry, error: unknown) => {
    const words = error instanceof Error ? error.message : String(error);
    entry.reject(new Refusal(400, `The model refused its input: ${words.slice(0, 500)}`));
    done(entry);
  };

  return {
    infer(feeds, outputs, rows) {
      if (waiting.length >= options.length)
        return Promise.reject(new Refusal(429, `${waiting.length} requests wait already.`, 1));
      return new Promise((resolve, reject) => {
        const entry: Entry = {
          feeds,
          outputs,
          rows,
          shares: options.batchRows > 1,
          since: performance.now(),
          timer: setTimeout(() => expire(entry), options.timeout * 1000),
          resolve,
          reject,
        };
        pending++;
        waiting.push(entry);
        dispatch();
      });
    },
    pending: () => pending,
    settled: () => (pending === 0 ? Promise.resolve() : new Promise((resolve) => whenSettled.push(resolve))),
  };
}

/** The oldest request, and those behind it that may share its call and fit. */
function take(waiting: Entry[], batchRows: number): Entry[] {
  const first = waiting.shift()!;
  const taken = [first];
  let rows = first.rows;
  for (let i = 0; first.shares && i < waiting.length && rows < batchRows; ) {
    const entry = waiting[i]!;
    if (!entry.shares || rows + entry.rows > batchRows || !mayShare(first, entry)) {
      i++;
      continue;
    }
    taken.push(entry);
    rows += entry.rows;
    waiting.splice(i, 1);
  }
  return taken;
}
