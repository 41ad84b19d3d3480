import { rm } from 'node:fs/promises';
import { choose, digestOf, type Located, sibling, type Tools } from './place.ts';
import { readZip } from './zip.ts';

interface Origin {
  readonly where: string;
  /** What to write when there are several files. */
  readonly how: string;
  readonly resolved: string;
  readonly created?: string;
}

/** One file of a zip archive; `path` null: the only model or the only file. */
export async function inArchive(
  archive: string,
  path: string | null,
  origin: Origin,
  tools: Tools,
): Promise<Located> {
  const { where, how, ...recorded } = origin;
  const zip = await readZip(archive, where);
  const chosen = choose(path, zip.paths, where, how);
  const staged = await tools.blobs.stage();
  try {
    await zip.extract(chosen, staged);
    return {
      ...recorded,
      path: await tools.blobs.keep(staged, await digestOf(staged), chosen),
      beside: (location) => inArchive(archive, sibling(chosen, location), origin, tools),
    };
  } finally {
    await rm(staged, { force: true });
  }
}
