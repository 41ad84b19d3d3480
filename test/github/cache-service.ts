/**
 * GitHub's cache service, version 2, and the blob store behind it, as far as @actions/cache uses them: three methods
 * of `github.actions.results.api.v1.CacheService` as JSON, and the upload and download of a block blob.
 */
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

interface Entry {
  readonly key: string;
  readonly version: string;
  archive: Buffer | null;
  final: boolean;
}

interface Call {
  readonly key: string;
  readonly version: string;
  readonly restore_keys?: readonly string[];
  readonly size_bytes?: string;
}

/** `denies`: what this run's token may not do. */
export async function startCacheService(denies: 'nothing' | 'writes' | 'everything' = 'nothing') {
  const entries: Entry[] = [];
  /** Such as `GetCacheEntryDownloadURL`, `PUT` and `GET`. */
  const calls: string[] = [];
  const find = ({ key, version }: Call) =>
    entries.find((entry) => entry.key === key && entry.version === version);
  const blobOf = (entry: Entry) => `${origin}/account/caches/${entries.indexOf(entry)}?sig=secret`;

  const METHODS: Readonly<Record<string, (call: Call) => object>> = {
    CreateCacheEntry(call) {
      if (denies === 'writes') return { ok: false, message: 'cache write denied: the token may only read' };
      if (find(call)) return { ok: false };
      const entry = { key: call.key, version: call.version, archive: null, final: false };
      entries.push(entry);
      return { ok: true, signed_upload_url: blobOf(entry) };
    },
    FinalizeCacheEntryUpload(call) {
      const entry = find(call);
      if (entry?.archive?.length !== Number(call.size_bytes)) return { ok: false, message: 'incomplete' };
      entry!.final = true;
      return { ok: true, entry_id: String(entries.indexOf(entry!) + 1) };
    },
    GetCacheEntryDownloadURL(call) {
      const entry = find(call);
      if (!entry?.final) return { ok: false };
      return { ok: true, signed_download_url: blobOf(entry), matched_key: entry.key };
    },
  };

  const server = createServer(async (request, response) => {
    const body = await bytesOf(request);
    const { pathname, searchParams } = new URL(request.url!, origin);
    const method = /^\/twirp\/github\.actions\.results\.api\.v1\.CacheService\/(\w+)$/.exec(pathname)?.[1];
    calls.push(method ?? request.method!);
    if (method !== undefined) {
      const allowed = denies !== 'everything' && request.headers.authorization === 'Bearer a-runtime-token';
      const answer = allowed
        ? METHODS[method]!(JSON.parse(body.toString()) as Call)
        : { code: 'permission_denied', msg: 'cache read denied: the token has no scopes' };
      response.writeHead(allowed ? 200 : 403, { 'content-type': 'application/json' });
      return void response.end(JSON.stringify(answer));
    }
    const entry = entries[Number(/^\/account\/caches\/(\d+)$/.exec(pathname)?.[1])];
    if (!entry || searchParams.get('sig') !== 'secret') return void response.writeHead(403).end();
    if (request.method === 'GET') return void response.end(entry.archive);
    entry.archive = body;
    response.writeHead(201, { etag: '"1"', 'x-ms-request-id': '1', 'x-ms-version': '2025-01-05' }).end();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const stop = () =>
    new Promise<void>((done) => {
      server.close(() => done());
      server.closeAllConnections();
    });
  onTestFinished(stop);
  return {
    entries,
    calls,
    stop,
    /** The runner's variables for it. */
    env: {
      ACTIONS_RESULTS_URL: `${origin}/`,
      ACTIONS_RUNTIME_TOKEN: 'a-runtime-token',
      ACTIONS_CACHE_SERVICE_V2: 'true',
    },
  };
}

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
}
