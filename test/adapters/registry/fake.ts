/** A registry in this process: the pushing half of OCI Distribution Specification 1.1, until a test meddles with it. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';
import { sha256 } from '../references/tools.ts';

export type Step = 'head' | 'begin' | 'mount' | 'part' | 'status' | 'end' | 'get' | 'put' | 'other';

export interface Call {
  readonly step: Step;
  /** How many calls of this step there were, this one too. */
  readonly nth: number;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly registry: FakeRegistry;
}

/** True when it has answered, or will not: the registry then does nothing. */
export type Meddle = (call: Call) => boolean | Promise<boolean>;

export interface FakeRegistry {
  readonly host: string;
  /** By `repository@digest`. */
  readonly blobs: Map<string, Buffer>;
  /** By `repository:tag` and `repository@digest`. */
  readonly manifests: Map<string, Buffer>;
  /** What has come of uploads that are not at their end. */
  readonly uploads: Map<string, Buffer>;
  /** `PATCH 1024`, with the bytes of the body. */
  readonly calls: string[];
}

const STEPS: readonly (readonly [string, RegExp, Step])[] = [
  ['HEAD', /\/blobs\/sha256:/, 'head'],
  ['POST', /[?&]mount=/, 'mount'],
  ['POST', /\/blobs\/uploads\/$/, 'begin'],
  ['PATCH', /\/blobs\/uploads\//, 'part'],
  ['GET', /\/blobs\/uploads\//, 'status'],
  ['PUT', /\/blobs\/uploads\//, 'end'],
  ['GET', /\/(?:manifests|blobs)\//, 'get'],
  ['PUT', /\/manifests\//, 'put'],
];

export async function fakeRegistry(meddle: Meddle = () => false): Promise<FakeRegistry> {
  const counts = new Map<Step, number>();
  const server = createServer(async (request, response) => {
    const { method, url = '' } = request;
    const step = STEPS.find(([verb, path]) => verb === method && path.test(url))?.[2] ?? 'other';
    const nth = (counts.get(step) ?? 0) + 1;
    counts.set(step, nth);
    registry.calls.push(`${step} ${Number(request.headers['content-length'] ?? 0)}`);
    if (await meddle({ step, nth, request, response, registry })) return;
    ANSWERS[step](new URL(url, 'http://registry'), request, response, registry);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const registry: FakeRegistry = {
    host: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    blobs: new Map(),
    manifests: new Map(),
    uploads: new Map(),
    calls: [],
  };
  return registry;
}

/** An error as the specification has it. */
export function refuse(response: ServerResponse, status: number, code: string, message: string): true {
  const body = JSON.stringify({ errors: [{ code, message }] });
  response.writeHead(status, { 'content-type': 'application/json' }).end(body);
  return true;
}

type Answer = (
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
  registry: FakeRegistry,
) => unknown;

const repositoryOf = ({ pathname }: URL) => /^\/v2\/(.+)\/(?:blobs|manifests)\//.exec(pathname)![1]!;
const lastOf = ({ pathname }: URL) => pathname.split('/').at(-1)!;
const nameOf = (url: URL) =>
  `${repositoryOf(url)}${lastOf(url).startsWith('sha256:') ? '@' : ':'}${lastOf(url)}`;
const rangeOf = (bytes: Buffer) => `0-${Math.max(0, bytes.length - 1)}`;

const begin: Answer = (url, request, response, { uploads }) => {
  request.resume();
  const id = String(uploads.size + 1);
  uploads.set(id, Buffer.alloc(0));
  response.writeHead(202, { location: `/v2/${repositoryOf(url)}/blobs/uploads/${id}?state=a` }).end();
};

const ANSWERS: Readonly<Record<Step, Answer>> = {
  begin,
  head(url, _, response, { blobs }) {
    const found = blobs.get(nameOf(url));
    response.writeHead(found ? 200 : 404, found && { 'content-length': found.length }).end();
  },
  mount(url, request, response, registry) {
    const digest = url.searchParams.get('mount')!;
    const found = registry.blobs.get(`${url.searchParams.get('from')}@${digest}`);
    if (!found) return begin(url, request, response, registry);
    registry.blobs.set(`${repositoryOf(url)}@${digest}`, found);
    response.writeHead(201).end();
  },
  async part(url, request, response, { uploads }) {
    const had = uploads.get(lastOf(url))!;
    const start = Number(/^(\d+)-/.exec(request.headers['content-range'] ?? '0-')![1]);
    if (start !== had.length) return response.writeHead(416, { range: rangeOf(had) }).end();
    const now = Buffer.concat([had, await buffer(request)]);
    uploads.set(lastOf(url), now);
    response.writeHead(202, { location: `${url.pathname}?state=b`, range: rangeOf(now) }).end();
  },
  status(url, _, response, { uploads }) {
    const had = uploads.get(lastOf(url));
    if (!had) return response.writeHead(404).end();
    response.writeHead(204, { location: `${url.pathname}?state=c`, range: rangeOf(had) }).end();
  },
  end(url, request, response, { uploads, blobs }) {
    request.resume();
    const digest = url.searchParams.get('digest')!;
    const bytes = uploads.get(lastOf(url));
    if (!bytes) return refuse(response, 404, 'BLOB_UPLOAD_UNKNOWN', 'upload unknown');
    uploads.delete(lastOf(url));
    if (`sha256:${sha256(bytes)}` !== digest)
      return refuse(response, 400, 'DIGEST_INVALID', 'provided digest did not match uploaded content');
    blobs.set(`${repositoryOf(url)}@${digest}`, bytes);
    response.writeHead(201, { 'docker-content-digest': digest }).end();
  },
  get(url, _, response, { blobs, manifests }) {
    const found = blobs.get(nameOf(url)) ?? manifests.get(nameOf(url));
    response.writeHead(found ? 200 : 404).end(found);
  },
  async put(url, request, response, { manifests }) {
    const bytes = await buffer(request);
    const digest = `sha256:${sha256(bytes)}`;
    manifests.set(nameOf(url), bytes).set(`${repositoryOf(url)}@${digest}`, bytes);
    response.writeHead(201, { 'docker-content-digest': digest }).end();
  },
  other(_, __, response) {
    response.writeHead(404).end();
  },
};
