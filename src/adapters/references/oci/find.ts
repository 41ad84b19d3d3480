import { createdAt, type Finder, type Located, sibling, type Tools } from '../place.ts';
import { type Files, filesOf } from './files.ts';
import { openRegistry } from './registry.ts';

/** A file of an image, of a CNCF ModelPack or of an ORAS artifact (OCI distribution and image specifications 1.1). */
export const find: Finder<'oci'> = async ({ registry, repository, version, path }, tools) => {
  const opened = await openRegistry(registry, repository, tools);
  const { digest, manifest } = await opened.manifest(version);
  const files = filesOf(manifest, opened, `${registry}/${repository}`, tools);
  const origin = {
    resolved: `${registry}/${repository}@${digest}`,
    ...createdAt(await opened.created(manifest)),
  };
  return fileOf(path, files, origin, tools);
};

async function fileOf(
  path: string | null,
  files: Files,
  origin: Omit<Located, 'path' | 'layer' | 'beside'>,
  tools: Tools,
): Promise<Located> {
  const found = await files(path);
  return {
    ...origin,
    path: found.local,
    layer: found.layer,
    beside: (location) => fileOf(sibling(found.path, location), files, origin, tools),
  };
}
