/** Native parts, and files beside the bundle: what the server needs of an environment, and no adapter more. */
import { fileURLToPath } from 'node:url';
import type { Host } from '../adapters/hosts/host.ts';

export async function findNatives(
  host: Host,
  inputs: { readonly 'runtime-path': string | undefined; readonly 'runtime-url': string | undefined },
): Promise<string> {
  const { ensureRuntime } = await import('../adapters/runtime/ensure.ts');
  const { directory } = await ensureRuntime({
    ...(inputs['runtime-path'] !== undefined && { runtimePath: inputs['runtime-path'] }),
    ...(inputs['runtime-url'] !== undefined && { runtimeUrl: inputs['runtime-url'] }),
    from: fileURLToPath(import.meta.url),
    env: process.env,
    report: host.report,
  });
  return directory;
}

/** ONNX Runtime alone, which is all that an image for serving has; else as `findNatives`. */
export async function findEngine(host: Host, inputs: Parameters<typeof findNatives>[1]): Promise<string> {
  const { engineAbove } = await import('../adapters/runtime/engine.ts');
  const beside = inputs['runtime-path'] === undefined ? await engineAbove(import.meta.url) : null;
  return beside ?? findNatives(host, inputs);
}

/** A file that lies beside the bundle's entries. */
export function besideEntries(name: string): string {
  const here = fileURLToPath(import.meta.url);
  const dist = here.replace(/[\\/]chunks[\\/][^\\/]+$/, '').replace(/[\\/][^\\/]+\.js$/, '');
  return `${dist}/${name}`;
}
