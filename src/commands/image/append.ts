/** A base of a registry, with the model on top of each of its images. */
import { fault } from '../../core/errors.ts';
import { type Appended, appendedConfig, appendedManifest, sorted } from '../../core/image/append.ts';
import { timeOf } from '../../core/image/build.ts';
import type { ImageName } from '../../core/image/image-name.ts';
import {
  DOCKER,
  type ImageConfig,
  type Index,
  jsonBytes,
  type Manifest,
  MEDIA,
} from '../../core/image/oci.ts';
import { parseImageDocument } from '../../core/image/parse.ts';
import type { ImageRepository, Layer } from '../../ports.ts';
import type { Built, Work } from './work.ts';

export async function appendToBase(work: Work, layer: Layer): Promise<Built> {
  const base = work.base!;
  const from = work.ports.registries.open(base);
  const version = base.digest ?? base.tag ?? 'latest';
  const name = `${base.registry}/${base.repository}`;
  const found = await from.manifest(version);
  if (!found)
    throw fault('image-invalid', `There is no base ${name} with ${version}.`, {
      fix: 'Check its name and digest, and whether this account may read it.',
    });
  const document = parseImageDocument(found.bytes, name);
  await work.push(layer);
  const appending: Appending = { ...work, from, layer, baseName: name };
  const index = 'manifests' in document;
  const whole = index
    ? await appendToIndex(document, found.mediaType, appending)
    : await appendToImage(document, found.mediaType, appending);
  return {
    digest: whole.digest,
    form: index ? 'index' : 'image',
    base: { reference: nameOf(base), digest: found.digest },
    notes:
      base.digest === null
        ? [`The base ${nameOf(base)} is a tag and may move. Write ${name}@${found.digest} to pin it.`]
        : [],
    layers: [...whole.layers, { digest: layer.digest, bytes: layer.bytes, kind: 'model' }],
  };
}

const nameOf = ({ registry, repository, tag, digest }: ImageName) =>
  `${registry}/${repository}${tag ? `:${tag}` : ''}${digest ? `@${digest}` : ''}`;

interface Appending extends Work {
  readonly from: ImageRepository;
  readonly layer: Layer;
  readonly baseName: string;
}
type Made = Pick<Built, 'digest' | 'layers'> & { readonly bytes: number };

async function appendToIndex(index: Index, mediaType: string, work: Appending): Promise<Made> {
  const manifests: Index['manifests'][number][] = [];
  const layers: Built['layers'][number][] = [];
  for (const one of index.manifests) {
    // An attestation of the base says nothing of what is made from it.
    if (one.platform?.os === 'unknown') continue;
    const found = await work.from.manifest(one.digest);
    const document = found && parseImageDocument(found.bytes, work.baseName);
    if (!document || 'manifests' in document)
      throw fault(
        'image-invalid',
        `The base ${work.baseName} names ${one.digest}, which is no image there.`,
        {
          fix: 'Push the whole base anew, or name one image of it by its digest.',
        },
      );
    const made = await appendToImage(document, one.mediaType, work);
    layers.push(...made.layers);
    manifests.push({ ...one, digest: made.digest, size: made.bytes });
  }
  if (manifests.length === 0)
    throw fault('image-invalid', `The base ${work.baseName} has no image to build on.`, {
      fix: 'Name a base that was built for the platforms you serve on.',
    });
  const annotations = sorted({ ...index.annotations, ...work.annotations });
  const bytes = jsonBytes({
    ...{ ...index, manifests, mediaType },
    ...(mediaType !== DOCKER.index && { annotations }),
  });
  return { digest: await work.repository.put(bytes, mediaType, null), bytes: bytes.length, layers };
}

async function appendToImage(given: Manifest, mediaType: string, work: Appending): Promise<Made> {
  const { from, layer, baseName } = work;
  const base = { ...given, mediaType };
  if (![MEDIA.config, DOCKER.config].some((type) => type === base.config.mediaType))
    throw fault(
      'image-invalid',
      `The base ${baseName} is no image but ${base.config.mediaType.slice(0, 100)}.`,
      {
        fix: 'Name an image that starts a server; `--kind model` needs no base.',
      },
    );
  const same = work.base!.registry === work.target.registry ? work.base!.repository : undefined;
  for (const { digest, size } of base.layers) {
    const open = (at: number) => from.stream(digest, at);
    await work.push({ digest, bytes: size, open }, same);
  }
  const more: Appended = {
    layer,
    created: timeOf(work.epoch),
    comment: `${work.model.name} ${work.model.version}`,
    labels: work.labels,
  };
  const config = JSON.parse(new TextDecoder().decode(await from.blob(base.config.digest))) as ImageConfig;
  const pushed = await work.pushJson(appendedConfig(config, more));
  const bytes = jsonBytes(appendedManifest(base, pushed, more, work.annotations));
  return {
    digest: await work.repository.put(bytes, mediaType, null),
    bytes: bytes.length,
    layers: base.layers.map(({ digest, size }) => ({ digest, bytes: size, kind: 'base' })),
  };
}
