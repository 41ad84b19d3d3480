import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished, type TestContext } from 'vitest';
import { temporaryFolder } from '../temporary.ts';
import { missing, needs } from './engine.ts';

/** Debian's, which is not the first `docker` on every PATH: a newer client cannot build without buildx. */
const CLIENT = '/usr/bin/docker';

/** A Docker daemon of its own folders, without network. Its environment for `docker`. */
export async function startDocker(): Promise<Record<string, string>> {
  const root = temporaryFolder();
  const host = `unix://${root}/docker.sock`;
  const args = ['--storage-driver', 'vfs', '--iptables=false', '--bridge=none', '--host', host];
  const folders = ['--data-root', join(root, 'data'), '--exec-root', join(root, 'exec')];
  const child = spawn('dockerd', [...args, ...folders, '--pidfile', join(root, 'pid')], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = new Promise<void>((done) => void child.on('exit', () => done()));
  onTestFinished(async () => {
    child.kill();
    await ended;
    // Left behind where a container used the network of the machine.
    const network = join(root, 'exec/netns/default');
    if (readFileSync('/proc/mounts', 'utf8').includes(network)) execFileSync('umount', [network]);
  });
  let said = '';
  await new Promise<void>((done, fail) => {
    child.stderr.setEncoding('utf8').on('data', (text) => {
      said += text;
      if (said.includes('API listen on')) done();
    });
    child.on('error', fail);
    child.on('exit', () => fail(new Error(said)));
  });
  // Only its own `docker` is found.
  const bin = join(root, 'bin');
  mkdirSync(bin);
  execFileSync('ln', ['-s', CLIENT, join(bin, 'docker')]);
  return { DOCKER_HOST: host, PATH: `${bin}:${process.env.PATH}` };
}

export function dockerNeeds(context: TestContext) {
  if (!existsSync(CLIENT)) missing(context, `Debian's docker.io is not here: no ${CLIENT}`);
  needs(context, 'dockerd', 'dockerd', '--version');
}

/** Storage of its own, that needs no user namespace. */
export function buildahEnvironment(): Record<string, string> {
  const root = temporaryFolder();
  const config = join(root, 'storage.conf');
  writeFileSync(config, `[storage]\ndriver = "vfs"\ngraphroot = "${root}/graph"\nrunroot = "${root}/run"\n`);
  return { CONTAINERS_STORAGE_CONF: config, BUILDAH_ISOLATION: 'chroot' };
}

/** Docker's runtime, for crun takes no mixture of control groups; and limits that a process without all rights may set. */
export function podmanEnvironment(): Record<string, string> {
  const config = join(temporaryFolder(), 'containers.conf');
  writeFileSync(
    config,
    '[containers]\ndefault_ulimits = ["nofile=1024:1024", "nproc=4096:4096"]\n[engine]\nruntime = "runc"\n',
  );
  return { ...buildahEnvironment(), CONTAINERS_CONF: config };
}

export function buildahNeeds(context: TestContext) {
  needs(context, 'buildah', 'buildah', '--version');
}
