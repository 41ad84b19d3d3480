/** A small server of the Open Inference Protocol that holds requests to the protocol's description; one model, y = x₀ + 2x₁. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

export interface Sent {
  readonly inputs: {
    readonly name: string;
    readonly shape: number[];
    readonly datatype: string;
    readonly data: unknown;
  }[];
  readonly bytes: Buffer | null;
}

export interface Behaviour {
  readonly datatype?: string;
  readonly binary?: boolean;
  /** Answers instead of the model; return false to let it answer. */
  readonly instead?: (path: string, response: ServerResponse, count: number) => boolean;
  /** Changes what the model would answer. */
  readonly answer?: (
    outputs: { name: string; shape: number[]; datatype: string; data: number[] }[],
  ) => unknown;
  readonly metadata?: (usual: Record<string, unknown>) => unknown;
}

export async function serve(behaviour: Behaviour = {}) {
  const { datatype = 'FP32', binary = false } = behaviour;
  const seen: { paths: string[]; bodies: Sent[]; sockets: Set<unknown>; authorization: string[] } = {
    paths: [],
    bodies: [],
    sockets: new Set(),
    authorization: [],
  };
  const server = createServer(async (request, response) => {
    const path = request.url!;
    seen.paths.push(path);
    seen.sockets.add(request.socket);
    if (request.headers.authorization) seen.authorization.push(request.headers.authorization);
    const body = await bodyOf(request);
    const count = seen.paths.filter((each) => each === path).length;
    if (behaviour.instead?.(path, response, count)) return;
    const json = (value: unknown, status = 200) => {
      response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(value));
    };
    const usual = {
      name: 'adder',
      versions: ['3'],
      platform: 'onnx_onnxv1',
      inputs: [{ name: 'x', datatype, shape: [-1, 2] }],
      outputs: [{ name: 'y', datatype, shape: [-1, 1] }],
    };
    if (path === '/v2')
      return json({ name: 'test-server', version: '1.2', extensions: binary ? ['binary_tensor_data'] : [] });
    if (path === '/v2/models/adder') return json(behaviour.metadata ? behaviour.metadata(usual) : usual);
    if (path === '/v2/models/adder/ready') return json({ name: 'adder', ready: true });
    if (path !== '/v2/models/adder/infer') return json({ error: 'no such model' }, 404);
    const sent = parse(request, body);
    if (typeof sent === 'string') return json({ error: sent }, 400);
    seen.bodies.push(sent);
    const [x] = sent.inputs;
    const rows = x!.shape[0]!;
    const values = sent.bytes ? readFloats(datatype, sent.bytes) : (x!.data as number[]);
    const data = Array.from({ length: rows }, (_, i) => values[2 * i]! + 2 * values[2 * i + 1]!);
    const outputs = [{ name: 'y', shape: [rows, 1], datatype, data }];
    const answer = behaviour.answer?.(outputs) ?? outputs;
    if (!sent.bytes) return json({ model_name: 'adder', model_version: '3', outputs: answer });
    const tensor = writeFloats(datatype, data);
    const head = Buffer.from(
      JSON.stringify({
        model_name: 'adder',
        outputs: [{ name: 'y', shape: [rows, 1], datatype, parameters: { binary_data_size: tensor.length } }],
      }),
    );
    response.writeHead(200, { 'Inference-Header-Content-Length': String(head.length) });
    response.end(Buffer.concat([head, tensor]));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  onTestFinished(close);
  const { port } = server.address() as AddressInfo;
  return { seen, close, port, url: `http://127.0.0.1:${port}/v2/models/adder` };
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** What the protocol's description asks of a request; a sentence where it does not hold. */
function parse(request: IncomingMessage, body: Buffer): Sent | string {
  if (request.method !== 'POST') return 'infer takes POST';
  const length = request.headers['inference-header-content-length'];
  const size = length === undefined ? body.length : Number(length);
  const { inputs } = JSON.parse(body.toString('utf8', 0, size));
  if (!Array.isArray(inputs) || inputs.length !== 1) return 'one input is wanted';
  const { name, shape, datatype, data, parameters } = inputs[0];
  if (name !== 'x' || !Array.isArray(shape) || shape.length !== 2 || shape[1] !== 2) return 'x is [-1, 2]';
  if (typeof datatype !== 'string') return 'a datatype is wanted';
  if (length === undefined) {
    if (!Array.isArray(data) || data.length !== shape[0] * 2) return 'data does not fit the shape';
    return { inputs, bytes: null };
  }
  if (parameters?.binary_data_size !== body.length - size) return 'binary_data_size does not fit the body';
  if (data !== undefined) return 'data beside binary data';
  return { inputs, bytes: body.subarray(size) };
}

function readFloats(datatype: string, bytes: Buffer): number[] {
  if (datatype === 'FP32')
    return Array.from({ length: bytes.length / 4 }, (_, i) => bytes.readFloatLE(4 * i));
  if (datatype === 'FP64')
    return Array.from({ length: bytes.length / 8 }, (_, i) => bytes.readDoubleLE(8 * i));
  return Array.from({ length: bytes.length / 2 }, (_, i) => {
    const wide = Buffer.from([0, 0, bytes[2 * i]!, bytes[2 * i + 1]!]);
    return wide.readFloatLE(0);
  });
}

function writeFloats(datatype: string, values: readonly number[]): Buffer {
  const size = datatype === 'FP64' ? 8 : datatype === 'FP32' ? 4 : 2;
  const bytes = Buffer.alloc(size * values.length);
  values.forEach((value, i) => {
    if (datatype === 'FP64') bytes.writeDoubleLE(value, 8 * i);
    else if (datatype === 'FP32') bytes.writeFloatLE(value, 4 * i);
    else {
      const wide = Buffer.alloc(4);
      wide.writeFloatLE(value);
      wide.copy(bytes, 2 * i, 2, 4);
    }
  });
  return bytes;
}
