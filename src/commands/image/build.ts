/** A model → an image in a registry, by its digest alone: tags come when the gate has passed. */
import { type BuildImage, type BuiltImage, type ImageKind, timeOf } from '../../core/image/build.ts';
import { layerFiles } from '../../core/image/layer-files.ts';
import { jsonBytes, MEDIA } from '../../core/image/oci.ts';
import { DEFAULT_PLATFORM, parsePlatform } from '../../core/image/platforms.ts';
import { modelConfig, modelPackConfig, modelPackManifest } from '../../core/image/scratch.ts';
import type { Blob } from '../../ports.ts';
import { appendToBase } from './append.ts';
import { runChooseEngine } from './choose-engine.ts';
import { buildDockerfile } from './dockerfile.ts';
import type { Built, ImagePorts, Work } from './work.ts';

/** Throws `image-invalid` for a base that cannot be built on, `registry-failed`, `digest-mismatch` and `file-missing`. */
export async function runBuildImage(inputs: BuildImage, ports: ImagePorts): Promise<BuiltImage> {
  const repository = ports.registries.open(inputs.target);
  const sums = { uploadedBytes: 0, reusedBytes: 0 };
  const count = (bytes: number, sent: number) => {
    sums.uploadedBytes += sent;
    sums.reusedBytes += bytes - sent;
  };
  const { dockerfile } = inputs;
  // Before anything is pushed: nothing that builds should not cost an upload.
  const engine = dockerfile && (await runChooseEngine(dockerfile, inputs, ports.builders));
  const work: Work = {
    ...inputs,
    ports,
    repository,
    async push(blob, from) {
      count(blob.bytes, await repository.ensure(blob, from));
    },
    async pushJson(value) {
      const bytes = jsonBytes(value);
      const { digest, sent } = await repository.keep(bytes);
      count(bytes.length, sent);
      return { digest, size: bytes.length };
    },
  };
  const built = engine
    ? await buildDockerfile(work, dockerfile!, engine.name)
    : await BUILD[inputs.kind](work);
  return { ...built, ...sums, engine: engine ?? APPEND };
}

const APPEND = {
  name: 'append',
  why: 'There is no Dockerfile: the model is put into its image in the registry itself.',
} as const;

const BUILD: { readonly [K in ImageKind]: (work: Work) => Promise<Built> } = {
  serving: (work) => appendToBase(work, () => modelLayer(work)),
  model: buildModel,
  modelpack: buildModelPack,
};

const modelLayer = ({ model, epoch, ports }: Work): Promise<Blob> =>
  ports.layers.pack(layerFiles(model), epoch);

async function buildModel(work: Work): Promise<Built> {
  const layer = await modelLayer(work);
  await work.push(layer);
  const platform = work.platforms[0] ?? DEFAULT_PLATFORM;
  const config = await work.pushJson(
    modelConfig(layer, parsePlatform(platform), timeOf(work.epoch), work.labels),
  );
  const manifest = jsonBytes({
    schemaVersion: 2,
    mediaType: MEDIA.manifest,
    config: { mediaType: MEDIA.config, ...config },
    layers: [{ mediaType: MEDIA.layer, digest: layer.digest, size: layer.bytes }],
    annotations: work.annotations,
  });
  return {
    digest: await work.repository.put(manifest, MEDIA.manifest, null),
    imageId: config.digest,
    form: 'image',
    platforms: [platform],
    base: null,
    notes: [],
    layers: [{ digest: layer.digest, bytes: layer.bytes, kind: 'model' }],
  };
}

/** One blob for each file, as it is. */
async function buildModelPack(work: Work): Promise<Built> {
  const { model, ports } = work;
  const files = await Promise.all(
    layerFiles(model).map(async (file) => ({ path: file.path, blob: await ports.layers.file(file) })),
  );
  for (const { blob } of files) await work.push(blob);
  const config = await work.pushJson(
    modelPackConfig({
      ...{ name: model.name, version: model.version, parameters: model.parameters },
      created: timeOf(work.epoch),
      files: files.map(({ blob }) => blob),
    }),
  );
  const parts = files.map(({ path, blob }) => ({
    path: path.slice(`models/${model.name}/`.length),
    digest: blob.digest,
    size: blob.bytes,
  }));
  const manifest = jsonBytes(modelPackManifest(config, parts, work.annotations));
  return {
    digest: await work.repository.put(manifest, MEDIA.manifest, null),
    imageId: config.digest,
    form: 'artifact',
    platforms: [],
    base: null,
    notes: [],
    layers: files.map(({ blob }) => ({ digest: blob.digest, bytes: blob.bytes, kind: 'model' })),
  };
}
