import type { BuildImage, BuiltImage } from '../../core/image/build.ts';
import type { Descriptor } from '../../core/image/oci.ts';
import type {
  Blob,
  DockerfileBuilders,
  Files,
  ImageRegistries,
  ImageRepository,
  Layers,
  Progress,
  References,
} from '../../ports.ts';

export interface ImagePorts {
  readonly registries: ImageRegistries;
  readonly layers: Layers;
  readonly builders: DockerfileBuilders;
  readonly references: References;
  readonly files: Files;
  readonly progress: Progress;
}

/** An image that is being built. What is pushed is counted. */
export interface Work extends BuildImage {
  readonly ports: ImagePorts;
  readonly repository: ImageRepository;
  /** `from`: as `ImageRepository.ensure` has it. */
  push(blob: Blob, from?: string): Promise<void>;
  pushJson(value: object): Promise<Pick<Descriptor, 'digest' | 'size'>>;
}

export type Built = Omit<BuiltImage, 'uploadedBytes' | 'reusedBytes' | 'engine'>;
