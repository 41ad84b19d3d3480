/** What a user's Dockerfile makes of the model, pushed by its digest. */
import type { Digest } from '../../core/documents/common.ts';
import { FaultError, fault } from '../../core/errors.ts';
import type { Dockerfile, DockerfileEngine } from '../../core/image/dockerfile.ts';
import { layerFiles } from '../../core/image/layer-files.ts';
import type { ImageConfig, Manifest } from '../../core/image/oci.ts';
import { parseImageDocument } from '../../core/image/parse.ts';
import { platformText } from '../../core/image/platforms.ts';
import type { BuiltLayout } from '../../ports.ts';
import { runResolve } from '../references.ts';
import type { Built, Work } from './work.ts';

/** Throws `image-invalid` for one that does not build, or that does not put the model where servers look. */
export async function buildDockerfile(
  work: Work,
  dockerfile: Dockerfile,
  engine: DockerfileEngine,
): Promise<Built> {
  const { platforms, labels, annotations, epoch } = work;
  const model = layerFiles(work.model);
  const build = { ...dockerfile, platforms, labels, annotations, epoch, model };
  await using layout = await work.ports.builders[engine].build(build);
  const { digest, mediaType } = layout.root;
  const document = parseImageDocument(await layout.read(digest), dockerfile.file);
  const index = 'manifests' in document;
  const images: Pushed[] = [];
  for (const entry of index ? document.manifests : [layout.root])
    images.push(await pushImage(entry.digest, entry.mediaType, layout, work));
  if (index) await work.repository.put(await layout.read(digest), mediaType, null);
  // What attests an image runs nothing.
  const running = images.filter(({ platform }) => !platform.startsWith('unknown'));
  const layers: Built['layers'][number][] = [];
  for (const image of running) {
    const holding = await layerOfModel(image, dockerfile, model[0]!.path, work);
    for (const { digest, size } of image.layers)
      layers.push({ digest, bytes: size, kind: digest === holding ? 'model' : 'build' });
  }
  return {
    digest,
    imageId: index ? null : images[0]!.imageId,
    form: index ? 'index' : 'image',
    platforms: running.map(({ platform }) => platform),
    base: null,
    notes: layout.notes,
    layers,
  };
}

interface Pushed {
  readonly digest: Digest;
  readonly imageId: Digest;
  readonly platform: string;
  readonly layers: Manifest['layers'];
}

async function pushImage(
  digest: Digest,
  mediaType: string,
  layout: BuiltLayout,
  work: Work,
): Promise<Pushed> {
  const bytes = await layout.read(digest);
  const { layers, config } = parseImageDocument(bytes, digest) as Manifest;
  for (const { digest } of [...layers, config]) await work.push(await layout.blob(digest));
  await work.repository.put(bytes, mediaType, null);
  const parsed = JSON.parse(new TextDecoder().decode(await layout.read(config.digest))) as ImageConfig;
  return { digest, imageId: config.digest, platform: platformText(parsed), layers };
}

/** Read back from the registry: what is there is what ships. Throws when it is not this model. */
async function layerOfModel(
  { digest, platform }: Pushed,
  { file }: Dockerfile,
  path: string,
  { target, ports, model }: Work,
): Promise<Digest | undefined> {
  const reference = `oci://${target.registry}/${target.repository}@${digest}#${path}`;
  const wanted = { what: 'model', references: [reference], path: null, fix: '' };
  const found = await runResolve(wanted, ports).catch((error) => {
    if (error instanceof FaultError && error.faults[0].code === 'reference-unresolved') return null;
    throw error;
  });
  const actual = found && (await ports.files.identify(found.path)).digest;
  if (actual === model.digest) return found!.file.layer;
  throw fault(
    'image-invalid',
    `${file} puts ${actual === null ? 'no model' : `another model (${actual})`} at /${path} in its image for ${platform}, where the server looks for ${model.digest}.`,
    {
      fix: 'Add `COPY --from=model . /` (buildx and buildah), or copy the file there; or build the Dockerfile without a model and name its image with `--base`.',
    },
  );
}
