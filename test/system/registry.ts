import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished, type TestContext } from 'vitest';
import { temporaryFolder } from '../temporary.ts';
import { needs } from './engine.ts';

/**
 * Debian's docker-registry on this machine, empty. It says itself where it listens. `settings`: variables that stand for
 * parts of its configuration, such as `REGISTRY_AUTH`.
 */
export async function startRegistry(settings: Readonly<Record<string, string>> = {}): Promise<string> {
  const root = temporaryFolder();
  const config = join(root, 'config.yml');
  writeFileSync(
    config,
    `version: 0.1\nlog: { level: info }\nstorage: { filesystem: { rootdirectory: ${root}/data } }\nhttp: { addr: '127.0.0.1:0' }\n`,
  );
  const child = spawn('docker-registry', ['serve', config], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, ...settings },
  });
  onTestFinished(() => void child.kill());
  let said = '';
  return await new Promise((done, fail) => {
    child.stderr.setEncoding('utf8').on('data', (text) => {
      said += text;
      const [, address] = /listening on (127\.0\.0\.1:\d+)/.exec(said) ?? [];
      if (address) done(address);
    });
    child.on('error', fail);
    child.on('exit', () => fail(new Error(said)));
  });
}

export function registryNeeds(context: TestContext) {
  needs(context, 'docker-registry', 'docker-registry', '--version');
  needs(context, 'skopeo', 'skopeo', '--version');
}
