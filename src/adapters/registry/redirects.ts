import type { IncomingMessage } from 'node:http';
import type { HttpClient } from '@actions/http-client';

const MOST_HOPS = 5;

/**
 * The answer at the end of all redirects, of which each may name a path alone; after too many the last one.
 * `own` headers stay with the origin of `first`: the client's own way shows them to other ports of the host.
 */
export async function follow(
  client: HttpClient,
  method: string,
  first: URL,
  headers: Readonly<Record<string, string>>,
  own: Readonly<Record<string, string>>,
): Promise<IncomingMessage> {
  let url = first;
  for (let hop = 0; ; hop++) {
    const sent = { ...headers, ...(url.origin === first.origin && own) };
    const answer = await client.request(method, url.href, null, sent);
    const { message } = answer;
    const next = hop < MOST_HOPS ? nextOf(message, url) : null;
    if (!next) return message;
    if (url.protocol === 'https:' && next.protocol !== 'https:') {
      message.destroy();
      throw new Error(`it redirects ${url.pathname} to an address that is not https`);
    }
    // Its connection serves the next request.
    await answer.readBody();
    url = next;
  }
}

function nextOf({ statusCode = 0, headers: { location } }: IncomingMessage, url: URL): URL | null {
  if (statusCode < 300 || statusCode > 399 || location === undefined) return null;
  return URL.canParse(location, url.href) ? new URL(location, url) : null;
}
