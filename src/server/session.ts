import { createRequire } from 'node:module';
import { join } from 'node:path';
import { type Engine, type Model, openModel } from '../adapters/onnxruntime/session.ts';

/** A session on this thread. Throws the engine's words. */
export async function openSession(natives: string, file: string): Promise<Model> {
  // onnxruntime-node 1.30 reads a Float16Array as empty; without that class it uses Uint16Array, as on Node 20.
  Reflect.deleteProperty(globalThis, 'Float16Array');
  const engine = createRequire(join(natives, '_.js'))('onnxruntime-node') as Engine;
  return openModel(engine, {
    path: file,
    file,
    optimization: 'all',
    strictShapes: false,
    threads: 1,
    foldedBytes: null,
  });
}
