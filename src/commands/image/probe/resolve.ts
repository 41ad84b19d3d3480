/** What a registry says of an image: its layers, and how it is started. */
import { fault } from '../../../core/errors.ts';
import type { ImageName } from '../../../core/image/image-name.ts';
import type { Manifest } from '../../../core/image/oci.ts';
import { parseImageDocument } from '../../../core/image/parse.ts';
import { platformText, serves } from '../../../core/image/platforms.ts';
import { parseStart } from '../../../core/image/probe/start.ts';
import type { ImageRegistries, ImageRepository, RunnableImage } from '../../../ports.ts';

/** Of an index, the image for `platform`. Throws `image-invalid` and `registry-failed`. */
export async function runResolveImage(
  name: ImageName,
  platform: string,
  { registries }: { readonly registries: ImageRegistries },
): Promise<RunnableImage> {
  const repository = registries.open(name);
  const text = `${name.registry}/${name.repository}@${name.digest}`;
  const whole = await documentOf(repository, name.digest!, text);
  const one =
    'manifests' in whole
      ? whole.manifests.find((each) => each.platform && serves(platformText(each.platform), platform))
      : null;
  if (one === undefined)
    throw fault('image-invalid', `${text} has no image for ${platform}.`, {
      fix: 'Probe it on a machine that it is made for.',
    });
  const manifest = (one ? await documentOf(repository, one.digest, text) : whole) as Manifest;
  const bytes = await repository.blob(manifest.config.digest);
  return { name, layers: manifest.layers, ...parseStart(bytes, text) };
}

async function documentOf(repository: ImageRepository, digest: string, text: string) {
  const found = await repository.manifest(digest);
  if (found) return parseImageDocument(found.bytes, text);
  throw fault('image-invalid', `${text} is not there.`, { fix: 'Check its name and its digest.' });
}
