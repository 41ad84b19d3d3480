/** The base that the script makes, from scratch on what could be two machines. */
import { execFile, execFileSync } from 'node:child_process';
import { copyFileSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { ROOT } from '../e2e/run.ts';
import { temporaryFolder } from '../temporary.ts';
import { registryNeeds, startRegistry } from './registry.ts';

const script = join(ROOT, 'scripts/serving-base/main.ts');
const SOURCE_DATE_EPOCH = '1800000000';

/** Its name in the registry, by digest. Everything that differs between machines is given. */
async function base(node: string, umask: string, env: Record<string, string>) {
  const to = `${await startRegistry()}/team/base`;
  const { stdout } = await promisify(execFile)(
    'sh',
    ['-c', `umask ${umask}; exec "$@"`, 'sh', process.execPath, script, to, node],
    {
      cwd: temporaryFolder(),
      env: { PATH: process.env.PATH, HOME: temporaryFolder(), SOURCE_DATE_EPOCH, ...env },
    },
  );
  return stdout.trim();
}

it('is the same digest under another home, umask, time zone, language, path and time of its files', async (context) => {
  registryNeeds(context);
  const copy = join(temporaryFolder(), 'another-node');
  copyFileSync(process.execPath, copy);
  utimesSync(copy, 1, 1);
  const [here, there] = await Promise.all([
    base(process.execPath, '022', {}),
    base(copy, '077', { TZ: 'Asia/Tokyo', LC_ALL: 'tr_TR.UTF-8', USER: 'somebody' }),
  ]);
  const digest = (reference: string) => reference.split('@')[1];
  expect(digest(here)).toMatch(/^sha256:[0-9a-f]{64}$/);
  expect(digest(there)).toBe(digest(here));

  const skopeo = (...args: string[]) =>
    JSON.parse(
      execFileSync('skopeo', ['inspect', '--no-tags', '--tls-verify=false', ...args], { encoding: 'utf8' }),
    );
  expect(skopeo(`docker://${here}`)).toMatchObject({ Created: '2027-01-15T08:00:00Z', Os: 'linux' });
  const { history, config } = skopeo('--config', `docker://${here}`);
  expect(history.map(({ created }: { created: string }) => created)).toEqual(
    Array(4).fill('2027-01-15T08:00:00Z'),
  );
  expect(config.User).toBe('65532:65532');
}, 600_000);
