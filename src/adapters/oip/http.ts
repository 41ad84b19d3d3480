/** Requests over kept connections, with a time limit, a size cap, and retries of what may be asked twice. */
import { Agent, type IncomingMessage, request as plain } from 'node:http';
import { Agent as SecureAgent, request as secure } from 'node:https';
import { setTimeout as delay } from 'node:timers/promises';
import { fault } from '../../core/errors.ts';
import { clipText } from './text.ts';

export interface HttpOptions {
  /** For one attempt, from sending to the last byte. */
  readonly seconds: number;
  /** Requests at a time; more wait. */
  readonly concurrency: number;
  /** Of a response's body. */
  readonly mostBytes: number;
  /** After the first. */
  readonly retries: number;
}

export interface Reply {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

export interface Http extends Disposable {
  /** `url` without credentials is what sentences name. Throws `endpoint-failed`. */
  send(
    url: URL,
    body?: { readonly bytes: readonly Uint8Array[]; readonly headers: Record<string, string> },
  ): Promise<Reply>;
}

/** The server did not do it, or says to come again: inference has no effect, so that it may be asked again. */
const AGAIN = new Set([429, 502, 503, 504]);
const FIRST_DELAY = 100;

export function openHttp(options: HttpOptions): Http {
  const settings = { keepAlive: true, maxSockets: options.concurrency, noDelay: true };
  const agents = { 'http:': new Agent(settings), 'https:': new SecureAgent(settings) };
  return {
    async send(url, body) {
      for (let attempt = 0; ; attempt++) {
        const last = attempt >= options.retries;
        try {
          const reply = await once(url, body, agents, options);
          if (last || !AGAIN.has(reply.status)) return reply;
          await delay(waitOf(reply, attempt));
        } catch (error) {
          if (last || !isPassing(error)) throw explain(url, error, attempt + 1, options);
          await delay(FIRST_DELAY * 2 ** attempt);
        }
      }
    },
    [Symbol.dispose]() {
      agents['http:'].destroy();
      agents['https:'].destroy();
    },
  };
}

/** What `Retry-After` asks, ten seconds at most; else twice as long each time. */
function waitOf({ headers }: Reply, attempt: number): number {
  const asked = Number(headers['retry-after']);
  return asked > 0 ? Math.min(asked, 10) * 1000 : FIRST_DELAY * 2 ** attempt;
}

class TooSlow extends Error {}
class TooLarge extends Error {}

function once(
  url: URL,
  body: Parameters<Http['send']>[1],
  agents: { readonly 'http:': Agent; readonly 'https:': SecureAgent },
  { seconds, mostBytes }: HttpOptions,
): Promise<Reply> {
  const length = body?.bytes.reduce((sum, { byteLength }) => sum + byteLength, 0);
  return new Promise((resolve, reject) => {
    const options = {
      agent: agents[url.protocol as 'http:'],
      method: body ? 'POST' : 'GET',
      headers: { ...body?.headers, ...(length !== undefined && { 'Content-Length': length }) },
    };
    const sent = (url.protocol === 'https:' ? secure : plain)(url, options, (response) => {
      const chunks: Buffer[] = [];
      let bytes = 0;
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
        if (bytes > mostBytes) stop(new TooLarge());
        else chunks.push(chunk);
      });
      response.on('error', reject);
      response.on('end', () => {
        clearTimeout(timer);
        resolve({ status: response.statusCode!, headers: response.headers, body: Buffer.concat(chunks) });
      });
    });
    const stop = (why: Error) => {
      reject(why);
      sent.destroy();
    };
    const timer = setTimeout(() => stop(new TooSlow()), seconds * 1000);
    sent.on('error', reject);
    sent.on('close', () => clearTimeout(timer));
    // Header and tensors leave in one piece.
    sent.cork();
    for (const bytes of body?.bytes ?? []) sent.write(bytes);
    sent.end();
    sent.uncork();
  });
}

/** A slow answer is not asked for again: the server may still be at it. */
const isPassing = (error: unknown) =>
  ['ECONNRESET', 'ECONNREFUSED', 'EPIPE', 'ETIMEDOUT', 'EAI_AGAIN'].includes(
    (error as NodeJS.ErrnoException).code ?? '',
  );

function explain(url: URL, error: unknown, attempts: number, { seconds, mostBytes }: HttpOptions) {
  const where = shown(url);
  const times = attempts > 1 ? `, ${attempts} times` : '';
  if (error instanceof TooSlow)
    return fault('model-timeout', `${where} did not answer within ${seconds} s.`, {
      fix: 'Look at the load of the server, or raise `limits: { seconds: … }` in the policy.',
    });
  if (error instanceof TooLarge)
    return fault('model-run-rejected', `${where} sent more than ${mostBytes} bytes for one batch.`, {
      fix: 'Name the one output that is the score, with `output: { name: … }`.',
    });
  const { code, message } = error as NodeJS.ErrnoException;
  const why = code === 'ECONNREFUSED' ? 'nothing listens there' : clipText(message);
  return fault('runtime-unavailable', `${where} cannot be reached: ${why}${times}.`, {
    fix: 'Start the server, wait until it is ready, and check host and port.',
  });
}

/** Without user and password. */
export function shown(url: URL): string {
  return `${url.protocol}//${url.host}${url.pathname}`;
}
