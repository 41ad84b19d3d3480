/** A folder for one build: the model as the Dockerfile's named context has it, and what comes out. */
import { copyFile, link, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { LayerFile } from '../../core/image/layer-files.ts';
import { makeFolder } from '../make-folder.ts';

export interface Workplace {
  /** Holds `models/…`. */
  readonly model: string;
  /** A path in it. */
  at(...path: string[]): string;
  remove(): Promise<void>;
}

/** What `work` throws leaves no folder behind; what it gives removes it itself. */
export async function inWorkplace<T>(
  files: readonly LayerFile[],
  work: (place: Workplace) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'onnx-gate-image-'));
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    const model = join(folder, 'model');
    for (const file of files) await place(file, join(model, file.path));
    return await work({ model, at: (...path) => join(folder, ...path), remove });
  } catch (error) {
    await remove();
    throw error;
  }
}

async function place(file: LayerFile, path: string): Promise<void> {
  await makeFolder(dirname(path));
  if ('content' in file) await writeFile(path, file.content);
  // Of another file system a model can only be copied.
  else await link(file.source, path).catch(() => copyFile(file.source, path));
}
