import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { createBlobs } from '../../../src/adapters/blobs/blobs.ts';
import { usualRoom } from '../../../src/adapters/blobs/evict.ts';
import { createDownloads } from '../../../src/adapters/http/downloads.ts';
import { createAuthorization } from '../../../src/adapters/references/oci/authorization.ts';
import { createImageRegistries } from '../../../src/adapters/registry/registries.ts';
import type { Blob } from '../../../src/ports.ts';
import { temporaryFolder } from '../../temporary.ts';
import { faultOf, patience, sha256 } from '../references/tools.ts';
import { type Call, type FakeRegistry, fakeRegistry, type Meddle, refuse, type Step } from './fake.ts';

const BYTES = Buffer.alloc(3 * 2 ** 20, 'weights');
const DIGEST = `sha256:${sha256(BYTES)}` as const;
/** As a file is read: in parts. */
const blob: Blob = {
  digest: DIGEST,
  bytes: BYTES.length,
  open: (from) =>
    Readable.from(
      (function* () {
        for (let at = from; at < BYTES.length; at += 65_536) yield BYTES.subarray(at, at + 65_536);
      })(),
    ),
};

async function push(meddle: Meddle, auth: Readonly<Record<string, string>> = {}) {
  const registry = await fakeRegistry(meddle);
  return { registry, ...client(registry.host, auth) };
}

/** `auth`: user and password as `docker login` leaves them, by host; `*` for this one. */
function client(host: string, auth: Readonly<Record<string, string>> = {}) {
  const home = temporaryFolder();
  const auths = Object.fromEntries(
    Object.entries(auth).map(([name, pair]) => [
      name === '*' ? host : name,
      { auth: Buffer.from(pair).toString('base64') },
    ]),
  );
  writeFileSync(join(home, 'config.json'), JSON.stringify({ auths }));
  const waits: number[] = [];
  const wait = async (milliseconds: number) => void waits.push(milliseconds);
  const report = () => {};
  const blobs = createBlobs(usualRoom(join(home, 'cache')));
  const downloads = createDownloads({ blobs, report }, patience);
  const env = { DOCKER_CONFIG: home, HOME: home };
  const registries = createImageRegistries(
    (registry, repository) => createAuthorization(registry, repository, { downloads, blobs, env, report }),
    { idle: 5000, pauses: [1, 2], wait },
  );
  return { repository: registries.open({ registry: host, repository: 'team/m' }), waits };
}

/** At the call of that number, or at every one of the step. */
const at =
  (step: Step, nth: number | 'all', answer: (call: Call) => boolean | Promise<boolean>): Meddle =>
  (call) =>
    call.step === step && (nth === 'all' || call.nth === nth) && answer(call);
const status =
  (code: number, headers: Record<string, string> = {}) =>
  ({ request, response }: Call) => {
    request.resume();
    response.writeHead(code, headers).end();
    return true;
  };
const stored = ({ blobs }: FakeRegistry) => blobs.get(`team/m@${DIGEST}`)?.equals(BYTES);

/** Takes `bytes` of the body into the upload, then does `next`. */
const takes =
  (bytes: number, next: (call: Call) => void) =>
  async (call: Call): Promise<boolean> => {
    const id = new URL(call.request.url!, 'http://x').pathname.split('/').at(-1)!;
    const chunks: Buffer[] = [];
    let had = 0;
    for await (const chunk of call.request.iterator({ destroyOnReturn: false })) {
      chunks.push(chunk);
      had += chunk.length;
      if (had >= bytes) break;
    }
    call.registry.uploads.set(id, Buffer.concat(chunks).subarray(0, bytes));
    next(call);
    return true;
  };

describe('a login', () => {
  const basic = `Basic ${Buffer.from('ada:secret').toString('base64')}`;

  it('by password, when it is asked for', async () => {
    const { repository, registry } = await push(
      (call) =>
        call.request.headers.authorization !== basic &&
        status(401, { 'www-authenticate': 'Basic realm="fake"' })(call),
      { '*': 'ada:secret' },
    );
    expect(await repository.ensure(blob)).toBe(BYTES.length);
    expect(stored(registry)).toBe(true);
  });

  it('by token, again when it may write and when it ran out in the midst of an upload', async () => {
    let valid = 0;
    const scopes: (string | null)[] = [];
    const { repository, registry } = await push(
      ({ step, nth, request, response, registry }) => {
        const url = new URL(request.url!, 'http://x');
        if (url.pathname === '/token') {
          expect(request.headers.authorization).toBe(basic);
          scopes.push(url.searchParams.get('scope'));
          response.end(JSON.stringify({ token: `t${++valid}` }));
          return true;
        }
        if (step === 'part' && nth === 1) valid = 100;
        const write = request.method !== 'HEAD';
        const scope = `repository:team/m:${write ? 'pull,push' : 'pull'}`;
        if (request.headers.authorization === `Bearer t${valid}` && scopes.at(-1) === scope) return false;
        request.resume();
        const challenge = `Bearer realm="http://${registry.host}/token",service="fake",scope="${scope}"`;
        response.writeHead(401, { 'www-authenticate': challenge }).end();
        return true;
      },
      { '*': 'ada:secret' },
    );
    expect(await repository.ensure(blob)).toBe(BYTES.length);
    expect(stored(registry)).toBe(true);
    expect(scopes).toEqual([
      'repository:team/m:pull',
      'repository:team/m:pull,push',
      'repository:team/m:pull,push',
    ]);
  });

  it.each([
    ['none', {}],
    ['a wrong one', { '*': 'ada:wrong' }],
    ['that of another registry', { 'registry.example': 'ada:secret' }],
  ])('is missing: %s', async (_, auth) => {
    const { repository, registry } = await push(
      (call) =>
        call.request.headers.authorization !== basic &&
        status(401, { 'www-authenticate': 'Basic realm="fake"' })(call),
      auth as Record<string, string>,
    );
    const { message, fix, code } = await faultOf(repository.ensure(blob));
    expect(code).toBe('registry-failed');
    expect(message).toBe(`${registry.host} refused reading team/m with 401.`);
    expect(fix).toBe(`Log in with \`docker login ${registry.host}\`.`);
  });
});

describe('what passes by itself', () => {
  it.each<[string, Meddle, readonly number[]]>([
    ['429 waits as long as it is asked to', at('head', 1, status(429, { 'retry-after': '7' })), [7000]],
    ['429 for an hour waits a minute', at('begin', 1, status(429, { 'retry-after': '3600' })), [60_000]],
    ['503 at the beginning', at('begin', 1, status(503)), [1]],
    ['500 twice', (call) => at('head', 1, status(500))(call) || at('head', 2, status(500))(call), [1, 2]],
    ['502 before the first byte of an upload', at('part', 1, status(502)), [1]],
    ['503 at its end', at('end', 1, status(503)), [1]],
    ['a connection lost before an answer', at('begin', 1, ({ request }) => !!request.socket.destroy()), [1]],
    [
      '429 in the midst of an upload',
      at('part', 1, takes(2 ** 20, status(429, { 'retry-after': '2' }))),
      [2000],
    ],
  ])('%s', async (_, meddle, waited) => {
    const { repository, registry, waits } = await push(meddle);
    expect(await repository.ensure(blob)).toBe(BYTES.length);
    expect(stored(registry)).toBe(true);
    expect(waits).toEqual(waited);
  });
});

describe('an upload that breaks off goes on where the registry has it', () => {
  it.each<[string, (call: Call) => void]>([
    ['by 500', status(500)],
    ['by a lost connection', ({ request }) => void request.socket.destroy()],
    ['by 416', status(416)],
  ])('%s', async (_, next) => {
    const { repository, registry } = await push(at('part', 1, takes(2 ** 20, next)));
    expect(await repository.ensure(blob)).toBe(BYTES.length);
    expect(stored(registry)).toBe(true);
    expect(registry.calls).toEqual([
      'head 0',
      'begin 0',
      `part ${BYTES.length}`,
      'status 0',
      `part ${BYTES.length - 2 ** 20}`,
      'end 0',
    ]);
  });

  it('begins anew where the registry has forgotten it', async () => {
    const { repository, registry } = await push(
      at('part', 1, async (call) => {
        await takes(2 ** 20, status(500))(call);
        call.registry.uploads.clear();
        return true;
      }),
    );
    await repository.ensure(blob);
    expect(stored(registry)).toBe(true);
    expect(registry.calls.filter((call) => call.startsWith('begin'))).toHaveLength(2);
  });

  it('and is done when only the last answer was lost', async () => {
    const { repository, registry } = await push(
      at('end', 1, ({ request, registry }) => {
        registry.blobs.set(`team/m@${DIGEST}`, BYTES);
        registry.uploads.clear();
        return !!request.socket.destroy();
      }),
    );
    expect(await repository.ensure(blob)).toBe(BYTES.length);
    expect(registry.calls.at(-1)).toMatch(/^head/);
  });
});

describe('a mount', () => {
  it('costs no byte', async () => {
    const { repository, registry } = await push(() => false);
    registry.blobs.set(`team/base@${DIGEST}`, BYTES);
    expect(await repository.ensure(blob, 'team/base')).toBe(0);
    expect(stored(registry)).toBe(true);
  });

  it.each([404, 403, 405, 400])('that is refused with %d becomes an upload', async (code) => {
    const { repository, registry } = await push(at('mount', 'all', status(code)));
    expect(await repository.ensure(blob, 'team/base')).toBe(BYTES.length);
    expect(stored(registry)).toBe(true);
  });
});

describe('what does not pass by itself', () => {
  it.each<[string, Meddle, RegExp, RegExp | undefined]>([
    [
      'no right to write',
      at('begin', 'all', ({ response }) => refuse(response, 403, 'DENIED', 'requested access is denied')),
      /refused writing team\/m with 403: DENIED, requested access is denied\.$/,
      /right to write/,
    ],
    [
      'a read-only registry',
      at('begin', 'all', status(405)),
      /writing team\/m with 405\.$/,
      /read-only, or a mirror/,
    ],
    [
      'no such repository',
      at('begin', 'all', status(404)),
      /writing team\/m with 404/,
      /Create the repository/,
    ],
    ['too large', at('part', 'all', status(413)), /writing team\/m with 413/, /no blobs of this size/],
    [
      'too large, said before all was read',
      at('part', 'all', ({ response }) => {
        response.writeHead(413, { connection: 'close' }).end();
        return true;
      }),
      /writing team\/m with 413/,
      /no blobs of this size/,
    ],
    ['full', at('part', 'all', status(507)), /writing team\/m with 507/, /Make room/],
    [
      'full, as Docker’s registry says it',
      at('begin', 'all', ({ response }) => refuse(response, 500, 'UNKNOWN', 'unknown error')),
      /answered 500: UNKNOWN, unknown error, 3 times/,
      /whether its disk is full/,
    ],
    ['busy', at('begin', 'all', status(429)), /answered 429, 3 times/, /try again later/],
    ['no place of the upload', at('begin', 'all', status(202)), /did not say where/, /drops `Location`/],
    [
      'an upload that breaks off each time',
      at('part', 'all', ({ request }) => !!request.socket.destroy()),
      /The upload of 3145728 bytes broke off: .* could not be reached/,
      /is up and has room/,
    ],
  ])('%s', async (_, meddle, message, fix) => {
    const { repository, registry } = await push(meddle);
    const fault = await faultOf(repository.ensure(blob));
    expect(fault.code).toBe('registry-failed');
    expect(fault.message).toMatch(message);
    expect(fault.fix).toMatch(fix!);
    expect(stored(registry)).toBeUndefined();
  });

  it('a registry that is down', async () => {
    // A port that was free a moment ago.
    const { host } = await fakeRegistry();
    const { repository, waits } = client(host.replace(/\d+$/, '1'));
    const fault = await faultOf(repository.manifest('1'));
    expect(fault.message).toBe('127.0.0.1:1 could not be reached (ECONNREFUSED), 3 times.');
    expect(waits).toEqual([1, 2]);
  });
});

describe('a blob that lies elsewhere', () => {
  const basic = `Basic ${Buffer.from('me:s3cret').toString('base64')}`;
  const asked = async (elsewhere: (store: string) => string) => {
    const shown: (string | undefined)[] = [];
    const store = await fakeRegistry(({ request, response }) => {
      shown.push(request.headers.authorization);
      return !!response.end(BYTES);
    });
    const meddle = at('get', 'all', (call) => {
      if (call.request.headers.authorization !== basic)
        return status(401, { 'www-authenticate': 'Basic realm="fake"' })(call);
      if (call.request.url!.endsWith('?elsewhere')) return false;
      return status(307, { location: elsewhere(`http://${store.host}`) })(call);
    });
    const { repository, registry, waits } = await push(meddle, { '*': 'me:s3cret' });
    registry.blobs.set(`team/m@${DIGEST}`, BYTES);
    const bytes = Buffer.from(await repository.blob(DIGEST));
    return { whole: bytes.equals(BYTES), shown, waits };
  };

  it('is fetched there without the login, which is for this registry, and not for another port', async () => {
    expect(await asked((store) => `${store}/anything`)).toEqual({
      whole: true,
      shown: [undefined],
      waits: [],
    });
  });

  it('is fetched where the registry names no host', async () => {
    const found = await asked(() => `/v2/team/m/blobs/${DIGEST}?elsewhere`);
    expect(found).toEqual({ whole: true, shown: [], waits: [] });
  });

  it('is not fetched round and round', async () => {
    const { repository } = await push(
      at('get', 'all', status(307, { location: `/v2/team/m/blobs/${DIGEST}` })),
    );
    const { message } = await faultOf(repository.blob(DIGEST));
    expect(message).toContain('refused reading team/m with 307');
  });
});

describe('another thing than was asked for', () => {
  it.each([
    ['a manifest', 'manifest'],
    ['a configuration', 'blob'],
  ] as const)('%s', async (_, what) => {
    const { repository } = await push(
      at('get', 'all', ({ response }) => !!response.end('{"schemaVersion":2}')),
    );
    const fault = await faultOf(repository[what](DIGEST));
    expect(fault.code).toBe('digest-mismatch');
    expect(fault.fix).toContain(`It should be ${DIGEST}`);
  });

  it('stored', async () => {
    const other = `sha256:${'0'.repeat(64)}`;
    const { repository } = await push(at('put', 'all', status(201, { 'docker-content-digest': other })));
    const fault = await faultOf(repository.put(Buffer.from('{}'), 'application/json', null));
    expect(fault.message).toContain(`team/m stored ${other}`);
  });
});
