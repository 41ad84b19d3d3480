import { expect, it } from 'vitest';
import type { Tensors } from '../../src/ports.ts';
import type { Pool } from '../../src/server/pool.ts';
import { createQueue } from '../../src/server/queue.ts';

const signature = { inputs: [], outputs: [] };
const rowsOf = (...values: number[]): Tensors =>
  new Map([['x', { type: 'float32', shape: [values.length, 1], data: Float32Array.from(values) }]]);

/** Doubles; `threads` calls at a time, each of which ends when `end` is called. */
function workshop(threads: number, batchRows: number, length = 100, timeout = 60) {
  const calls: number[][] = [];
  const ends: (() => void)[] = [];
  const pool: Pool = {
    signature,
    idle: () => threads - ends.length,
    run: (feeds) =>
      new Promise((resolve, reject) => {
        const values = [...(feeds.get('x')!.data as Float32Array)];
        calls.push(values);
        ends.push(() => {
          if (values.includes(-1)) return reject(new Error('minus one'));
          const data = Float32Array.from(values, (value) => 2 * value);
          resolve({
            results: new Map([['y', { type: 'float32', shape: [data.length, 1], data }]]),
            seconds: 0,
          });
        });
      }),
    [Symbol.asyncDispose]: async () => {},
  };
  const queue = createQueue(pool, { length, batchRows, timeout });
  const ask = async (...values: number[]) => {
    const { results } = await queue.infer(rowsOf(...values), ['y'], values.length);
    return [...(results.get('y')!.data as Float32Array)];
  };
  const turn = () => new Promise((resolve) => setImmediate(resolve));
  return { calls, ask, queue, turn, end: () => ends.shift()!() };
}

it('sends what arrives in one turn in one call, and to each its own rows', async () => {
  const { ask, calls, turn, end } = workshop(1, 64);
  const answers = [ask(1), ask(2, 3), ask(4)];
  await turn();
  expect(calls).toEqual([[1, 2, 3, 4]]);
  end();
  expect(await Promise.all(answers)).toEqual([[2], [4, 6], [8]]);
});

it('sends what waited in one call, up to its rows', async () => {
  const { ask, calls, turn, end } = workshop(1, 3);
  const first = ask(1);
  await turn();
  const others = [ask(2, 3), ask(4, 5), ask(6)];
  await turn();
  expect(calls).toEqual([[1]]);
  end();
  await first;
  await turn();
  // 4 and 5 would have been too many; 6 was not.
  expect(calls).toEqual([[1], [2, 3, 6]]);
  end();
  await Promise.all([others[0], others[2]]);
  await turn();
  end();
  expect(await Promise.all(others)).toEqual([[4, 6], [8, 10], [12]]);
});

it('keeps requests alone where rows may not be mixed', async () => {
  const { ask, calls, turn, end } = workshop(2, 1);
  const answers = [ask(1), ask(2)];
  await turn();
  expect(calls).toEqual([[1], [2]]);
  end();
  end();
  expect(await Promise.all(answers)).toEqual([[2], [4]]);
});

it('answers those alone that shared a call with one that the model refuses', async () => {
  const { ask, calls, turn, end } = workshop(1, 64);
  const good = ask(1);
  const bad = ask(-1).catch((error: Error) => error.message);
  await turn();
  end();
  for (let i = 0; i < 2; i++) {
    // The refusal arrives, then what it has put back is sent.
    await turn();
    await turn();
    end();
  }
  expect(await good).toEqual([2]);
  expect(await bad).toMatch(/refused its input: minus one/);
  expect(calls).toEqual([[1, -1], [1], [-1]]);
});

it('refuses what it cannot hold with 429', async () => {
  const { ask, turn, end, queue } = workshop(1, 1, 1);
  const running = ask(1);
  await turn();
  const waiting = ask(2);
  await expect(ask(3)).rejects.toMatchObject({ status: 429, retryAfter: 1 });
  end();
  await running;
  await turn();
  end();
  expect(await waiting).toEqual([4]);
  await queue.settled();
  expect(queue.pending()).toBe(0);
});

it('gives up with 504 what runs or waits too long, and goes on', async () => {
  const { ask, calls, turn, end } = workshop(1, 1, 100, 0.05);
  const running = ask(1);
  await turn();
  const waiting = ask(2);
  await expect(running).rejects.toMatchObject({ status: 504 });
  await expect(waiting).rejects.toMatchObject({ status: 504 });
  // The call itself cannot be stopped; what waited is never sent.
  end();
  await turn();
  const next = ask(3);
  await turn();
  await turn();
  end();
  expect(await next).toEqual([6]);
  expect(calls).toEqual([[1], [3]]);
});
