import { Agent, request } from 'node:http';
import type { Answer, Requests } from '../../ports.ts';

const CONNECTIONS = 64;
const MOST_BYTES = 16 * 2 ** 20;

/** `milliseconds`: until the answer is there. */
export function openRequests(milliseconds: number): Requests {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  return {
    send: (url, body) =>
      new Promise<Answer | null>((resolve) => {
        const options = {
          agent,
          method: body ? 'POST' : 'GET',
          headers: { ...body?.headers, ...(body && { 'content-length': Buffer.byteLength(body.text) }) },
        };
        const sent = request(url, options, (response) => {
          let text = '';
          response.setEncoding('utf8').on('data', (part: string) => {
            text += part;
            if (text.length > MOST_BYTES) response.destroy();
          });
          response.on('end', () => resolve({ status: response.statusCode!, body: text }));
          response.on('close', () => resolve(null));
        });
        sent.on('error', () => resolve(null));
        sent.setTimeout(milliseconds, () => sent.destroy());
        sent.end(body?.text);
      }),
    async [Symbol.asyncDispose]() {
      agent.destroy();
    },
  };
}
