/** Servers in processes of their own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const ROOT = resolve(import.meta.dirname, '../..');
const LOOK = 5;

export interface Running {
  readonly address: string;
  /** Seconds from the start of its process to its first ready answer. */
  readonly readySeconds: number;
  /** MiB that it holds now. */
  memory(): number;
  stop(): Promise<void>;
}

export const startServer = (models: string, ...flags: string[]) =>
  start(
    [join(ROOT, 'dist/cli.js'), 'serve', models, '--quiet', '--drain', '0', ...flags],
    '/v2/health/ready',
  );
/** fastify with nothing on its routes. */
export const startEmpty = () => start([join(import.meta.dirname, 'empty.ts')], '/');

async function start(args: readonly string[], ready: string): Promise<Running> {
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const began = performance.now();
  const child = spawn(process.execPath, [...args, '--host', '127.0.0.1', '--port', String(port)], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  while (!(await answers(`${address}${ready}`))) {
    if (child.exitCode !== null) throw new Error(`${args.join(' ')} ended with ${child.exitCode}.`);
    await sleep(LOOK);
  }
  return {
    address,
    readySeconds: (performance.now() - began) / 1000,
    memory: () => residentOf(child),
    async stop() {
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}

const answers = (url: string) =>
  fetch(url).then(
    ({ status }) => status === 200,
    () => false,
  );

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}

function residentOf({ pid }: ChildProcess): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)![1]) / 1024;
}
