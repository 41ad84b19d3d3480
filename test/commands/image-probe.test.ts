/** The probe against servers that do wrong: each must show in the document. */
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openRequests } from '../../src/adapters/containers/requests.ts';
import { pace } from '../../src/adapters/pace.ts';
import { runHostile } from '../../src/commands/image/probe/hostile.ts';
import { runStopUnderLoad } from '../../src/commands/image/probe/stop.ts';
import type { Container } from '../../src/ports.ts';

async function serving(
  listener: RequestListener,
  terminate: (server: ReturnType<typeof createServer>) => void,
) {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await new Promise((done) => server.once('listening', done));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const container: Container = {
    address,
    exited: Promise.resolve(0),
    terminate: async () => terminate(server),
    peakMemory: async () => null,
    writes: async () => [],
    connections: async () => [],
    stderr: () => [],
    [Symbol.asyncDispose]: async () => {},
  };
  const requests = openRequests(5000);
  onTestFinished(() => requests[Symbol.asyncDispose]());
  return { address, container, requests };
}

const stop = ({ address, container, requests }: Awaited<ReturnType<typeof serving>>) =>
  runStopUnderLoad(
    container,
    { ready: `${address}/v2/health/ready`, infer: `${address}/infer` },
    '{}',
    () => container.exited,
    { requests, pace },
  );

describe('SIGTERM under load', () => {
  it('is passed by a server that is unready first and answers all', async () => {
    let draining = false;
    const server = await serving(
      ({ url }, response) => {
        response.statusCode = url === '/v2/health/ready' && draining ? 503 : 200;
        response.end();
      },
      () => {
        draining = true;
      },
    );
    const found = await stop(server);
    expect(found).toMatchObject({ failed: 0, exitCode: 0 });
    expect(found.requests).toBeGreaterThanOrEqual(50);
  });

  it('shows the requests that a server loses which closes at once', async () => {
    const held: (() => void)[] = [];
    let count = 0;
    const server = await serving(
      ({ url }, response) => {
        // Those after the first sixty are never answered before it goes.
        if (url === '/infer' && ++count > 60) held.push(() => response.destroy());
        else response.end();
      },
      (listening) => {
        const close = setInterval(() => {
          if (held.length === 0) return;
          clearInterval(close);
          listening.close();
          listening.closeAllConnections();
        }, 1);
      },
    );
    expect((await stop(server)).failed).toBeGreaterThan(0);
  });
});

describe('hostile requests', () => {
  const good = [{ name: 'x', datatype: 'FP32', shape: [1, 2], data: [0, 0] }];

  it('are named with the status that each got', async () => {
    const server = await serving(
      (request, response) => {
        request.resume();
        const bad = request.headers['inference-header-content-length'] === '-1';
        response.statusCode = request.url === '/v2/health/ready' ? 200 : bad ? 500 : 400;
        response.end('{"error":"no"}');
      },
      () => {},
    );
    const found = await runHostile(server.container, `${server.address}/v2/models/m`, good, server.requests);
    expect(found.length).toBeGreaterThan(15);
    expect(found.filter(({ status }) => status !== 400)).toEqual([
      { request: 'a negative header', status: 500, ready: true },
    ]);
  });

  it('show a server that falls', async () => {
    let up = true;
    const server = await serving(
      (request, response) => {
        request.resume();
        if (request.headers['inference-header-content-length'] === '1000000') up = false;
        response.statusCode = request.url === '/v2/health/ready' && up ? 200 : 400;
        if (up) response.end();
        else response.destroy();
      },
      () => {},
    );
    const found = await runHostile(server.container, `${server.address}/v2/models/m`, good, server.requests);
    const fell = found.findIndex(({ ready }) => !ready);
    expect(found[fell]).toEqual({ request: 'a header longer than the body', status: null, ready: false });
  });
});
