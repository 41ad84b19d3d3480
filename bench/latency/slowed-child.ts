/** The child, in which calls of models with `slowed` in their path begin with 0.2 ms of waiting. */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type * as Ort from 'onnxruntime-node';

const WAIT_NS = 200_000n;

Reflect.deleteProperty(globalThis, 'Float16Array');
// The child loads the same module from the same place, and so finds it changed.
const engine = createRequire(join(process.argv[2]!, '_.js'))('onnxruntime-node') as typeof Ort;
const create = engine.InferenceSession.create.bind(engine.InferenceSession) as (
  path: string,
  options: Ort.InferenceSession.SessionOptions,
) => Promise<Ort.InferenceSession>;
Object.assign(engine.InferenceSession, {
  async create(path: string, options: Ort.InferenceSession.SessionOptions) {
    const session = await create(path, options);
    if (!path.includes('slowed')) return session;
    const run = session.run.bind(session);
    return Object.assign(session, {
      run(feeds: Ort.InferenceSession.FeedsType, fetches: string[]) {
        const end = process.hrtime.bigint() + WAIT_NS;
        while (process.hrtime.bigint() < end);
        return run(feeds, fetches);
      },
    });
  },
});
await import('../../src/adapters/onnxruntime/child.ts');
