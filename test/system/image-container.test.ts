import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { startByDocker } from '../../src/adapters/containers/docker.ts';
import { parseImageName } from '../../src/core/image/image-name.ts';
import { temporaryFolder } from '../temporary.ts';
import { dockerNeeds, startDocker } from './dockerd.ts';
import { registryNeeds, startRegistry } from './registry.ts';

it('an image whose command is missing is told in Docker’s words, and leaves no container', async (context) => {
  registryNeeds(context);
  dockerNeeds(context);
  const host = await startRegistry();
  for (const [name, value] of Object.entries(await startDocker())) vi.stubEnv(name, value);
  onTestFinished(() => void vi.unstubAllEnvs());
  const docker = (...args: string[]) =>
    execFileSync('docker', args, { encoding: 'utf8', stdio: 'pipe' }).trim();
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'file'), '');
  execFileSync('tar', ['-C', folder, '-cf', join(folder, 'root.tar'), 'file']);
  docker('import', '--change', 'ENTRYPOINT ["/none"]', join(folder, 'root.tar'), `${host}/team/broken:1`);
  docker('push', `${host}/team/broken:1`);
  const reference = docker('inspect', '--format', '{{index .RepoDigests 0}}', `${host}/team/broken:1`);
  const parsed = parseImageName(reference);
  if (!parsed.ok) throw new Error(reference);

  const image = {
    name: parsed.name,
    layers: [],
    entrypoint: ['/none'],
    arguments: [],
    env: [],
    user: '65532',
  };
  await expect(startByDocker('docker', image, { cpus: null, memory: null })).rejects.toThrow(
    /docker run of \S+ failed: .*\/none.*no such file/,
  );
  expect(docker('ps', '--all', '--quiet')).toBe('');
});
