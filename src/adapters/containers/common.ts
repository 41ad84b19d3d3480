/** What every engine does the same way. */
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { Readable } from 'node:stream';

/** Arguments of our server, behind those of the image's command. */
export const listenOn = (port: number) => ['--host', '127.0.0.1', '--port', String(port)];
export const addressOn = (port: number) => `http://127.0.0.1:${port}`;

/** A port that nobody listens on now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}

const LINES = 100;
const CHARACTERS = 4096;

/** The last lines of a stream, each bounded. */
export function lastLines(stream: Readable): () => readonly string[] {
  let lines: string[] = [''];
  stream.setEncoding('utf8').on('data', (text: string) => {
    const [first = '', ...more] = text.split('\n');
    lines = [...lines.slice(0, -1), `${lines.at(-1)}${first}`.slice(0, CHARACTERS), ...more].slice(
      -LINES - 1,
    );
  });
  return () => lines.filter((line) => line !== '').slice(-LINES);
}
