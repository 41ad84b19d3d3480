/**
 * The layers in a folder, and the command in it: a root that cannot be written, processes and mounts of its own, the
 * image's user. Linux, as root. No network of its own: its connections are looked at instead.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { access, chmod, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { fault } from '../../core/errors.ts';
import type { Container, ContainerLimits, ImageRegistries, RunnableImage } from '../../ports.ts';
import { makeFolder } from '../make-folder.ts';
import { changedSince } from './changes.ts';
import { addressOn, freePort, lastLines, listenOn } from './common.ts';
import { memoryOf, peakMemoryOf, peersOf } from './processes.ts';
import { unpackLayer } from './unpack.ts';

/** $1: the root; then variables and what is started with them. Bound first, so that it can be made read-only. */
const SCRIPT = `set -e
root=$1; shift
mount --bind "$root" "$root"
mount -t proc proc "$root/proc"
mount -t tmpfs tmpfs "$root/tmp"
mount -o remount,bind,ro "$root"
exec env -i "$@"`;
const PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';
const MEMORY_CHECK = 50;

export async function startInChroot(
  image: RunnableImage,
  limits: ContainerLimits,
  registries: ImageRegistries,
): Promise<Container> {
  const folder = await mkdtemp(join(tmpdir(), 'onnx-gate-image-'));
  const root = join(folder, 'root');
  try {
    await mkdir(root);
    const repository = registries.open(image.name);
    for (const layer of image.layers)
      await unpackLayer(root, Readable.from(repository.stream(layer.digest, 0)), layer);
    await chmod(root, 0o755);
    for (const name of ['proc', 'tmp']) await makeFolder(join(root, name));
    return await run(root, image, limits, () => rm(folder, { recursive: true, force: true }));
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

async function run(
  root: string,
  image: RunnableImage,
  limits: ContainerLimits,
  remove: () => Promise<void>,
): Promise<Container> {
  const port = await freePort();
  const command = [...image.entrypoint, ...image.arguments, ...listenOn(port)];
  const user = image.user.includes(':') ? image.user : `${image.user}:${image.user}`;
  const began = Date.now();
  const child = spawn(
    'taskset',
    [
      ...['--cpu-list', processors(limits.cpus)],
      ...['unshare', '--mount', '--pid', '--fork', '--kill-child=SIGKILL'],
      ...['sh', '-c', SCRIPT, 'sh', root],
      ...image.env,
      ...[await programOf('chroot'), `--userspec=${user}`, root, ...command],
    ],
    { stdio: ['ignore', 'ignore', 'pipe'], env: { PATH } },
  );
  const ended = once(child, 'exit') as Promise<[number | null]>;
  const stderr = lastLines(child.stderr);
  const pid = await pidIn(child, ended);
  const watch = watchMemory(pid, limits.memory);
  let peak: number | null = null;
  const look = async () => {
    peak = (await peakMemoryOf(pid)) ?? peak;
    return peak;
  };
  return {
    address: addressOn(port),
    exited: ended.then(([code]) => code),
    stderr,
    terminate: async () => void process.kill(pid, 'SIGTERM'),
    peakMemory: look,
    writes: () => changedSince(root, began),
    connections: () => peersOf(pid, port),
    async [Symbol.asyncDispose]() {
      clearInterval(watch);
      child.kill('SIGKILL');
      await ended;
      await remove();
    },
  };
}

/** The first ones of this machine; without a limit, all. */
function processors(limit: number | null): string {
  const most = cpus().length;
  return `0-${Math.min(most, Math.ceil(limit ?? most)) - 1}`;
}

async function programOf(name: string): Promise<string> {
  for (const folder of PATH.split(':')) {
    const path = `${folder}/${name}`;
    if (
      await access(path).then(
        () => true,
        () => false,
      )
    )
      return path;
  }
  throw fault('runtime-unavailable', `There is no ${name} here to run an image with.`, {
    fix: 'Install coreutils and util-linux, or Docker or podman.',
  });
}

/** Of the process inside, which `unshare` forks. */
async function pidIn(child: ChildProcess, ended: Promise<unknown>): Promise<number> {
  let over = false;
  void ended.then(() => {
    over = true;
  });
  while (!over) {
    const children = await readFile(`/proc/${child.pid}/task/${child.pid}/children`, 'utf8').catch(() => '');
    const pid = Number(children.trim().split(' ')[0]);
    if (pid > 0) return pid;
    await sleep(2);
  }
  throw fault('runtime-unavailable', 'The image could not be started in a chroot.', {
    fix: 'This needs root and the right to mount; use Docker or podman without.',
  });
}

/** There is no control group for it to be in. */
function watchMemory(pid: number, limit: number | null): NodeJS.Timeout {
  return setInterval(async () => {
    const held = limit === null ? null : await memoryOf(pid);
    if (held !== null && held > limit!) process.kill(pid, 'SIGKILL');
  }, MEMORY_CHECK).unref();
}
