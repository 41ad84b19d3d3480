/** `benchmark` as built: with our own server as built, with servers that go wrong, and with inputs that are not to be had. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { DataType } from '../../scripts/onnx/builder.ts';
import { benchmark } from '../../src/core/documents/benchmark.ts';
import { serve } from '../adapters/oip-server.ts';
import { serveTensorFlow } from '../adapters/serving-server.ts';
import { identity, logistic } from '../models/small.ts';
import { temporaryFolder } from '../temporary.ts';
import { DIST, run } from './run.ts';
import { served } from './served.ts';

const cli = join(DIST, 'cli.js');
const STACK = /^\s+at .*\.js:\d+/m;

/** A model file, and a policy that measures little else than the endpoint. */
function folderWith(bytes: Uint8Array, latency: string, more = ''): string {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'models/click/1'), { recursive: true });
  writeFileSync(join(folder, 'models/click/1/model.onnx'), bytes);
  writeFileSync(
    join(folder, 'onnx-gate.yml'),
    `version: 1
limits: { seconds: 5 }
models:
  click:
    candidate: models/click/1/model.onnx
${more}    latency: { launches: 1, seconds: 0.01, clients: 0, p50: {}, ${latency} }
`,
  );
  return folder;
}

/** What it says is folded into lines of a terminal; `said` has it in one. */
async function measure(folder: string, ...args: string[]) {
  const { code, stdout, stderr } = await run(cli, ['benchmark', ...args], { cwd: folder });
  expect(stdout + stderr).not.toMatch(STACK);
  return { code, said: stdout.replace(/\s+/g, ' ') };
}
const documentIn = (folder: string) =>
  benchmark.parse(JSON.parse(readFileSync(join(folder, '.onnx-gate/click/benchmark.json'), 'utf8')));

test.each(['json', 'bytes'] as const)('our own server, tensors: %s', async (tensors) => {
  const folder = folderWith(logistic([1, -2]), `batch: [2], tensors: ${tensors}`);
  const address = await served(folder, 'models');
  const { code } = await measure(folder, '--endpoint', `${address}/v2/models/click`, '--rate', '40');
  expect(code).toBe(0);
  const { endpoint, notes } = documentIn(folder);
  expect(endpoint).toMatchObject({
    url: `${address}/v2/models/click`,
    tensors: tensors === 'json' ? 'JSON' : 'bytes',
    loads: [{ batch: 2, open: [{ rate: 40, failed: 0 }] }],
  });
  const [{ closed, maximum, open }] = endpoint!.loads as [NonNullable<typeof endpoint>['loads'][number]];
  expect(closed.map(({ clients }) => clients).slice(0, 2)).toEqual([1, 2]);
  expect(maximum).toBe(Math.max(...closed.filter(({ failed }) => failed === 0).map(({ rate }) => rate)));
  // Of Poisson(120).
  expect(open[0]!.calls).toBeGreaterThan(70);
  expect(open[0]!.p50!).toBeLessThanOrEqual(open[0]!.p99!);
  expect(notes).toContain('Endpoint: Timed on made-up inputs: there is no holdout.');
  const report = await run(cli, ['report', '.onnx-gate', '--format', 'markdown'], { cwd: folder });
  expect(report.stdout).toContain('at 40 requests/s p50');
});

test('TensorFlow Serving, with the address of its predict', async () => {
  const folder = folderWith(logistic([1, 2]), 'batch: [2]');
  const { url } = await serveTensorFlow();
  const { code } = await measure(folder, '--endpoint', `${url}:predict`, '--rate', '20');
  expect(code).toBe(0);
  expect(documentIn(folder).endpoint).toMatchObject({ url, server: 'TensorFlow Serving', tensors: 'JSON' });
});

const on = (end: string, reply: (response: ServerResponse) => void) => ({
  instead(path: string, response: ServerResponse) {
    if (!path.endsWith(end)) return false;
    reply(response);
    return true;
  },
});

/** Takes requests and says nothing. */
async function silent(): Promise<string> {
  const server: Server = createServer(() => {});
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/v2/models/adder`;
}

describe('one sentence, and no document', () => {
  const oip = async (behaviour: Parameters<typeof serve>[0]) => (await serve(behaviour)).url;
  test.each<[string, () => Promise<string>, number, string]>([
    [
      'down',
      async () => 'http://127.0.0.1:9/v2/models/m',
      3,
      'http://127.0.0.1:9/v2/models/m/ready cannot be reached: nothing listens there.',
    ],
    ['slow', silent, 3, '/v2/models/adder/ready did not answer within 1 s.'],
    [
      'slow to infer',
      () => oip(on('/infer', () => {})),
      3,
      '/v2/models/adder/infer did not answer within 1 s.',
    ],
    [
      '500',
      () => oip(on('/infer', (response) => response.writeHead(500).end('{"error":"out of memory"}'))),
      3,
      'answered a batch with status 500: out of memory.',
    ],
    [
      '500 when asked whether it is ready',
      () => oip(on('/ready', (response) => response.writeHead(500).end())),
      3,
      'is not ready (status 500).',
    ],
    [
      'another shape',
      () => oip({ answer: (outputs) => [{ ...outputs[0], shape: [1, 2] }] }),
      2,
      'answered a batch of 2 with output `y` [1, 2]; its metadata says [?, 1].',
    ],
    [
      'not the protocol',
      () => oip(on('/v2', (response) => response.end('<html>'))),
      2,
      'gives no metadata of the Open Inference Protocol',
    ],
    [
      'another model',
      async () => `${await oip({})}s`,
      2,
      'is not there: the server knows no such model or version.',
    ],
    ['no address of a model', async () => 'http://127.0.0.1:9/predict', 2, 'is no address of a model.'],
    [
      'a batch that its model does not take',
      () =>
        oip({
          metadata: (usual) => ({ ...usual, inputs: [{ name: 'x', datatype: 'FP32', shape: [8, 2] }] }),
        }),
      2,
      'A batch of 2 cannot be timed: the model takes exactly 8 rows.',
    ],
    [
      'an open dimension beside the batch',
      () =>
        oip({
          metadata: (usual) => ({ ...usual, inputs: [{ name: 'x', datatype: 'FP32', shape: [-1, -1] }] }),
        }),
      2,
      'give the size: `latency: { dimensions: { "x/1": 16 } }`.',
    ],
  ])('%s', async (_, address, expected, sentence) => {
    const folder = folderWith(logistic([1, 2]), 'batch: [2]');
    writeFileSync(
      join(folder, 'onnx-gate.yml'),
      readFileSync(join(folder, 'onnx-gate.yml'), 'utf8').replace('seconds: 5', 'seconds: 1'),
    );
    const { code, said } = await measure(folder, '--endpoint', await address());
    expect(said).toContain(sentence);
    expect(code).toBe(expected);
    expect(() => documentIn(folder)).toThrow('ENOENT');
  });
});

describe('models that want something', () => {
  test('a batch size that a fixed dimension forbids', async () => {
    const folder = folderWith(identity(DataType.FLOAT, [4, 2]), 'batch: [1, 4]');
    const { code, said } = await measure(folder);
    expect(said).toContain('A batch of 1 cannot be timed: the model takes exactly 4 rows.');
    expect(said).toContain('latency: { batch: [4] }');
    expect(code).toBe(2);
    expect((await measure(folder, '--batch', '4')).code).toBe(0);
  });

  test('an open dimension beside the batch is asked for, and its size is then used', async () => {
    const folder = folderWith(identity(DataType.FLOAT, ['n', 'sequence']), 'batch: [1]');
    const { code, said } = await measure(folder);
    expect(said).toContain('give the size: `latency: { dimensions: { sequence: 16 } }`');
    expect(code).toBe(2);
    const sized = folderWith(
      identity(DataType.FLOAT, ['n', 'sequence']),
      'batch: [1], dimensions: { sequence: 3 }',
    );
    expect((await measure(sized)).code).toBe(0);
    expect(documentIn(sized).notes).toEqual(['Timed on made-up inputs: there is no holdout.']);
  });

  test('more launches than there is time for end where it ends, and it says so', async () => {
    const folder = folderWith(logistic([1, 2]), 'batch: [2]');
    expect((await measure(folder, '--launches', '3', '--threads', '2', '--max-time', '1ms')).code).toBe(0);
    const { notes, runs, settings } = documentIn(folder);
    expect(runs).toMatchObject([{ batch: 2, launches: 1, ended: 'time' }]);
    expect(settings).toMatchObject({ threads: 2 });
    expect(notes).toContain('The time was up after launch 1 of batch 2; `max-time` gives more.');
  });

  test('inputs that the holdout lacks are made up, and it says so', async () => {
    const folder = folderWith(
      identity(DataType.FLOAT),
      'batch: [1]',
      '    holdout: { source: rows.csv, label: y }\n',
    );
    writeFileSync(join(folder, 'rows.csv'), 'other,y\n1,0\n2,1\n');
    const { code, said } = await measure(folder);
    expect(code).toBe(0);
    const note = 'Timed on made-up inputs: the holdout has no column for `x`.';
    expect(documentIn(folder).notes).toEqual([note]);
    expect(said).toContain(note);
  });
});
