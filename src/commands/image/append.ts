/** A base of a registry, with the model on top of each of its images. */
import type { Digest } from '../../core/documents/common.ts';
import { type Appended, appendedConfig, appendedManifest, sorted } from '../../core/image/append.ts';
import { timeOf } from '../../core/image/build.ts';
import type { ImageName } from '../../core/image/image-name.ts';
import { DOCKER, jsonBytes } from '../../core/image/oci.ts';
import { serves } from '../../core/image/platforms.ts';
import type { Blob, ImageRepository } from '../../ports.ts';
import { type Base, type BaseImage, readBase } from './base.ts';
import type { Built, Work } from './work.ts';

/** `pack` makes the model's layer; it is asked when the base is known to be one. */
export async function appendToBase(work: Work, pack: () => Promise<Blob>): Promise<Built> {
  const from = work.ports.registries.open(work.base!);
  const base = await readBase(work.base!, from, work.platforms);
  const layer = await pack();
  await work.push(layer);
  const made: Made[] = [];
  for (const image of base.images) made.push(await appendToImage(image, { ...work, from, layer }));
  const [first] = made;
  const platforms = base.images.map(({ platform }) => platform);
  return {
    ...(base.index
      ? { digest: await putIndex(base, made, work), form: 'index', imageId: null }
      : { digest: first!.digest, form: 'image', imageId: first!.imageId }),
    platforms,
    base: { reference: nameOf(work.base!), digest: base.digest },
    notes: [...pinning(work.base!, base), ...elsewhere(work, platforms, base)],
    layers: [
      ...base.images.flatMap(({ manifest }) =>
        manifest.layers.map(({ digest, size }) => ({ digest, bytes: size, kind: 'base' as const })),
      ),
      { digest: layer.digest, bytes: layer.bytes, kind: 'model' },
    ],
  };
}

const nameOf = ({ registry, repository, tag, digest }: ImageName) =>
  `${registry}/${repository}${tag ? `:${tag}` : ''}${digest ? `@${digest}` : ''}`;

function pinning(given: ImageName, { name, digest }: Base): string[] {
  if (given.digest !== null) return [];
  return [`The base ${nameOf(given)} is a tag and may move. Write ${name}@${digest} to pin it.`];
}

function elsewhere({ machine, platforms }: Work, has: readonly string[], { name }: Base): string[] {
  if (platforms.length > 0 || has.some((one) => serves(one, machine))) return [];
  return [
    `The base ${name} is for ${has.join(', ')}, and this machine is ${machine}. Name its platforms with \`--platforms\` if that is meant.`,
  ];
}

interface Made {
  readonly digest: Digest;
  readonly imageId: Digest;
  readonly bytes: number;
}

async function appendToImage(
  { manifest, config }: BaseImage,
  work: Work & { readonly from: ImageRepository; readonly layer: Blob },
): Promise<Made> {
  const { from, layer } = work;
  const same = work.base!.registry === work.target.registry ? work.base!.repository : undefined;
  for (const { digest, size } of manifest.layers) {
    const open = (at: number) => from.stream(digest, at);
    await work.push({ digest, bytes: size, open }, same);
  }
  const more: Appended = {
    layer,
    created: timeOf(work.epoch),
    comment: `${work.model.name} ${work.model.version}`,
    labels: work.labels,
  };
  const pushed = await work.pushJson(appendedConfig(config, more));
  const bytes = jsonBytes(appendedManifest(manifest, pushed, more, work.annotations));
  const digest = await work.repository.put(bytes, manifest.mediaType, null);
  return { digest, imageId: pushed.digest, bytes: bytes.length };
}

function putIndex({ index, images }: Base, made: readonly Made[], work: Work): Promise<Digest> {
  const mediaType = index!.mediaType;
  const manifests = images.map(({ entry }, at) => ({
    ...entry!,
    digest: made[at]!.digest,
    size: made[at]!.bytes,
  }));
  const annotations = sorted({ ...index!.annotations, ...work.annotations });
  const bytes = jsonBytes({
    ...{ ...index!, manifests },
    // Docker's indexes have none.
    ...(mediaType !== DOCKER.index && { annotations }),
  });
  return work.repository.put(bytes, mediaType, null);
}
