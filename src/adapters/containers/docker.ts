/** Docker and podman, by the same command line. */
import { execFile, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { promisify } from 'node:util';
import { fault } from '../../core/errors.ts';
import type { Container, ContainerLimits, RunnableImage } from '../../ports.ts';
import { isThisMachine } from '../this-machine.ts';
import { addressOn, freePort, lastLines, listenOn } from './common.ts';
import { peakMemoryOf, peersOf } from './processes.ts';

const exec = promisify(execFile);

/** As in production: no right that it does not need, and a root that cannot be written. */
const HARDENED = [
  '--read-only',
  '--tmpfs',
  '/tmp',
  '--cap-drop',
  'ALL',
  '--security-opt',
  'no-new-privileges',
];

/** Docker takes a registry on this machine without a certificate by itself, and makes nothing beside /tmp writable. */
const DIFFERENCES = {
  docker: { plain: [], hardened: [] },
  podman: { plain: ['--tls-verify=false'], hardened: ['--read-only-tmpfs=false'] },
} as const;

/** Throws `image-invalid` with the engine's last words. */
export async function startByDocker(
  engine: 'docker' | 'podman',
  image: RunnableImage,
  { cpus, memory }: ContainerLimits,
): Promise<Container> {
  const { registry, repository, digest } = image.name;
  const reference = `${registry}/${repository}@${digest}`;
  const call = async (...args: string[]) => {
    try {
      return (await exec(engine, args, { maxBuffer: 2 ** 24 })).stdout.trim();
    } catch (error) {
      const words = (error as { stderr?: string }).stderr?.trim().split('\n').at(-1) ?? String(error);
      throw fault('image-invalid', `${engine} ${args[0]} of ${reference} failed: ${words.slice(0, 500)}`, {
        fix: `Try \`${engine} run ${reference}\` by hand.`,
      });
    }
  };
  const { plain, hardened } = DIFFERENCES[engine];
  await call('pull', ...(isThisMachine(registry) ? plain : []), reference);
  const port = await freePort();
  const name = `onnx-gate-${randomUUID()}`;
  const id = await call(
    ...['run', '--detach', '--name', name, '--network', 'host', ...HARDENED, ...hardened],
    ...(cpus === null ? [] : ['--cpus', String(cpus)]),
    ...(memory === null ? [] : ['--memory', String(memory)]),
    ...[reference, ...image.arguments, ...listenOn(port)],
  ).catch(async (error) => {
    // One that was made and could not be started stays otherwise.
    await exec(engine, ['rm', '--force', name]).catch(() => null);
    throw error;
  });
  const pid = Number(await call('inspect', '--format', '{{.State.Pid}}', id));
  const logs = spawn(engine, ['logs', '--follow', id], { stdio: ['ignore', 'ignore', 'pipe'] });
  const stderr = lastLines(logs.stderr);
  const exited = call('wait', id).then(Number);
  let peak: number | null = null;
  return {
    address: addressOn(port),
    exited,
    stderr,
    terminate: async () => void (await call('kill', '--signal', 'TERM', id)),
    async peakMemory() {
      peak = (await peakMemoryOf(pid)) ?? peak;
      return peak;
    },
    connections: () => peersOf(pid, port),
    // `A /path`, and the folders that it lies in.
    writes: async () =>
      (await call('diff', id))
        .split('\n')
        .filter((line) => line.startsWith('A ') && !line.startsWith('A /tmp'))
        .map((line) => line.slice(2))
        .slice(0, 100),
    async [Symbol.asyncDispose]() {
      await call('rm', '--force', id);
      logs.kill();
      await exited.catch(() => null);
    },
  };
}
