/**
 * The child, whose engine starts two processes when it loads a model: one in its group, with its stderr, and one that
 * leaves both. They name the model in their arguments. It ends at once when the path says `ends`, and else never.
 */
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type * as Ort from 'onnxruntime-node';

const engine = createRequire(join(process.argv[2]!, '_.js'))('onnxruntime-node') as typeof Ort;
Object.assign(engine.InferenceSession, {
  async create(path: string) {
    spawn('tail', ['-f', path], { stdio: ['ignore', 'ignore', 'inherit'] });
    if (path.includes('ends')) process.exit(7);
    spawn('tail', ['-f', path], { stdio: 'ignore', detached: true });
    await new Promise(() => {});
  },
});
await import('../../../../src/adapters/onnxruntime/child.ts');
