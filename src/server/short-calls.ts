/** Calls that are over sooner than a message to a thread runs on the thread that has the request. */
import { type Model, results } from '../adapters/onnxruntime/session.ts';
import type { Signature, Tensors } from '../ports.ts';
import type { Pool, Ran } from './pool.ts';

/** Seconds that a probe may have to wait for such a call; about what reading 100 kB of JSON takes. */
export const SHORT = 0.0005;
/** Share of the newest call in what is expected of the next: large for a quick one, since a slow one may have been disturbed. */
const QUICKER = 1 / 4;
const SLOWER = 1 / 64;

/** Whether a call's time is told by its rows: no other dimension is open. */
export const timeGoesByRows = ({ inputs }: Signature): boolean =>
  inputs.every(({ shape }) => shape.slice(1).every((size) => typeof size === 'number'));

/** The pool, but for calls that `model`, on this thread, is expected to end within SHORT. `seconds`: measured for one row. */
export function withShortCalls(pool: Pool, model: Model, seconds: number): Pool {
  let ofRow = seconds;
  const run: Pool['run'] = async (feeds, outputs, rows) => {
    const short = ofRow * rows <= SHORT;
    const ran = await (short ? here(model, feeds, outputs) : pool.run(feeds, outputs, rows));
    const newest = ran.seconds / rows;
    ofRow += (newest - ofRow) * (newest < ofRow ? QUICKER : SLOWER);
    return ran;
  };
  return { ...pool, run };
}

async function here(model: Model, feeds: Tensors, outputs: readonly string[]): Promise<Ran> {
  const call = model.prepare(feeds, outputs);
  // onnxruntime-node runs it in an immediate of its own, which comes right behind this one.
  let started = 0;
  setImmediate(() => {
    started = performance.now();
  });
  const values = await call();
  const seconds = (performance.now() - started) / 1000;
  return { results: results(values), seconds };
}
