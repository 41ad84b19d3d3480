/** Requests to a registry: authorization when it asks for it, patience when it is busy. */
import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { HttpClient } from '@actions/http-client';
import { fault } from '../../core/errors.ts';
import type { RegistryAuthorization } from '../../ports.ts';
import { isThisMachine } from '../this-machine.ts';
import { follow } from './redirects.ts';

export interface Request {
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PATCH' | 'PUT';
  /** Below the registry's root, or a whole address that it gave. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Made anew for each try. */
  readonly body?: () => Readable | Buffer;
  /** Statuses that are an answer; any other is refused. */
  readonly expect: readonly number[];
  /** Try again by itself when the connection is lost or the server is busy. False for parts of an upload. */
  readonly again?: boolean;
  /** The body of the answer is given as it comes, and is of any size. */
  readonly streamed?: boolean;
}

export interface Response {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Buffer;
  /** Only where it was asked for. */
  readonly stream: IncomingMessage;
}

/** Milliseconds. */
export interface Patience {
  readonly idle: number;
  readonly pauses: readonly number[];
  wait(milliseconds: number): Promise<unknown>;
}
export const USUAL: Patience = { idle: 120_000, pauses: [500, 2000, 8000, 20_000], wait };

const AWAY = 'Look whether the registry is up and reachable from here, and try again.';
const BUSY = 'The registry asks for fewer requests: try again later.';
/** Docker's registry says no more than `unknown error` when its disk is full. */
const FAILING = 'The registry is there, but fails: look into its log, and whether its disk is full.';

/** The connection was lost, or the server is busy. */
export class Lost extends Error {
  readonly retryAfter: number;
  /** What to do when it does not pass. */
  readonly fix: string;
  constructor(message: string, retryAfter = 0, fix = AWAY) {
    super(message);
    this.retryAfter = retryAfter;
    this.fix = fix;
  }
}

/** Insufficient Storage: it does not pass by itself. */
const FULL = 507;
/** Manifests and configurations are small; layers are never read. */
const MOST_BYTES = 16 * 2 ** 20;
const LONGEST_PAUSE = 60_000;

/** As long as we would, or as the registry asks. */
export const pauseAfter = ({ retryAfter }: Lost, pause: number) =>
  Math.min(Math.max(pause, retryAfter * 1000), LONGEST_PAUSE);

export type Send = (request: Request) => Promise<Response>;

/** Throws `registry-failed` for what is not expected, and Lost for a connection lost where `again` is false. */
export function createSend(
  registry: string,
  repository: string,
  authorization: RegistryAuthorization,
  patience: Patience,
): Send {
  const host = registry === 'docker.io' ? 'registry-1.docker.io' : registry;
  const root = new URL(`${isThisMachine(host) ? 'http' : 'https'}://${host}`);
  const client = new HttpClient('onnx-gate', [], {
    keepAlive: true,
    allowRedirects: false,
    socketTimeout: patience.idle,
  });

  const once = async (request: Request): Promise<Response> => {
    const url = new URL(request.path, root);
    const own = url.origin === root.origin ? await authorization.headers() : {};
    const given = request.body?.() ?? null;
    const sized = Buffer.isBuffer(given) ? { 'content-length': String(given.length) } : {};
    const data = Buffer.isBuffer(given) ? Readable.from([given]) : given;
    const empty = data === null && request.method === 'POST' ? { 'content-length': '0' } : {};
    const headers = { ...empty, ...sized, ...request.headers };
    // What cannot be read is no fault of the connection.
    let unreadable: Error | null = null;
    const broken = new Promise<never>((_, fail) => {
      data?.once('error', (error) => {
        unreadable = error;
        fail(error);
      });
    });
    broken.catch(() => {});
    try {
      // A body that was sent once cannot be sent to another place.
      const answered = data
        ? client
            .request(request.method, url.href, data, { ...headers, ...own })
            .then(({ message }) => message)
        : follow(client, request.method, url, headers, own);
      const message = await Promise.race([answered, broken]);
      const status = message.statusCode ?? 0;
      const whole = request.streamed && request.expect.includes(status);
      return {
        status,
        headers: message.headers as Response['headers'],
        body: whole ? Buffer.alloc(0) : await read(message),
        stream: message,
      };
    } catch (error) {
      if (unreadable) throw unreadable;
      throw new Lost(
        `${host} could not be reached (${(error as NodeJS.ErrnoException).code || (error as Error).message})`,
      );
    }
  };

  const answer = async (request: Request): Promise<Response> => {
    let response = await once(request);
    if (response.status === 401 && (await authorization.challenged(response))) response = await once(request);
    if (response.status === 429 || (response.status >= 500 && response.status !== FULL)) {
      const said = messageIn(response.body);
      throw new Lost(
        `${host} answered ${response.status}${said && `: ${said}`}`,
        secondsOf(response.headers['retry-after']),
        response.status === 429 ? BUSY : FAILING,
      );
    }
    return response;
  };

  return async (request) => {
    for (let tries = 0; ; tries++) {
      try {
        const response = await answer(request);
        if (request.expect.includes(response.status)) return response;
        throw refused(host, repository, request, response);
      } catch (error) {
        if (!(error instanceof Lost) || request.again === false) throw error;
        const pause = patience.pauses[tries];
        if (pause === undefined)
          throw fault('registry-failed', `${error.message}, ${tries + 1} times.`, {
            fix: error.fix,
          });
        await patience.wait(pauseAfter(error, pause));
      }
    }
  };
}

async function read(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of message as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > MOST_BYTES) {
      message.destroy();
      throw new Error(`more than ${MOST_BYTES} bytes`);
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

const secondsOf = (text: string | undefined) => (text !== undefined && /^\d+$/.test(text) ? Number(text) : 0);

/** By status: what to do about it. */
const FIXES: Readonly<Record<number, (host: string) => string>> = {
  401: (host) =>
    `Log in with \`docker login ${host}\`${host === 'ghcr.io' ? ', or set GITHUB_TOKEN and give the job `permissions: { packages: write }`' : ''}.`,
  403: (host) =>
    `Give the account the right to write there${host === 'ghcr.io' ? ': the job needs `permissions: { packages: write }`' : ''}.`,
  404: () => 'Create the repository, or check its name.',
  405: () => 'The registry takes no uploads: it is read-only, or a mirror. Push to another.',
  413: () => 'The registry takes no blobs of this size; raise its limit, or push to another.',
  [FULL]: () => 'Make room there, or push to another registry.',
};

function refused(host: string, repository: string, { method, path }: Request, { status, body }: Response) {
  const what = method === 'GET' || method === 'HEAD' ? 'reading' : 'writing';
  const said = messageIn(body);
  return fault(
    'registry-failed',
    `${host} refused ${what} ${repository} with ${status}${said && `: ${said}`}.`,
    {
      ...(FIXES[status] && { fix: FIXES[status](host) }),
      details: `${method} ${path.split('?')[0]}`,
    },
  );
}

/** OCI Distribution Specification, "Error Codes". */
function messageIn(body: Buffer): string {
  try {
    const { errors } = JSON.parse(body.toString()) as { errors?: { code?: unknown; message?: unknown }[] };
    const [first] = errors ?? [];
    return [first?.code, first?.message]
      .filter((part) => typeof part === 'string')
      .join(', ')
      .slice(0, 300);
  } catch {
    return '';
  }
}
