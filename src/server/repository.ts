/** Where models lie: `<root>/<name>/<version>/model.onnx`, as Triton, OpenVINO Model Server and MLServer have it. */
import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fault } from '../core/errors.ts';
import type { ModelFile } from './model.ts';

const VERSION = /^[1-9]\d{0,17}$/;
/** Becomes a part of addresses. */
const NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/;

/**
 * The newest version of each model at `place`: a repository, one model's folder, or a file, which is version 1 of the
 * model that its name says. Throws `file-missing` where there is none.
 */
export async function findModels(place: string): Promise<ModelFile[]> {
  const found = await stat(place).catch(() => null);
  if (!found) throw fault('file-missing', `${place} does not exist.`, { fix: 'Check the path.' });
  if (found.isFile())
    return [{ name: nameOf(basename(place).replace(/\.onnx$/i, '')), version: '1', path: place }];
  const own = await newest(place, basename(place));
  if (own) return [own];
  const names = (await readdir(place)).filter((name) => NAME.test(name)).sort();
  const models = await Promise.all(names.map((name) => newest(join(place, name), name)));
  const all = models.filter((model) => model !== null);
  if (all.length > 0) return all;
  throw fault('file-missing', `There is no model in ${place}.`, {
    fix: 'Put one at <name>/<version>/model.onnx, such as conversion/1/model.onnx, or name an ONNX file.',
  });
}

/** Null where no folder with a whole number for a name holds a model. */
async function newest(folder: string, name: string): Promise<ModelFile | null> {
  const versions = (await readdir(folder).catch(() => [])).filter((entry) => VERSION.test(entry));
  for (const version of versions.sort((a, b) => (BigInt(a) < BigInt(b) ? 1 : -1))) {
    // A model with external data may be a folder of that name.
    for (const path of [
      join(folder, version, 'model.onnx'),
      join(folder, version, 'model.onnx', 'model.onnx'),
    ])
      if ((await stat(path).catch(() => null))?.isFile()) return { name: nameOf(name), version, path };
  }
  return null;
}

const nameOf = (name: string) =>
  name.replace(/[^A-Za-z0-9._-]/g, '-').replace(/^[^A-Za-z0-9]+/, '') || 'model';
