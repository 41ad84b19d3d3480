import { stat } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { fault } from '../../core/errors.ts';
import type { Blobs, Downloads, FileRequest, HttpFailure, HttpRequest } from '../../ports.ts';
import { Arrived } from './arrived.ts';
import { flat, lost, send } from './client.ts';
import { received } from './received.ts';

/** All in milliseconds. */
export interface Patience {
  /** Without a byte for so long, a server counts as gone. */
  readonly idle: number;
  /** Before the second try, the third, … A try that brought bytes starts them anew. */
  readonly pauses: readonly number[];
  /** The longest that `Retry-After` is waited for. */
  readonly longestPause: number;
  /** For one file, all tries together. */
  readonly total: number;
}

const USUAL: Patience = {
  idle: 30_000,
  pauses: [1_000, 4_000, 16_000],
  longestPause: 60_000,
  total: 2 * 60 * 60 * 1000,
};
/** An answer of an API; the longest lists that are asked for here are under 1 MB. */
const MOST_TEXT = 16 * 1024 ** 2;
/** Ten times the largest models in public collections of ONNX files. */
const MOST_BYTES = 64 * 1024 ** 3;

interface Ports {
  readonly blobs: Blobs;
  readonly report: (message: string) => void;
}

export function createDownloads({ blobs, report }: Ports, patience: Patience = USUAL): Downloads {
  return {
    ask: (request) => retried(patience, () => askOnce(request, patience)),

    async fetch(request) {
      const { name, sha256, maxBytes = MOST_BYTES } = request;
      const kept = sha256 === undefined ? null : await blobs.find(`sha256:${sha256}`, name);
      if (kept !== null)
        return { ok: true, path: kept, digest: `sha256:${sha256}`, headers: await storedHeaders(kept) };
      await using arrived = await Arrived.open(await blobs.stage(), maxBytes, request.md5 !== undefined);
      const { host } = new URL(request.url);
      const started = (bytes: number | null) =>
        report(`Fetching ${name}${bytes === null ? '' : ` (${(bytes / 1e6).toFixed(1)} MB)`} from ${host}.`);
      const result = await retried(patience, () => fetchOnce(request, arrived, patience, started));
      if (!result.ok) return result;
      const digests = await arrived.finish();
      check(request, digests);
      const modified = new Date(result.headers['last-modified'] ?? 0);
      const path = await blobs.keep(
        arrived.path,
        `sha256:${digests.sha256}`,
        name,
        Number.isNaN(modified.getTime()) ? undefined : modified,
      );
      return { ok: true, path, digest: `sha256:${digests.sha256}`, headers: result.headers };
    },
  };
}

type Headers = HttpFailure['headers'];
type Answer<T> = ({ readonly ok: true } & T) | HttpFailure;
/** `progress` of a failure: whether it brought us further. */
type Try<T> = ({ readonly ok: true } & T) | (HttpFailure & { readonly progress?: boolean });

/** When the server last changed it, which the file in the cache still says. */
async function storedHeaders(path: string): Promise<Headers> {
  const { mtimeMs } = await stat(path);
  return mtimeMs > 0 ? { 'last-modified': new Date(mtimeMs).toUTCString() } : {};
}

async function retried<T>(
  { pauses, longestPause, total }: Patience,
  attempt: () => Promise<Try<T>>,
): Promise<Answer<T>> {
  const end = Date.now() + total;
  for (let tries = 0; ; tries++) {
    const result = await attempt();
    if (result.ok || !result.again) return result;
    if (result.progress) tries = 0;
    const pause = pauses[tries];
    if (pause === undefined) return { ...result, reason: `${result.reason}, ${pauses.length + 1} times` };
    const asked = Math.min(retryAfter(result.headers['retry-after']), longestPause);
    // Scattered, so that jobs that failed together do not come back together.
    const due = Math.max(asked, pause * (0.5 + Math.random() / 2));
    if (Date.now() + due > end)
      return { ...result, reason: `${result.reason}; ${total / 60_000} minutes were not enough` };
    await wait(due);
  }
}

/** Seconds or a date (RFC 9110, section 10.2.3), in milliseconds from now. */
function retryAfter(text: string | undefined): number {
  if (text === undefined) return 0;
  const value = /^\d+$/.test(text.trim()) ? Number(text) * 1000 : Date.parse(text) - Date.now();
  return Number.isNaN(value) ? 0 : Math.max(0, value);
}

async function askOnce(
  request: HttpRequest,
  { idle }: Patience,
): Promise<Answer<{ readonly text: string; readonly headers: Headers }>> {
  const response = await send(request, {}, idle);
  if (!response.ok) return response;
  const url = new URL(request.url);
  const { body } = response;
  body.setTimeout(idle, () => body.destroy(new Error(`no data for ${idle / 1000} s`)));
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of body as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (bytes > MOST_TEXT) {
        body.destroy();
        return { ...lost(url, new Error(`more than ${MOST_TEXT} bytes`)), again: false };
      }
      chunks.push(chunk);
    }
  } catch (error) {
    return lost(url, error);
  }
  return { ok: true, text: Buffer.concat(chunks).toString('utf8'), headers: flat(body) };
}

async function fetchOnce(
  request: FileRequest,
  arrived: Arrived,
  { idle }: Patience,
  started: (bytes: number | null) => void,
): Promise<Try<{ readonly headers: Headers }>> {
  const url = new URL(request.url);
  const from = arrived.bytes;
  // Identity: a range of a compressed answer would be a range of other bytes.
  const response = await send(request, { 'accept-encoding': 'identity', ...arrived.rangeHeaders() }, idle);
  if (!response.ok) {
    // The file there has become shorter than what we have: from the start, then.
    if (response.status === 416 && from > 0) {
      await arrived.restart();
      return { ...response, again: true };
    }
    return response;
  }
  const { body, status } = response;
  const chunks = received(body);
  try {
    const expected = await arrived.begin(status, flat(body));
    if (arrived.bytes === 0) started(expected);
    body.setTimeout(idle, () => body.destroy(new Error(`no data for ${idle / 1000} s`)));
    for await (const chunk of chunks) await arrived.add(chunk);
    if (expected !== null && arrived.bytes !== expected)
      throw new Error(`${arrived.bytes} of ${expected} bytes came`);
    return { ok: true, headers: flat(body) };
  } catch (error) {
    body.destroy();
    if (arrived.tooMany)
      return {
        ...lost(url, new Error(`it sends more than ${request.maxBytes ?? MOST_BYTES} bytes`)),
        again: false,
      };
    if (isDisk(error))
      throw fault(
        'file-unwritable',
        `${request.name} cannot be written to the cache (${(error as NodeJS.ErrnoException).code}).`,
        { fix: 'Free some space there, or set ONNX_GATE_CACHE to a folder that can be written.' },
      );
    return { ...lost(url, error), progress: arrived.bytes > from };
  }
}

const DISK: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT', 'EROFS', 'EACCES', 'EFBIG', 'EIO']);
const isDisk = (error: unknown) => DISK.has((error as NodeJS.ErrnoException).code ?? '');

function check(
  { url, sha256, md5 }: FileRequest,
  found: { readonly sha256: string; readonly md5: string | null },
): void {
  const [kind, expected, actual] =
    sha256 !== undefined ? ['SHA-256', sha256, found.sha256] : ['MD5', md5 ?? null, found.md5];
  if (expected === actual) return;
  const { host, pathname } = new URL(url);
  throw fault(
    'digest-mismatch',
    `${host}${pathname} is not the file that was asked for: its ${kind} is ${actual}, and it should be ${expected}.`,
    { fix: 'It was not used. Find out who changed it; write the new digest only when the change was meant.' },
  );
}
