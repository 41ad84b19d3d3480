import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import querystring from 'node:querystring';
import { text } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';

/** A request as it arrived. */
export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** Null: 404. */
export type Answer = (asked: Asked, response: ServerResponse, server: TestServer) => unknown;

export interface TestServer {
  readonly url: string;
  readonly host: string;
  readonly asked: Asked[];
}

/** A web server on this machine that is gone after the test. `answer` writes the response, or returns text, bytes or JSON for it. */
export async function serve(answer: Answer): Promise<TestServer> {
  const asked: Asked[] = [];
  const server = createServer(async (request, response) => {
    const url = new URL(request.url!, 'http://server');
    const one = {
      method: request.method!,
      path: querystring.unescape(url.pathname),
      query: url.searchParams,
      headers: request.headers,
      body: await text(request),
    };
    asked.push(one);
    const value = await answer(one, response, served);
    if (response.headersSent || response.writableEnded || response.destroyed) return;
    if (value === undefined || value === null) response.writeHead(404).end();
    else if (typeof value === 'string' || Buffer.isBuffer(value)) response.end(value);
    else response.setHeader('content-type', 'application/json').end(JSON.stringify(value));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const served: TestServer = { url: `http://${host}`, host, asked };
  return served;
}
