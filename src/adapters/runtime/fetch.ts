/** Downloads one file: with retries, redirects, proxies, limits, and an error that says what to do. */
import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { HttpClient } from '@actions/http-client';
import { type Fault, FaultError, fault } from '../../core/errors.ts';

/** The largest package is 114 MB; anything past this is not one of ours. */
const MAX_BYTES = 512 * 1024 ** 2;
const MAX_REDIRECTS = 5;

/** All in milliseconds. */
export interface Patience {
  /** Without a byte for so long, a server counts as gone. */
  readonly idle: number;
  /** Before the second try, the third, … */
  readonly pauses: readonly number[];
}

export interface Request {
  readonly url: URL;
  /** Authorization header. Goes to this host only, never along a redirect to another one. */
  readonly authorization: string | undefined;
  readonly patience: Patience;
  /** Default 512 MiB. */
  readonly maxBytes?: number;
  /** Called when the body starts, with its size where the server tells. */
  readonly started: (bytes: number | null) => void;
}

/** A response that is no file; `again` when another try may help. */
type Refusal = Pick<Fault, 'message' | 'fix'> & { readonly again: boolean };

/**
 * Writes the body to `file` and returns its SHA-512 in base64.
 * Proxies: HTTP_PROXY, HTTPS_PROXY and NO_PROXY of the process.
 * Throws `runtime-unavailable` when the server does not give the file, and Node's own error for the disk.
 */
export async function fetchFile(request: Request, file: string): Promise<string> {
  for (const pause of [...request.patience.pauses, null]) {
    const result = await attempt(request, file);
    if (typeof result === 'string') return result;
    if (pause === null || !result.again) {
      const { message, fix } = result;
      throw fault('runtime-unavailable', message, fix === undefined ? {} : { fix });
    }
    await wait(pause);
  }
  throw new Error('unreachable');
}

async function attempt(request: Request, file: string): Promise<string | Refusal> {
  const client = new HttpClient('onnx-gate', [], {
    allowRedirects: false,
    socketTimeout: request.patience.idle,
  });
  try {
    const response = await follow(client, request);
    return 'message' in response ? response : await save(response.body, request, file);
  } catch (error) {
    if (error instanceof FaultError) throw error;
    const { code, message, syscall } = error as NodeJS.ErrnoException;
    if (code && DISK.has(code) && syscall !== 'connect') throw error;
    return unreachable(request.url, code ?? message);
  } finally {
    client.dispose();
  }
}

/** Follows redirects by hand: the client's own compares host names but not ports, and needs absolute addresses. */
async function follow(client: HttpClient, request: Request): Promise<{ body: IncomingMessage } | Refusal> {
  let url = request.url;
  for (let hop = 0; hop <= MAX_REDIRECTS; hop++) {
    const ours = url.origin === request.url.origin;
    const headers = ours && request.authorization ? { authorization: request.authorization } : {};
    const { message: body } = await client.get(url.href, headers);
    const status = body.statusCode ?? 0;
    if (status === 200) return { body };
    body.destroy();
    const { location } = body.headers;
    if (status < 300 || status > 399 || !location) return refusal(url, status, 'authorization' in headers);
    const next = URL.canParse(location, url.href) ? new URL(location, url) : null;
    if (!next || !(next.protocol === 'https:' || next.protocol === url.protocol)) {
      return {
        again: false,
        message: `${url.host} redirects ${url.pathname} to an address that is not https`,
      };
    }
    url = next;
  }
  return { again: false, message: `${request.url.host} redirects more than ${MAX_REDIRECTS} times` };
}

async function save(body: IncomingMessage, request: Request, file: string): Promise<string> {
  const { url, patience, maxBytes = MAX_BYTES } = request;
  const length = Number(body.headers['content-length'] ?? Number.NaN);
  const tooLarge = fault(
    'runtime-unavailable',
    `${url.host} sends more than ${maxBytes} bytes for ${url.pathname}, so this is not the package`,
  );
  if (length > maxBytes) {
    body.destroy();
    throw tooLarge;
  }
  request.started(Number.isNaN(length) ? null : length);
  body.setTimeout(patience.idle, () => body.destroy(new Error(`no data for ${patience.idle / 1000} s`)));
  const hash = createHash('sha512');
  let bytes = 0;
  await pipeline(
    body,
    async function* (chunks: AsyncIterable<Buffer>) {
      for await (const chunk of chunks) {
        bytes += chunk.length;
        if (bytes > maxBytes) throw tooLarge;
        hash.update(chunk);
        yield chunk;
      }
    },
    createWriteStream(file),
  );
  return hash.digest('base64');
}

const DISK: ReadonlySet<string> = new Set([
  'ENOSPC',
  'EDQUOT',
  'EROFS',
  'EACCES',
  'EPERM',
  'EFBIG',
  'ENOENT',
]);

const TOKEN_FIX =
  "Put a token for that host into the user's .npmrc (`//HOST/:_authToken=…`; actions/setup-node does it with registry-url), or set runtime-url or runtime-path.";

/** What a status means for a package, by number; `sent` when we sent credentials. */
const STATUSES: ReadonlyMap<number, (sent: boolean) => Pick<Fault, 'message' | 'fix'>> = new Map([
  [
    401,
    (sent: boolean) => ({
      message: sent ? 'refused our credentials (401)' : 'asks for credentials, and none are configured (401)',
      fix: TOKEN_FIX,
    }),
  ],
  [
    403,
    (sent: boolean) => ({
      message: `forbids it (403)${sent ? ', although credentials were sent' : '; no credentials were sent'}`,
      fix: 'Ask whoever runs that registry to allow the package (a firewall or a policy may block it), or use a token that may read it.',
    }),
  ],
  [
    404,
    () => ({
      message: 'does not have it (404)',
      fix: 'Ask whoever runs that registry to add the package, or point NPM_CONFIG_REGISTRY or runtime-url at one that has it; some registries also say 404 for want of a token.',
    }),
  ],
  [
    407,
    () => ({
      message: 'is behind a proxy that asks for credentials (407)',
      fix: 'Set HTTPS_PROXY to http://USER:PASSWORD@HOST:PORT.',
    }),
  ],
]);

function refusal(url: URL, status: number, sent: boolean): Refusal {
  const { message, fix } = STATUSES.get(status)?.(sent) ?? { message: `answered ${status}` };
  const again = status >= 500 || status === 429 || status === 408;
  return {
    again,
    message: `${url.host} ${message} for ${url.pathname}`,
    ...(fix === undefined ? {} : { fix: fix.replace('HOST/', `${url.host}/`) }),
  };
}

function unreachable(url: URL, reason: string): Refusal {
  const certificate = /CERT|SELF_SIGNED|UNABLE_TO/.test(reason);
  return {
    again: !certificate,
    message: `${url.host} could not be reached for ${url.pathname} (${reason})`,
    ...(certificate ? { fix: "Set NODE_EXTRA_CA_CERTS to the file with your company's certificates." } : {}),
  };
}
