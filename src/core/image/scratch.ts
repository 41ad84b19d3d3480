/** Images and artifacts without a base: nothing but the model. */
import { sorted } from './append.ts';
import { type Descriptor, type ImageConfig, type Manifest, MEDIA, type Platform } from './oci.ts';

/** Configuration of an image that holds files and runs nothing: for Kubernetes' image volumes and KServe's modelcars. */
export function modelConfig(
  layer: Pick<Descriptor, 'digest'>,
  platform: Platform,
  created: string,
  labels: Readonly<Record<string, string>>,
): ImageConfig {
  return {
    created,
    architecture: platform.architecture,
    os: platform.os,
    config: { Labels: sorted(labels) },
    rootfs: { type: 'layers', diff_ids: [layer.digest] },
    history: [{ created, created_by: 'onnx-gate image' }],
  };
}

/** CNCF ModelPack. Source: github.com/modelpack/model-spec, docs/spec.md and docs/config.md. */
export const MODELPACK = {
  artifact: 'application/vnd.cncf.model.manifest.v1+json',
  config: 'application/vnd.cncf.model.config.v1+json',
  /** A file as it is. */
  weight: 'application/vnd.cncf.model.weight.v1.raw',
  weightConfig: 'application/vnd.cncf.model.weight.config.v1.raw',
  filepath: 'org.cncf.model.filepath',
} as const;

export function modelPackConfig(model: {
  readonly name: string;
  readonly version: string;
  readonly created: string;
  readonly parameters: number | null;
  readonly files: readonly Pick<Descriptor, 'digest'>[];
}): object {
  return {
    descriptor: { name: model.name, version: model.version, createdAt: model.created },
    config: {
      architecture: 'onnx',
      format: 'onnx',
      ...(model.parameters !== null && { paramSize: String(model.parameters) }),
    },
    modelfs: { type: 'layers', diffIds: model.files.map(({ digest }) => digest) },
  };
}

export function modelPackManifest(
  config: Pick<Descriptor, 'digest' | 'size'>,
  files: readonly (Pick<Descriptor, 'digest' | 'size'> & { readonly path: string })[],
  annotations: Readonly<Record<string, string>>,
): Manifest {
  return {
    schemaVersion: 2,
    mediaType: MEDIA.manifest,
    artifactType: MODELPACK.artifact,
    config: { mediaType: MODELPACK.config, ...config },
    layers: files.map(({ path, digest, size }) => ({
      mediaType: /\.(pbtxt|json)$/.test(path) ? MODELPACK.weightConfig : MODELPACK.weight,
      digest,
      size,
      annotations: { [MODELPACK.filepath]: path },
    })),
    annotations: sorted(annotations),
  };
}
