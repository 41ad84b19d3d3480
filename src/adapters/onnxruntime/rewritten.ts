/** A rewritten model as a file for as long as it takes to load it. */
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fault } from '../../core/errors.ts';
import type { RewrittenModel } from '../../ports.ts';

export interface Placed extends AsyncDisposable {
  readonly file: string;
}

/**
 * In a private temporary folder; beside the original where the model has external data, since ONNX Runtime takes that
 * from the model's own folder only. Dispose removes it: ONNX Runtime has read it by then. Throws `file-unwritable`.
 */
export async function placeRewritten(path: string, { bytes, external }: RewrittenModel): Promise<Placed> {
  const folder = external ? dirname(path) : await mkdtemp(join(tmpdir(), 'onnx-gate-'));
  const file = join(folder, external ? `.${basename(path)}.${randomUUID()}.onnx` : 'model.onnx');
  const remove = () => rm(external ? file : folder, { recursive: true, force: true });
  try {
    await writeFile(file, bytes, { flag: 'wx', mode: 0o600 });
  } catch (cause) {
    await remove();
    throw fault('file-unwritable', `The rewritten model could not be written to ${folder}.`, {
      fix: external
        ? 'Its external data is in that folder, so it has to be written there; make the folder writable.'
        : 'Make the folder for temporary files (TMPDIR) writable.',
      details: cause instanceof Error ? cause.message : String(cause),
    });
  }
  return { file, [Symbol.asyncDispose]: remove };
}
