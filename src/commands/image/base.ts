/** A base in a registry: its images, of the platforms that are wanted. */
import { fault } from '../../core/errors.ts';
import type { ImageName } from '../../core/image/image-name.ts';
import { DOCKER, type ImageConfig, type Index, type Manifest, MEDIA } from '../../core/image/oci.ts';
import { parseImageDocument } from '../../core/image/parse.ts';
import { platformText, serves } from '../../core/image/platforms.ts';
import type { ImageRepository } from '../../ports.ts';

export interface BaseImage {
  readonly manifest: Manifest;
  readonly config: ImageConfig;
  readonly platform: string;
  /** As the index names it; null of an image that stands alone. */
  readonly entry: Index['manifests'][number] | null;
}

export interface Base {
  /** Without tag and digest. */
  readonly name: string;
  readonly digest: `sha256:${string}`;
  /** Null of an image that stands alone. */
  readonly index: Index | null;
  readonly images: readonly BaseImage[];
}

/** `wanted`: none for all that it has. Throws `image-invalid` before anything is pushed. */
export async function readBase(
  base: ImageName,
  from: ImageRepository,
  wanted: readonly string[],
): Promise<Base> {
  const version = base.digest ?? base.tag ?? 'latest';
  const name = `${base.registry}/${base.repository}`;
  const found = await from.manifest(version);
  if (!found)
    throw fault('image-invalid', `There is no base ${name} with ${version}.`, {
      fix: 'Check its name and digest, and whether this account may read it.',
    });
  const document = { ...parseImageDocument(found.bytes, name), mediaType: found.mediaType };
  const index = 'manifests' in document ? document : null;
  const all = index
    ? await imagesOf(index, name, from)
    : [await readImage(document as Manifest, null, name, from)];
  return { name, digest: found.digest, index, images: only(wanted, all, name) };
}

async function imagesOf(index: Index, name: string, from: ImageRepository): Promise<BaseImage[]> {
  const images: BaseImage[] = [];
  for (const entry of index.manifests) {
    // An attestation of the base says nothing of what is made from it.
    if (entry.platform?.os === 'unknown') continue;
    const found = await from.manifest(entry.digest);
    const document = found && parseImageDocument(found.bytes, name);
    if (!document || 'manifests' in document)
      throw fault('image-invalid', `The base ${name} names ${entry.digest}, which is no image there.`, {
        fix: 'Push the whole base anew, or name one image of it by its digest.',
      });
    images.push(await readImage({ ...document, mediaType: entry.mediaType }, entry, name, from));
  }
  if (images.length > 0) return images;
  throw fault('image-invalid', `The base ${name} has no image to build on.`, {
    fix: 'Name a base that was built for the platforms you serve on.',
  });
}

async function readImage(
  manifest: Manifest,
  entry: BaseImage['entry'],
  name: string,
  from: ImageRepository,
): Promise<BaseImage> {
  if (![MEDIA.config, DOCKER.config].some((type) => type === manifest.config.mediaType))
    throw fault(
      'image-invalid',
      `The base ${name} is no image but ${manifest.config.mediaType.slice(0, 100)}.`,
      { fix: 'Name an image that starts a server; `--kind model` needs no base.' },
    );
  const bytes = await from.blob(manifest.config.digest);
  const config = JSON.parse(new TextDecoder().decode(bytes)) as ImageConfig;
  return { manifest, config, entry, platform: platformText(config) };
}

function only(wanted: readonly string[], images: readonly BaseImage[], name: string): readonly BaseImage[] {
  const missing = wanted.filter((one) => !images.some(({ platform }) => serves(platform, one)));
  if (missing.length > 0)
    throw fault(
      'image-invalid',
      `The base ${name} is not for ${missing.join(', ')}; it is for ${images.map(({ platform }) => platform).join(', ')}.`,
      { fix: 'Name a base that was built for it, or leave it out of `--platforms`.' },
    );
  return wanted.length === 0
    ? images
    : images.filter(({ platform }) => wanted.some((one) => serves(platform, one)));
}
