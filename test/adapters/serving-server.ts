/** A small server of TensorFlow Serving's REST interface; one model, y = x₀ + 2x₁. */
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

const tensor = (size: string) => ({
  dtype: 'DT_FLOAT',
  tensor_shape: {
    dim: [
      { size: '-1', name: '' },
      { size, name: '' },
    ],
    unknown_rank: false,
  },
  name: 'any:0',
});
const METADATA = {
  model_spec: { name: 'adder', signature_name: '', version: '3' },
  metadata: {
    signature_def: {
      signature_def: {
        serving_default: {
          inputs: { x: tensor('2') },
          outputs: { y: tensor('1') },
          method_name: 'tensorflow/serving/predict',
        },
      },
    },
  },
};

/** `instead` answers a request in the model's place when it returns true. */
export async function serveTensorFlow(instead?: (path: string, response: ServerResponse) => boolean) {
  const seen = { bodies: [] as unknown[], sockets: new Set<unknown>() };
  const server = createServer((request, response) => {
    seen.sockets.add(request.socket);
    const chunks: Buffer[] = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', () => {
      if (instead?.(request.url!, response)) return;
      if (request.url === '/v1/models/adder/metadata') return response.end(JSON.stringify(METADATA));
      if (request.url !== '/v1/models/adder:predict' || request.method !== 'POST') {
        response.statusCode = 404;
        return response.end('{"error":"Servable not found"}');
      }
      const body = JSON.parse(Buffer.concat(chunks).toString()) as { inputs: { x: [number, number][] } };
      seen.bodies.push(body);
      response.end(JSON.stringify({ outputs: body.inputs.x.map(([a, b]) => [a + 2 * b]) }));
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { seen, url: `http://127.0.0.1:${port}/v1/models/adder` };
}
