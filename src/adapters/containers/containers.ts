/** What can run an image on this machine: Docker, else podman, else a chroot. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { fault } from '../../core/errors.ts';
import type { ContainerEngine, Containers, ImageRegistries } from '../../ports.ts';
import { startInChroot } from './chroot.ts';
import { startByDocker } from './docker.ts';

const exec = promisify(execFile);

/** `asked`: null chooses. Throws `runtime-unavailable` with why none can. */
export async function findContainers(
  asked: ContainerEngine | null,
  registries: ImageRegistries,
): Promise<Containers> {
  const missing: string[] = [];
  for (const engine of asked ? [asked] : (['docker', 'podman', 'chroot'] as const)) {
    const reason = await whyNot(engine);
    if (reason === null) {
      const why = asked ? 'It was asked for.' : ['It is here.', ...missing].join(' ');
      return { engine, why, start: starting(engine, registries) };
    }
    missing.push(`${engine}: ${reason}.`);
  }
  throw fault('runtime-unavailable', `Nothing here can run an image. ${missing.join(' ')}`, {
    fix: 'Install Docker or podman, or run it as root on Linux.',
  });
}

function starting(engine: ContainerEngine, registries: ImageRegistries): Containers['start'] {
  if (engine !== 'chroot') return (image, limits) => startByDocker(engine, image, limits);
  return (image, limits) => startInChroot(image, limits, registries);
}

async function whyNot(engine: ContainerEngine): Promise<string | null> {
  if (engine === 'chroot') {
    if (process.platform !== 'linux') return 'only Linux has it';
    return process.getuid?.() === 0 ? null : 'it needs root';
  }
  try {
    // Of Docker, the client alone is of no use.
    await exec(engine, ['info'], { timeout: 20_000 });
    return null;
  } catch (error) {
    const { code, stderr } = error as { code?: string; stderr?: string };
    if (code === 'ENOENT') return 'it is not installed';
    return stderr?.trim().split('\n').at(-1)?.slice(0, 200).replace(/\.$/, '') || 'it does not run';
  }
}
