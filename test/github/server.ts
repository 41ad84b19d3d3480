/**
 * GitHub as far as onnx-gate uses it: state behind real HTTP, with faults on demand. Not a mock of a client: whatever
 * sends the right bytes gets the right answer. `contract` sees every exchange and may fill answers up.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Answer, ROUTES } from './routes.ts';
import { createState, type State } from './state.ts';

export interface Request {
  readonly method: string;
  /** Path with its query, below the API's base. */
  readonly path: string;
  readonly body: unknown;
  readonly authorization: string;
}

/** What to do instead of answering, for the next `times` requests that match. */
export interface Trouble {
  readonly on: RegExp;
  times: number;
  /** The status and body to answer with. */
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly message?: string;
  /** Do what was asked all the same: the answer is what gets lost. */
  readonly applied?: boolean;
  /** Break the connection: at once, or after half of the answer. */
  readonly breaks?: 'at-once' | 'half-way';
  /** Milliseconds to wait before a proper answer. */
  readonly delay?: number;
}

export interface Contract {
  /** Throws when the request is not one that GitHub describes. */
  checkRequest(request: Request, template: string): void;
  /** The answer with all fields that GitHub promises. Throws when it is not one that GitHub describes. */
  complete(request: Request, template: string, answer: Answer): Answer;
}

export async function openGithub(options: { readonly contract?: Contract; readonly base?: string } = {}) {
  const state = createState();
  const requests: Request[] = [];
  const troubles: Trouble[] = [];
  /** Broken promises of the contract; tests expect none. */
  const violations: string[] = [];
  const base = options.base ?? '';
  const server = createServer((incoming, response) => {
    handle(incoming, response).catch((error: unknown) => {
      violations.push(String(error));
      response.writeHead(500).end(JSON.stringify({ message: String(error) }));
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const stop = () =>
    new Promise<void>((done) => {
      server.close(() => done());
      server.closeAllConnections();
    });

  async function handle(incoming: IncomingMessage, response: ServerResponse) {
    const text = await bodyOf(incoming);
    // Enterprise Server has GraphQL beside the REST base, not below it.
    const path = incoming.url!.replace(/^\/api\/graphql$/, `${base}/graphql`).slice(base.length);
    const request: Request = {
      method: incoming.method!,
      path,
      body: text === '' ? null : JSON.parse(text),
      authorization: incoming.headers.authorization ?? '',
    };
    if (incoming.url!.startsWith('/blobs/')) return void response.end(state.blobs.get(incoming.url!));
    requests.push(request);
    const line = `${request.method} ${path}`;
    const trouble = troubles.find((one) => one.times > 0 && one.on.test(line));
    if (trouble) trouble.times--;
    if (trouble?.breaks === 'at-once' && !trouble.applied) return void incoming.socket.destroy();
    if (trouble?.status !== undefined && !trouble.applied) return refuse(response, trouble);
    if (trouble?.delay) await new Promise((done) => setTimeout(done, trouble.delay));
    const { pathname, searchParams } = new URL(path, origin);
    for (const [method, template, answer] of ROUTES) {
      const params = method === request.method ? matched(template, pathname) : null;
      if (!params) continue;
      options.contract?.checkRequest(request, template);
      const given = answer({
        params,
        query: searchParams,
        body: request.body as never,
        state,
        origin: origin + base,
        path: pathname,
      });
      const full = options.contract ? options.contract.complete(request, template, given) : given;
      if (trouble?.breaks === 'at-once') return void incoming.socket.destroy();
      if (trouble?.status !== undefined) return refuse(response, trouble);
      return send(response, full, trouble?.breaks === 'half-way');
    }
    violations.push(`no such route: ${line}`);
    response.writeHead(404).end(JSON.stringify({ message: 'Not Found' }));
  }

  return {
    state,
    requests,
    troubles,
    violations,
    origin: origin + base,
    stop,
    /** `POST /repos/o/r/issues/7/comments`, without the bodies. */
    lines: () => requests.map(({ method, path }) => `${method} ${path}`),
  };
}
export type FakeGithub = Awaited<ReturnType<typeof openGithub>>;
export type { State };

function matched(template: string, pathname: string): Record<string, string> | null {
  const names: string[] = [];
  const pattern = template.replace(/\{(\w+)\}/g, (_, name: string) => {
    names.push(name);
    return '([^/]+)';
  });
  const found = new RegExp(`^${pattern}$`).exec(pathname);
  return (
    found && Object.fromEntries(names.map((name, index) => [name, decodeURIComponent(found[index + 1]!)]))
  );
}

function refuse(
  response: ServerResponse,
  { status = 500, headers = {}, message = 'Server Error' }: Trouble,
): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
  response.end(JSON.stringify({ message, documentation_url: 'https://docs.github.com/rest' }));
}

function send(response: ServerResponse, { status, body, headers = {} }: Answer, half: boolean): void {
  const text = body === undefined ? '' : JSON.stringify(body);
  response.writeHead(status, {
    ...(body !== undefined && { 'content-type': 'application/json; charset=utf-8' }),
    ...(body !== undefined && { 'content-length': String(Buffer.byteLength(text)) }),
    ...headers,
  });
  if (!half) return void response.end(text);
  response.write(text.slice(0, text.length / 2), () => response.destroy());
}

async function bodyOf(incoming: IncomingMessage): Promise<string> {
  incoming.setEncoding('utf8');
  let text = '';
  for await (const chunk of incoming) text += chunk;
  return text;
}
