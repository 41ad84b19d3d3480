/** A user's Dockerfile, and how it is to be built: in the words of `docker build`. */
import type { EngineName } from './build.ts';

export interface Dockerfile {
  readonly file: string;
  readonly context: string;
  readonly target: string | null;
  /** `NAME=value`. */
  readonly buildArgs: readonly string[];
  /** `id=…,src=…` or `id=…,env=…`. Never the secret itself. */
  readonly secrets: readonly string[];
  readonly cacheFrom: readonly string[];
  readonly cacheTo: readonly string[];
  readonly provenance: string;
  readonly sbom: string;
}

/** An engine that builds one. */
export type DockerfileEngine = Exclude<EngineName, 'append'>;

/** In the order in which they are tried. */
export const DOCKERFILE_ENGINES = ['buildx', 'docker', 'buildah'] as const satisfies DockerfileEngine[];

interface Asked {
  readonly dockerfile: Dockerfile;
  readonly platforms: readonly string[];
}

const several = ({ platforms }: Asked) => platforms.length > 1;

/** By flag, what an engine cannot do; buildx can do all. */
const CANNOT: Readonly<Record<DockerfileEngine, Readonly<Record<string, (asked: Asked) => boolean>>>> = {
  buildx: {},
  docker: {
    platforms: several,
    'cache-to': ({ dockerfile }) => dockerfile.cacheTo.length > 0,
    provenance: ({ dockerfile }) => dockerfile.provenance !== 'false',
    sbom: ({ dockerfile }) => dockerfile.sbom !== 'false',
  },
  buildah: {
    platforms: several,
    provenance: ({ dockerfile }) => dockerfile.provenance !== 'false',
    sbom: ({ dockerfile }) => dockerfile.sbom !== 'false',
  },
};

/** Flags that were given and that the engine has not, such as `cache-to`. */
export function unsupported(engine: DockerfileEngine, asked: Asked): readonly string[] {
  return Object.entries(CANNOT[engine]).flatMap(([flag, given]) => (given(asked) ? [flag] : []));
}
