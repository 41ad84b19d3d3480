import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createBlobs } from '../../../src/adapters/blobs/blobs.ts';
import { usualRoom } from '../../../src/adapters/blobs/evict.ts';
import { createDownloads, type Patience } from '../../../src/adapters/http/downloads.ts';
import { type Answer, type Asked, serve } from '../../serve.ts';
import { temporaryFolder } from '../../temporary.ts';
import { faultOf, md5, patience, sha256 } from '../references/tools.ts';

const BODY = Buffer.alloc(300_000, 'model');
const SHA = sha256(BODY);

function downloads(more: Partial<Patience> = {}) {
  const root = temporaryFolder();
  const told: string[] = [];
  const made = createDownloads(
    { blobs: createBlobs(usualRoom(root)), report: (message) => void told.push(message) },
    { ...patience, ...more },
  );
  return { ...made, root, told };
}

/** Sends the first bytes, announces all, and drops the connection. */
function cut(response: ServerResponse, from: number, to: number, headers = {}) {
  response.writeHead(from > 0 ? 206 : 200, {
    'content-length': BODY.length - from,
    ...(from > 0 && { 'content-range': `bytes ${from}-${BODY.length - 1}/${BODY.length}` }),
    ...headers,
  });
  response.write(BODY.subarray(from, to), () => response.destroy());
}

/** Serves ranges of BODY under this ETag, and `first` for the first request. */
const ranged =
  (etag: string, first: (response: ServerResponse) => void): Answer =>
  ({ headers }, response, { asked }) => {
    if (asked.length === 1) return first(response);
    const from =
      headers['if-range'] === etag ? Number(/bytes=(\d+)-/.exec(headers.range ?? '')?.[1] ?? 0) : 0;
    const status = from > 0 ? 206 : 200;
    response.writeHead(status, {
      etag,
      'content-length': BODY.length - from,
      ...(from > 0 && { 'content-range': `bytes ${from}-${BODY.length - 1}/${BODY.length}` }),
    });
    response.end(BODY.subarray(from));
  };

describe('a file', () => {
  it('is fetched once, checked and kept by content', async () => {
    const server = await serve(() => BODY);
    const { fetch, told, root } = downloads();
    const request = { url: `${server.url}/m.onnx`, name: 'm.onnx', sha256: SHA };
    for (const _ of [1, 2]) {
      const found = await fetch(request);
      expect(found.ok && readFileSync(found.path).equals(BODY) && found.digest).toBe(`sha256:${SHA}`);
    }
    expect(server.asked).toHaveLength(1);
    expect(told).toEqual([`Fetching m.onnx (0.3 MB) from ${server.host}.`]);
    expect(readdirSync(join(root, 'staging'))).toEqual([]);
  });

  it('goes on where the connection was cut, when the server knows the same version again', async () => {
    const server = await serve(ranged('"v1"', (response) => cut(response, 0, 100_000, { etag: '"v1"' })));
    const found = await downloads().fetch({ url: server.url, name: 'm.onnx', sha256: SHA, md5: md5(BODY) });
    expect(found.ok && sha256(readFileSync(found.path))).toBe(SHA);
    const [, second] = server.asked as [Asked, Asked];
    expect(second.headers).toMatchObject({ range: 'bytes=100000-', 'if-range': '"v1"' });
    expect(server.asked).toHaveLength(2);
  });

  it('starts anew when the version has changed in between', async () => {
    const server = await serve(ranged('"v2"', (response) => cut(response, 0, 100_000, { etag: '"v1"' })));
    const found = await downloads().fetch({ url: server.url, name: 'm.onnx', sha256: SHA });
    expect(found.ok && sha256(readFileSync(found.path))).toBe(SHA);
  });

  it.each([
    ['without a validator', {}],
    ['with a weak one', { etag: 'W/"v1"' }],
  ])('asks for no range %s', async (_, headers) => {
    const server = await serve((_, response, { asked }) =>
      asked.length === 1 ? cut(response, 0, 100_000, headers) : BODY,
    );
    const found = await downloads().fetch({ url: server.url, name: 'm.onnx' });
    expect(found.ok && sha256(readFileSync(found.path))).toBe(SHA);
    expect(server.asked[1]!.headers.range).toBeUndefined();
  });

  it('as long as tries bring bytes, there are more of them', async () => {
    const step = 30_000;
    const server = await serve((_, response, { asked }) => {
      const from = (asked.length - 1) * step;
      cut(response, from, from + step, { etag: '"v1"' });
    });
    const found = await downloads().fetch({ url: server.url, name: 'm.onnx', sha256: SHA });
    expect(found.ok).toBe(true);
    expect(server.asked).toHaveLength(10);
  });

  it('a wrong part is never glued on', async () => {
    const server = await serve((_, response, { asked }) => {
      if (asked.length === 1) return cut(response, 0, 100_000, { etag: '"v1"' });
      if (asked.length === 2) return cut(response, 50_000, BODY.length, { etag: '"v1"' });
      return BODY;
    });
    const found = await downloads().fetch({ url: server.url, name: 'm.onnx' });
    expect(found.ok && sha256(readFileSync(found.path))).toBe(SHA);
  });

  it('a file that has become shorter is fetched from the start', async () => {
    const server = await serve((_, response, { asked }) => {
      if (asked.length === 1) return cut(response, 0, 100_000, { etag: '"v1"' });
      return asked.length === 2 ? response.writeHead(416).end() : BODY.subarray(0, 10);
    });
    const found = await downloads().fetch({ url: server.url, name: 'm.onnx' });
    expect(found.ok && readFileSync(found.path)).toHaveLength(10);
  });

  it.each([
    ['SHA-256', { sha256: sha256('other') }, SHA, sha256('other')],
    ['MD5', { md5: md5('other') }, md5(BODY), md5('other')],
  ])('of another %s is not used, and both digests are told', async (kind, expected, is, should) => {
    const server = await serve(() => BODY);
    const { fetch, root } = downloads();
    const fault = await faultOf(
      fetch({ url: `${server.url}/m.onnx?sig=s3cret`, name: 'm.onnx', ...expected }),
    );
    expect(fault.code).toBe('digest-mismatch');
    expect(fault.message).toBe(
      `${server.host}/m.onnx is not the file that was asked for: its ${kind} is ${is}, and it should be ${should}.`,
    );
    expect(readdirSync(root)).toEqual(['staging']);
    expect(readdirSync(join(root, 'staging'))).toEqual([]);
  });

  it.each([
    ['announced', (response: ServerResponse) => response.writeHead(200, { 'content-length': BODY.length })],
    ['not announced', (response: ServerResponse) => response.writeHead(200)],
  ])('larger than allowed is refused (%s)', async (_, begin) => {
    const server = await serve((_, response) => void begin(response).end(BODY));
    const found = await downloads().fetch({ url: server.url, name: 'm.onnx', maxBytes: BODY.length - 1 });
    expect(found).toMatchObject({
      ok: false,
      again: false,
      reason: expect.stringContaining('more than 299999 bytes'),
    });
    expect(server.asked).toHaveLength(1);
    expect((await downloads().fetch({ url: server.url, name: 'm.onnx', maxBytes: BODY.length })).ok).toBe(
      true,
    );
  });

  it('a server that falls silent is left', async () => {
    const server = await serve((_, response) => {
      response.writeHead(200, { 'content-length': BODY.length }).write('x');
    });
    const found = await downloads({ idle: 50, pauses: [] }).fetch({ url: server.url, name: 'm.onnx' });
    expect(found).toMatchObject({ ok: false, status: null, again: true });
  });
});

describe('an answer', () => {
  it.each([429, 500, 503, 408])('%i is asked again, others are not', async (status) => {
    const server = await serve((_, response, { asked }) =>
      asked.length < 3 ? response.writeHead(status).end() : 'yes',
    );
    expect(await downloads().ask({ url: server.url })).toMatchObject({ ok: true, text: 'yes' });
    const gone = await serve((_, response) => response.writeHead(410).end());
    expect(await downloads().ask({ url: gone.url })).toMatchObject({ ok: false, status: 410, again: false });
    expect(gone.asked).toHaveLength(1);
  });

  it('Retry-After is waited for, up to a limit', async () => {
    const server = await serve((_, response) => response.writeHead(429, { 'retry-after': '3600' }).end());
    // The wait would go past the time that is allowed altogether, so there is none.
    const { ask } = downloads({ longestPause: 7_200_000, total: 60_000 });
    expect(await ask({ url: server.url })).toMatchObject({
      ok: false,
      reason: expect.stringContaining('1 minutes were not enough'),
    });
    expect(server.asked).toHaveLength(1);
    expect(await downloads().ask({ url: server.url })).toMatchObject({
      ok: false,
      reason: expect.stringContaining('3 times'),
    });
  });

  it('credentials stay with the host that they are for', async () => {
    const other = await serve(() => 'there');
    const server = await serve(({ path }, response) =>
      path === '/a'
        ? response.writeHead(302, { location: '/b' }).end()
        : response.writeHead(307, { location: `${other.url}/c?sig=1` }).end(),
    );
    const headers = async () => ({ authorization: 'Bearer s3cret', 'private-token': 's3cret' });
    expect(await downloads().ask({ url: `${server.url}/a`, headers })).toMatchObject({ text: 'there' });
    expect(server.asked.map(({ headers }) => headers.authorization)).toEqual([
      'Bearer s3cret',
      'Bearer s3cret',
    ]);
    expect(JSON.stringify(other.asked)).not.toContain('s3cret');
  });

  it('headers are made anew for each try', async () => {
    let made = 0;
    const server = await serve((_, response, { asked }) =>
      asked.length === 1 ? response.writeHead(503).end() : 'yes',
    );
    await downloads().ask({ url: server.url, headers: async () => ({ 'x-date': String(++made) }) });
    expect(server.asked.map(({ headers }) => headers['x-date'])).toEqual(['1', '2']);
  });

  it('redirects in a circle end', async () => {
    const server = await serve((_, response) => response.writeHead(302, { location: '/' }).end());
    expect(await downloads().ask({ url: server.url })).toMatchObject({
      ok: false,
      reason: expect.stringContaining('more than 5 times'),
    });
    expect(server.asked).toHaveLength(6);
  });

  it('what the server says of a refusal is told, without the query', async () => {
    const server = await serve((_, response) => {
      response
        .writeHead(403, { 'content-type': 'application/json' })
        .end('{"message":"Resource not accessible by integration"}');
    });
    const refused = await downloads().ask({ url: `${server.url}/api?token=s3cret` });
    expect(refused).toMatchObject({
      reason: `${server.host} forbids it (403) for /api: Resource not accessible by integration`,
    });
  });

  it('nobody listens', async () => {
    const found = await downloads().ask({ url: 'http://127.0.0.1:9/x' });
    expect(found).toMatchObject({
      ok: false,
      status: null,
      again: true,
      reason: expect.stringContaining('ECONNREFUSED'),
    });
  });
});

it('goes through the proxy of the environment', async () => {
  const server = await serve(() => 'there');
  const wanted: string[] = [];
  const proxy = createServer().on('connect', ({ url }, client: Socket) => {
    wanted.push(url!);
    const onward = connect(Number(new URL(server.url).port), '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
      client.pipe(onward).pipe(client);
    });
  });
  await new Promise<void>((done) => proxy.listen(0, '127.0.0.1', done));
  process.env.http_proxy = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
  onTestFinished(() => {
    delete process.env.http_proxy;
    proxy.close();
  });
  expect(await downloads().ask({ url: 'http://models.example/m.onnx' })).toMatchObject({ text: 'there' });
  expect(wanted).toEqual(['models.example:80']);
});
