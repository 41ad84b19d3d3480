import { rm } from 'node:fs/promises';
import type { Digest } from '../../../core/documents/common.ts';
import { choose, digestOf, Missing, type Tools } from '../place.ts';
import type { Layer, Manifest, Registry } from './registry.ts';
import { type Compression, listTar, writeFromTar } from './tar.ts';

/** Gives the file of that path; null: the only model. */
export type Files = (
  path: string | null,
) => Promise<{ readonly path: string; readonly local: string; readonly layer: Digest }>;

/** Where a layer that is one file says its path: ModelPack (also by its earlier name), then ORAS. */
const PATHS = ['org.cncf.model.filepath', 'org.cnai.model.filepath', 'org.opencontainers.image.title'];
const UNPACK = 'io.deis.oras.content.unpack';

const pathOf = ({ annotations, mediaType }: Layer): string | null => {
  if (/[.+]tar\b/.test(mediaType) || annotations?.[UNPACK] === 'true') return null;
  const path = PATHS.map((name) => annotations?.[name]).find((value) => value !== undefined);
  return path === undefined ? null : normal(path);
};

/**
 * Layers that are one file each, or archives. Archives are searched from the top, as a later layer covers those below it;
 * without a path, the topmost one that has models is the one that is meant.
 */
export function filesOf({ layers }: Manifest, registry: Registry, where: string, tools: Tools): Files {
  const single = new Map(
    layers.flatMap((layer) => (pathOf(layer) === null ? [] : [[pathOf(layer)!, layer] as const])),
  );
  const archives = layers.filter(
    (layer) => pathOf(layer) === null && /tar|^application\/vnd\.docker\.image\.rootfs/.test(layer.mediaType),
  );
  const how = `Write oci://${where}…#PATH.`;

  const inArchives = async (wanted: string | null) => {
    for (const layer of [...archives].reverse()) {
      const archive = await registry.layer(layer, `layer-${layer.digest.slice(7, 19)}`);
      const compression = compressionOf(layer.mediaType);
      const entries = await listTar(archive, compression);
      const paths = [...entries.keys()];
      const models = paths.filter((path) => /^models\/.*\.onnx$/.test(path));
      const candidates = models.length > 0 ? models : paths.filter((path) => path.endsWith('.onnx'));
      const chosen = wanted ?? (candidates.length > 0 ? choose(null, candidates, where, how) : null);
      if (chosen === null) continue;
      if (isRemoved(chosen, paths)) throw new Missing(`${where} has no ${chosen}: a layer removes it`);
      const kind = entries.get(chosen);
      if (kind === undefined) continue;
      if (kind !== 'file') throw new Missing(`${chosen} in ${where} is a ${kind}, not a file`, how);
      const local = await extracted(archive, compression, chosen, tools);
      return { path: chosen, local, layer: layer.digest as Digest };
    }
    throw new Missing(
      wanted === null
        ? `${where} has no .onnx file in its ${layers.length} layers`
        : `${where} has no ${wanted}`,
      how,
    );
  };

  return async (wanted) => {
    const path = wanted === null ? null : normal(wanted);
    if (
      archives.length > 0 &&
      (path === null ? ![...single.keys()].some((name) => name.endsWith('.onnx')) : !single.has(path))
    )
      return inArchives(path);
    const chosen = choose(path, [...single.keys()], where, how);
    const layer = single.get(chosen)!;
    return { path: chosen, local: await registry.layer(layer, chosen), layer: layer.digest as Digest };
  };
}

const normal = (path: string) => path.replace(/^(\.?\/)+/, '');

/** Whiteouts of the image specification: `.wh.NAME` removes NAME below, `.wh..wh..opq` all of its folder. */
function isRemoved(path: string, entries: readonly string[]): boolean {
  if (entries.includes(path)) return false;
  const marks = new Set(entries.filter((entry) => /(^|\/)\.wh\./.test(entry)));
  const parts = path.split('/');
  return parts.some((part, i) => {
    const folder = parts
      .slice(0, i)
      .map((name) => `${name}/`)
      .join('');
    return marks.has(`${folder}.wh.${part}`) || marks.has(`${folder}.wh..wh..opq`);
  });
}

function compressionOf(mediaType: string): Compression {
  return /gzip$/.test(mediaType) ? 'gzip' : /zstd$/.test(mediaType) ? 'zstd' : 'none';
}

async function extracted(
  archive: string,
  compression: Compression,
  path: string,
  tools: Tools,
): Promise<string> {
  const staged = await tools.blobs.stage();
  try {
    await writeFromTar(archive, compression, path, staged);
    return await tools.blobs.keep(staged, await digestOf(staged), path);
  } finally {
    await rm(staged, { force: true });
  }
}
