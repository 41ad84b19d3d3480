/** An empty route, by GET and for a body that nobody reads more of than its bytes; and one that sends the body back. */
import { parseArgs } from 'node:util';
import fastify from 'fastify';

const { host, port } = parseArgs({ options: { host: { type: 'string' }, port: { type: 'string' } } }).values;
const app = fastify();
app.removeAllContentTypeParsers();
app.addContentTypeParser('*', { parseAs: 'buffer' }, (_, body, done) => done(null, body));
app.get('/', async () => ({}));
app.post('/', async () => ({}));
app.post('/back', async ({ body }, reply) => reply.type('application/octet-stream').send(body));
await app.listen({ host: host!, port: Number(port) });
