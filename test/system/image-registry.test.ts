/** Registries that do not take everything from everyone: Docker's, set so. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { DIST, run } from '../e2e/run.ts';
import { logistic } from '../models/small.ts';
import { temporaryFolder } from '../temporary.ts';
import { registryNeeds, startRegistry } from './registry.ts';

async function push(host: string, login?: string) {
  const cwd = temporaryFolder();
  writeFileSync(join(cwd, 'click.onnx'), logistic([1, -2]));
  const auths = login ? { [host]: { auth: Buffer.from(login).toString('base64') } } : {};
  writeFileSync(join(cwd, 'config.json'), JSON.stringify({ auths }));
  const { code, stderr, stdout } = await run(
    join(DIST, 'cli.js'),
    ['image', 'click.onnx', '--to', `${host}/team/click`],
    { cwd, env: { SOURCE_DATE_EPOCH: '1800000000', DOCKER_CONFIG: cwd, HOME: cwd } },
  );
  return { code, stdout, said: stderr.replaceAll(host, 'HOST').replace(/\s+/g, ' ') };
}

it('a read-only one', async (context) => {
  registryNeeds(context);
  const host = await startRegistry({ REGISTRY_STORAGE_MAINTENANCE_READONLY: '{ enabled: true }' });
  const { code, said } = await push(host);
  expect(code, said).toBe(3);
  expect(said).toContain('HOST refused writing team/click with 405');
  expect(said).toContain('it is read-only, or a mirror');
});

it('one that wants a login, and another than it is given', async (context) => {
  registryNeeds(context);
  const users = join(temporaryFolder(), 'htpasswd');
  // Of `s3cret`, by crypt(3).
  writeFileSync(users, 'me:$2y$05$abcdefghijklmnopqrstuuLK7U1u6pVRmL7L1BBM2aS35PSZnDXlK\n');
  const host = await startRegistry({ REGISTRY_AUTH: `{ htpasswd: { realm: team, path: ${users} } }` });
  for (const login of [undefined, 'me:wrong']) {
    const { code, said } = await push(host, login);
    expect(code, said).toBe(3);
    expect(said).toContain('HOST refused reading team/click with 401');
    expect(said).toContain('Log in with `docker login HOST`.');
    expect(said).not.toContain('wrong');
  }
  const { code, said, stdout } = await push(host, 'me:s3cret');
  expect(code, said).toBe(0);
  expect(stdout).toMatch(/@sha256:[0-9a-f]{64}/);
});
