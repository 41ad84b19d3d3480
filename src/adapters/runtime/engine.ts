import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { MANIFEST, partsFor } from './manifest.ts';
import { whyUnusable } from './packages.ts';
import { targetOf, thisMachine } from './target.ts';

/** The folder of the file at `url` when a node_modules there or above holds ONNX Runtime; else null. */
export async function engineAbove(url: string): Promise<string | null> {
  const folder = dirname(fileURLToPath(url));
  const parts = partsFor(MANIFEST, targetOf(thisMachine())).filter(({ name }) =>
    name.startsWith('onnxruntime-'),
  );
  return (await whyUnusable(folder, parts, 'above')) === null ? folder : null;
}
