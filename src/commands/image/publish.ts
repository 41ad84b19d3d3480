/** A model and a repository → an image there, by its digest; tags when the gate has passed. */
import type { Image } from '../../core/documents/image.ts';
import { parseDocument } from '../../core/documents/index.ts';
import { fault, throwFaults } from '../../core/errors.ts';
import { MODEL_DIGEST, MODEL_NAME } from '../../core/image/build.ts';
import { type ImageName, parseImageName } from '../../core/image/image-name.ts';
import type { Clock, ModelFiles } from '../../ports.ts';
import { headerOf } from '../document-meta.ts';
import { type LocalModel, runBindExternal } from '../models.ts';
import { runBuildImage } from './build.ts';
import type { ImageRequest } from './flags.ts';
import { runLayerModel } from './layer-model.ts';
import { runTag, type TagWish, tagsOf } from './tagging.ts';
import type { ImagePorts } from './work.ts';

interface Ports extends ImagePorts {
  readonly modelFiles: ModelFiles;
  readonly clock: Clock;
}

/** Throws what `runBuildImage` throws, and `usage-invalid` for rules of tags before anything is pushed. */
export async function runPublishImage(
  request: ImageRequest,
  inputs: {
    readonly model: LocalModel;
    /** Seconds since 1970. */
    readonly epoch: number;
    /** The platform of this machine. */
    readonly machine: string;
    readonly tags: TagWish;
    readonly toolVersion: string;
  },
  ports: Ports,
): Promise<Image> {
  tagsOf(inputs.tags, inputs.model.subject.digest);
  const bound = await runBindExternal({ candidate: inputs.model, baseline: null }, ports);
  const candidate = bound.candidate.subject;
  const model = await runLayerModel(request, inputs.model, ports);
  const identity = { [MODEL_DIGEST]: model.digest, [MODEL_NAME]: model.name };
  const built = await runBuildImage(
    {
      ...request,
      ...inputs,
      model,
      labels: { ...identity, ...request.labels },
      annotations: { ...identity, ...request.annotations },
    },
    ports,
  );
  const { registry, repository } = request.target;
  return {
    schema: 'onnx-gate/image/v1',
    ...headerOf({ model: model.name, toolVersion: inputs.toolVersion }, ports.clock),
    candidate,
    served: { name: model.name, version: model.version },
    kind: request.kind,
    reference: `${registry}/${repository}@${built.digest}`,
    digest: built.digest,
    imageId: built.imageId,
    form: built.form,
    platforms: [...built.platforms],
    layers: built.layers.map((layer) => ({ ...layer })),
    engine: built.engine,
    base: built.base,
    uploadedBytes: built.uploadedBytes,
    reusedBytes: built.reusedBytes,
    ...(await runTag({ digest: built.digest, candidate }, request.target, inputs.tags, ports)),
    notes: [...built.notes],
  };
}

/** An image that lies there already, as its `image.json` says → the same with its tags. */
export async function runTagBuilt(path: string, tags: TagWish, ports: Ports): Promise<Image> {
  const parsed = parseDocument('image', new TextDecoder().decode(await ports.files.read(path)), path);
  if (!parsed.ok) throwFaults(parsed.faults);
  const { document } = parsed as { readonly document: Image };
  return { ...document, ...(await runTag(document, targetOf(document, path), tags, ports)) };
}

function targetOf({ reference, digest }: Image, path: string): ImageName {
  const parsed = parseImageName(reference);
  if (parsed.ok && parsed.name.digest === digest) return parsed.name;
  throw fault('document-invalid', `${path} says two things of its image: ${reference} and ${digest}.`, {
    fix: 'Build it again with `onnx-gate image`.',
  });
}
