/** One repository of a registry. Source: OCI Distribution Specification 1.1. */
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { Digest } from '../../core/documents/common.ts';
import { fault } from '../../core/errors.ts';
import type { Blob, ImageRepository } from '../../ports.ts';
import { Lost, type Patience, pauseAfter, type Response, type Send } from './requests.ts';

const MANIFEST = 'application/vnd.oci.image.manifest.v1+json';
const MANIFESTS = [
  MANIFEST,
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.docker.distribution.manifest.v2+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
].join(', ');
const digestOf = (bytes: Uint8Array): Digest => `sha256:${createHash('sha256').update(bytes).digest('hex')}`;

export function createImageRepository(repository: string, send: Send, patience: Patience): ImageRepository {
  const at = (what: string) => `/v2/${repository}/${what}`;
  const checked = (wanted: string, bytes: Uint8Array) => {
    const digest = digestOf(bytes);
    if (wanted.startsWith('sha256:') && wanted !== digest)
      throw fault('digest-mismatch', `${repository} gave something else than was asked for: ${digest}.`, {
        fix: `It should be ${wanted}. It was not used: find out who changed it.`,
      });
    return digest;
  };

  const ensure = async (blob: Blob, from?: string) => {
    const found = await send({ method: 'HEAD', path: at(`blobs/${blob.digest}`), expect: [200, 404] });
    if (found.status === 200) return 0;
    if (from !== undefined && (await mounted(blob, from))) return 0;
    await upload(blob, repository, send, patience);
    return blob.bytes;
  };

  /** Registries that do not mount, or do not let us, say so in several ways: then it is sent. */
  const mounted = async ({ digest }: Blob, from: string) => {
    const path = at(`blobs/uploads/?mount=${digest}&from=${encodeURIComponent(from)}`);
    const answer = await send({ method: 'POST', path, expect: [201, 202, 400, 403, 404, 405] });
    return answer.status === 201;
  };

  return {
    ensure,

    async manifest(version) {
      const path = at(`manifests/${version}`);
      const { status, headers, body } = await send({
        ...{ method: 'GET', path, headers: { accept: MANIFESTS }, expect: [200, 404] },
      });
      if (status === 404) return null;
      const digest = checked(version, body);
      const mediaType = headers['content-type']?.split(';')[0]?.trim() || typeIn(body);
      return { digest, mediaType, bytes: new Uint8Array(body) };
    },

    async blob(digest) {
      const { body } = await send({ method: 'GET', path: at(`blobs/${digest}`), expect: [200] });
      checked(digest, body);
      return new Uint8Array(body);
    },

    stream: (digest, from) => Readable.from(blobFrom(at(`blobs/${digest}`), from, send)),

    async keep(bytes) {
      const digest = digestOf(bytes);
      const open = (from: number) => Readable.from([Buffer.from(bytes.subarray(from))]);
      return { digest, sent: await ensure({ digest, bytes: bytes.length, open }) };
    },

    async put(manifest, mediaType, tag) {
      const digest = digestOf(manifest);
      const stored = await send({
        ...{ method: 'PUT', path: at(`manifests/${tag ?? digest}`), expect: [201] },
        headers: { 'content-type': mediaType },
        body: () => Buffer.from(manifest),
      });
      agreed(stored, digest, repository);
      return digest;
    },
  };
}

async function* blobFrom(path: string, from: number, send: Send): AsyncGenerator<Buffer> {
  const headers = from === 0 ? {} : { range: `bytes=${from}-` };
  const { status, stream } = await send({ method: 'GET', path, headers, expect: [200, 206], streamed: true });
  // A registry without ranges gives everything anew.
  let skip = status === 206 ? 0 : from;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    if (skip < chunk.length) yield chunk.subarray(skip);
    skip = Math.max(0, skip - chunk.length);
  }
}

/** A registry, or a proxy before it, that stored something else. */
function agreed({ headers }: Response, digest: Digest, repository: string): void {
  const stored = headers['docker-content-digest'] ?? digest;
  if (stored === digest) return;
  throw fault('digest-mismatch', `${repository} stored ${stored.slice(0, 100)}, and it was sent ${digest}.`, {
    fix: 'Find out what changes uploads on their way, such as a proxy that converts images.',
  });
}

function typeIn(body: Buffer): string {
  const { mediaType } = JSON.parse(body.toString()) as { mediaType?: string };
  return mediaType ?? MANIFEST;
}

function locationOf({ headers }: Response): string {
  if (headers.location) return headers.location;
  throw fault('registry-failed', 'The registry began an upload and did not say where.', {
    fix: 'Look whether a proxy stands before it that drops `Location`.',
  });
}

/** In one go; after a loss the rest, as the registry says how far it is ("Pushing a blob in chunks"). */
async function upload(blob: Blob, repository: string, send: Send, patience: Patience): Promise<void> {
  const begin = async () =>
    locationOf(await send({ method: 'POST', path: `/v2/${repository}/blobs/uploads/`, expect: [202] }));
  let location = await begin();
  let sent = 0;
  let losses = 0;
  while (sent < blob.bytes) {
    const start = sent;
    try {
      const answer = await send({
        ...{ method: 'PATCH', path: location, expect: [202, 416], again: false },
        headers: {
          'content-type': 'application/octet-stream',
          'content-length': String(blob.bytes - start),
          'content-range': `${start}-${blob.bytes - 1}`,
        },
        body: () => blob.open(start) as Readable,
      });
      if (answer.status === 416) throw new Lost('the registry is at another place of the upload');
      location = locationOf(answer);
      sent = blob.bytes;
      losses = 0;
    } catch (error) {
      if (!(error instanceof Lost)) throw error;
      const pause = patience.pauses[losses++];
      if (pause === undefined)
        throw fault('registry-failed', `The upload of ${blob.bytes} bytes broke off: ${error.message}.`, {
          fix: 'Look whether the registry is up and has room, and try again.',
        });
      await patience.wait(pauseAfter(error, pause));
      const state = await send({ method: 'GET', path: location, expect: [204, 404] });
      sent = state.status === 404 ? 0 : received(state);
      location = state.status === 404 ? await begin() : (state.headers.location ?? location);
    }
  }
  const join = location.includes('?') ? '&' : '?';
  const ended = await send({
    ...{ method: 'PUT', path: `${location}${join}digest=${blob.digest}`, expect: [201, 404] },
    headers: { 'content-length': '0' },
  });
  // Asked again after an answer that was lost, it knows the upload no more.
  if (ended.status === 404)
    await send({ method: 'HEAD', path: `/v2/${repository}/blobs/${blob.digest}`, expect: [200] });
}

/** Of `Range: 0-1023`, 1024; an upload that has nothing yet says `0-0` or nothing. */
function received({ headers }: Response): number {
  const last = Number(/^(?:bytes=)?0-(\d+)$/.exec(headers.range ?? '')?.[1] ?? 0);
  return last === 0 ? 0 : last + 1;
}
