/** `node copy.ts FILE HOST`: what no push can do without. Hashes a file and sends it to a registry as one blob, by nothing but node:http. */
import { createHash } from 'node:crypto';
import { createReadStream, statSync } from 'node:fs';
import { type IncomingMessage, request } from 'node:http';
import { pipeline } from 'node:stream/promises';

const [file = '', host = ''] = process.argv.slice(2);
const CHUNK = { highWaterMark: 2 ** 20 };

const hash = createHash('sha256');
await pipeline(createReadStream(file, CHUNK), hash);
const digest = `sha256:${hash.digest('hex')}`;

const begun = await ask('POST', new URL(`http://${host}/v2/bench/copy/blobs/uploads/`), 0);
const place = new URL(begun.headers.location!, `http://${host}`);
place.searchParams.set('digest', digest);
const ended = await ask('PUT', place, statSync(file).size);
if (ended.statusCode !== 201) throw new Error(`the registry answered ${ended.statusCode}`);

function ask(method: string, url: URL, bytes: number): Promise<IncomingMessage> {
  return new Promise((done, fail) => {
    const headers = { 'content-length': bytes, 'content-type': 'application/octet-stream' };
    const asked = request(url, { method, headers }, (answer) => done(answer.resume()));
    asked.on('error', fail);
    if (bytes === 0) asked.end();
    else createReadStream(file, CHUNK).pipe(asked);
  });
}
