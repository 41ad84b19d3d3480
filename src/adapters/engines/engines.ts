import type { DockerfileBuilders } from '../../ports.ts';
import { createBuildah } from './buildah.ts';
import { createBuildx } from './buildx.ts';
import type { Machine } from './command.ts';
import { createDocker } from './docker.ts';

export function createBuilders(machine: Machine): DockerfileBuilders {
  return { buildx: createBuildx(machine), docker: createDocker(machine), buildah: createBuildah(machine) };
}
