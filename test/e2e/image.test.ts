import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { type Call, fakeRegistry, type Meddle, refuse, type Step } from '../adapters/registry/fake.ts';
import { logistic } from '../models/small.ts';
import { temporaryFolder } from '../temporary.ts';
import { DIST, run } from './run.ts';

const cli = join(DIST, 'cli.js');

async function push(meddle: Meddle, ...more: string[]) {
  const { host, manifests } = await fakeRegistry(meddle);
  const cwd = temporaryFolder();
  writeFileSync(join(cwd, 'click.onnx'), logistic([1, -2]));
  const args = [
    'image',
    'click.onnx',
    '--to',
    `${host}/team/click`,
    ...more.map((one) => one.replace('HOST', host)),
  ];
  const env = { SOURCE_DATE_EPOCH: '1800000000', DOCKER_CONFIG: cwd, HOME: cwd };
  const { code, stderr, stdout } = await run(cli, args, { cwd, env });
  return { code, said: stderr.replaceAll(host, 'HOST').replace(/\s+/g, ' '), stdout, manifests };
}

const every =
  (step: Step, answer: (call: Call) => void): Meddle =>
  (call) => {
    if (call.step !== step) return false;
    call.request.resume();
    answer(call);
    return true;
  };

it.each<[string, Meddle, readonly string[], string, string]>([
  [
    'wants another login',
    every('head', ({ response }) => response.writeHead(401, { 'www-authenticate': 'Basic' }).end()),
    [],
    'HOST refused reading team/click with 401.',
    'Log in with `docker login HOST`.',
  ],
  [
    'gives no right to write',
    every('begin', ({ response }) => refuse(response, 403, 'DENIED', 'access is denied')),
    [],
    'HOST refused writing team/click with 403: DENIED, access is denied.',
    'Give the account the right to write there.',
  ],
  [
    'is read-only',
    every('begin', ({ response }) => refuse(response, 405, 'UNSUPPORTED', 'The operation is unsupported.')),
    [],
    'HOST refused writing team/click with 405: UNSUPPORTED, The operation is unsupported.',
    'The registry takes no uploads: it is read-only, or a mirror. Push to another.',
  ],
  [
    'has a limit below the model',
    every('part', ({ response }) => response.writeHead(413).end()),
    [],
    'HOST refused writing team/click with 413.',
    'The registry takes no blobs of this size; raise its limit, or push to another.',
  ],
  [
    'is full',
    every('part', ({ response }) => response.writeHead(507).end()),
    [],
    'HOST refused writing team/click with 507.',
    'Make room there, or push to another registry.',
  ],
  [
    'gives another base than was asked for',
    every('get', ({ response }) => response.end('{}')),
    ['--base', `HOST/team/base@sha256:${'a'.repeat(64)}`],
    'team/base gave something else than was asked for: sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a.',
    `It should be sha256:${'a'.repeat(64)}. It was not used: find out who changed it.`,
  ],
])('a registry that %s', async (_, meddle, more, message, fix) => {
  const { code, said, stdout, manifests } = await push(meddle, ...more);
  expect(said).toContain(message);
  expect(said).toContain(fix);
  expect(said).not.toMatch(/ at \S+:\d+/);
  expect(stdout).toBe('');
  // What a registry refuses is the environment's fault; a base that is not what was pinned is the user's to look into.
  expect(code).toBe(more.length > 0 ? 2 : 3);
  expect([...manifests.keys()]).toEqual([]);
});
