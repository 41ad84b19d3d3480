/** One request: redirects, proxies, and what went wrong in words. */
import type { IncomingMessage } from 'node:http';
import { HttpClient } from '@actions/http-client';
import type { HttpFailure, HttpRequest } from '../../ports.ts';

const MAX_REDIRECTS = 5;

export type Response = { readonly ok: true; readonly status: number; readonly body: IncomingMessage };
type Headers = Readonly<Record<string, string>>;

/**
 * Sends it once and follows redirects, to which `own` headers go only within one origin, `every` ones always.
 * Proxies: HTTP_PROXY, HTTPS_PROXY and NO_PROXY of the process. The caller drains or destroys the body.
 * @param idle Milliseconds without a byte after which a server counts as gone.
 */
export async function send(
  request: HttpRequest,
  every: Headers,
  idle: number,
): Promise<Response | HttpFailure> {
  const client = new HttpClient('onnx-gate', [], { allowRedirects: false, socketTimeout: idle });
  let result: Response | HttpFailure | undefined;
  try {
    result = await follow(client, request, every);
    return result;
  } finally {
    // What the client holds open serves the body that is returned.
    if (result?.ok) result.body.once('close', () => client.dispose());
    else client.dispose();
  }
}

async function follow(
  client: HttpClient,
  request: HttpRequest,
  every: Headers,
): Promise<Response | HttpFailure> {
  const first = new URL(request.url);
  let url = first;
  const own = (await request.headers?.()) ?? {};
  for (let hop = 0; hop <= MAX_REDIRECTS; hop++) {
    // A connection of its own each: one whose answer was not read to its end must not be used again.
    const headers = { connection: 'close', ...every, ...(url.origin === first.origin && own) };
    const answer = await ask(client, url, headers, hop === 0 ? request.body : undefined);
    if ('ok' in answer) return answer;
    const status = answer.statusCode ?? 0;
    if (status >= 200 && status < 300) return { ok: true, status, body: answer };
    const { location } = answer.headers;
    if (status < 300 || status > 399 || !location) return refused(url, status, answer);
    answer.destroy();
    const next = URL.canParse(location, url.href) ? new URL(location, url) : null;
    if (!next || !(next.protocol === 'https:' || (next.protocol === 'http:' && url.protocol === 'http:')))
      return silent(`${url.host} redirects ${url.pathname} to an address that is not https`);
    url = next;
  }
  return silent(`${first.host} redirects more than ${MAX_REDIRECTS} times`);
}

async function ask(client: HttpClient, url: URL, headers: Headers, body: string | undefined) {
  try {
    const { message } =
      body === undefined ? await client.get(url.href, headers) : await client.post(url.href, body, headers);
    return message;
  } catch (error) {
    return lost(url, error);
  }
}

export function lost(url: URL, error: unknown): HttpFailure {
  const { code, message } = error as NodeJS.ErrnoException;
  const why = code ?? message;
  const certificate = /CERT|SELF_SIGNED|UNABLE_TO/.test(why);
  const advice = certificate ? '; set NODE_EXTRA_CA_CERTS to the file with your certificates' : '';
  return silent(`${url.host} could not be reached for ${url.pathname} (${why}${advice})`, !certificate);
}

/** There was no answer that could be used. */
const silent = (reason: string, again = false): HttpFailure => ({
  ok: false,
  status: null,
  reason,
  again,
  headers: {},
});

const WORDS: Readonly<Record<number, string>> = {
  401: 'asks for other credentials than it got, or for some (401)',
  403: 'forbids it (403)',
  404: 'does not have it, or does not show it to us (404)',
  407: 'is behind a proxy that asks for credentials (407); set HTTPS_PROXY to http://USER:PASSWORD@HOST:PORT',
  429: 'has had too many requests (429)',
};

/** The first words of the answer, which say what is missing with many an API. */
const MOST_WORDS = 200;

async function refused(url: URL, status: number, body: IncomingMessage): Promise<HttpFailure> {
  const said = /json/.test(body.headers['content-type'] ?? '') ? messageIn(await head(body)) : '';
  body.destroy();
  const reason = `${url.host} ${WORDS[status] ?? `answered ${status}`} for ${url.pathname}${said && `: ${said}`}`;
  const again = status === 408 || status === 429 || status >= 500;
  return { ok: false, status, reason, again, headers: flat(body) };
}

function messageIn(text: string): string {
  const found = /"(?:message|error)"\s*:\s*"((?:[^"\\]|\\.)*)"/.exec(text)?.[1] ?? '';
  return found.slice(0, MOST_WORDS);
}

async function head(body: IncomingMessage): Promise<string> {
  let text = '';
  try {
    for await (const chunk of body) {
      text += chunk;
      if (text.length > 4096) break;
    }
  } catch {
    // What came before the loss will do.
  }
  return text;
}

export const flat = ({ headers }: IncomingMessage): HttpFailure['headers'] =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value]),
  );
