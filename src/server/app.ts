import fastify, { type FastifyError, type FastifyInstance, LogController } from 'fastify';
import { Refusal } from './protocol/refusal.ts';
import type { RequestLimits } from './protocol/request.ts';
import { inferRoutes } from './routes/infer.ts';
import { protocolRoutes } from './routes/protocol.ts';
import { repositoryRoutes } from './routes/repository.ts';
import type { Serving } from './serving.ts';

export interface AppOptions extends RequestLimits {
  /** Of a request's body. */
  readonly bodyBytes: number;
  /** Seconds in which a request must have arrived. */
  readonly timeout: number;
  readonly version: string;
  readonly log: boolean;
  /** Whether clients may load and unload models. */
  readonly loading: boolean;
}

/** Largest head of a request, and how long a connection may stay without one. */
const HEAD_SECONDS = 10;
const KEEP_ALIVE_SECONDS = 75;

const noSchema = () => () => {
  throw new Error('No route has a schema.');
};

export function createApp(serving: Serving, options: AppOptions): FastifyInstance {
  const app = fastify({
    bodyLimit: options.bodyBytes,
    requestTimeout: options.timeout * 1000,
    keepAliveTimeout: KEEP_ALIVE_SECONDS * 1000,
    http: { headersTimeout: HEAD_SECONDS * 1000 },
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    logController: new LogController({ disableRequestLogging: true }),
    logger: options.log ? { level: 'info' } : false,
    // No route has a schema; without this the compilers of schemas are loaded all the same.
    schemaController: { compilersFactory: { buildValidator: noSchema, buildSerializer: noSchema } },
  });
  // Bodies are parsed by the protocol, whatever they say that they are: with binary tensors they are both.
  app.removeAllContentTypeParsers();
  // The first two are found without parsing the header.
  for (const type of ['application/json', 'application/octet-stream', '*'])
    app.addContentTypeParser(type, { parseAs: 'buffer' }, (_, body, done) => done(null, body));
  app.setNotFoundHandler((request, reply) =>
    reply.code(404).send({ error: `There is no ${request.method} ${request.url.slice(0, 200)} here.` }),
  );
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    if (error instanceof Refusal && error.retryAfter !== null) reply.header('Retry-After', error.retryAfter);
    const status = error instanceof Refusal ? error.status : (error.statusCode ?? 500);
    if (status === 500) request.log.error(error);
    return reply.code(status).send({ error: status === 500 ? 'The server failed.' : error.message });
  });
  app.get('/metrics', async (_, reply) =>
    reply.type(serving.metrics.contentType).send(await serving.metrics.render()),
  );
  protocolRoutes(app, serving, options);
  repositoryRoutes(app, serving, options.loading);
  inferRoutes(app, serving, options);
  return app;
}
