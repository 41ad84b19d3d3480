/** A server over the sources, with models as files. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { onTestFinished } from 'vitest';
import { type ServeOptions, type Server, serve } from '../../src/server/serve.ts';
import { temporaryFolder } from '../temporary.ts';

export const root = resolve(import.meta.dirname, '../..');

const OPTIONS: Omit<ServeOptions, 'models'> = {
  host: '127.0.0.1',
  port: 0,
  workers: 1,
  entry: join(root, 'src/server/worker.ts'),
  natives: root,
  length: 64,
  batchRows: 64,
  timeout: 20,
  rows: 1000,
  elements: 100_000,
  bodyBytes: 1_000_000,
  watchSeconds: null,
  drainSeconds: 0,
  exitSeconds: 10,
  version: '0.0.0-test',
  log: false,
  loading: false,
};

/** `files`: by path below a folder of models, such as `click/1/model.onnx`. */
export async function start(
  files: Readonly<Record<string, Uint8Array | string>>,
  more: Partial<ServeOptions> = {},
): Promise<Server & { readonly folder: string }> {
  const folder = temporaryFolder();
  put(folder, files);
  const server = await serve({ ...OPTIONS, models: [folder], ...more });
  onTestFinished(() => server.stop());
  return { ...server, folder };
}

export function put(folder: string, files: Readonly<Record<string, Uint8Array | string>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

export async function get(address: string): Promise<{ status: number; body: unknown; headers: Headers }> {
  const response = await fetch(address);
  return { status: response.status, body: await response.json(), headers: response.headers };
}

export async function post(
  address: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<{ status: number; body: Record<string, unknown>; headers: Headers }> {
  const given = typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body);
  const response = await fetch(address, { method: 'POST', body: given as string, headers });
  const text = await response.text();
  return { status: response.status, body: text.startsWith('{') ? safe(text) : {}, headers: response.headers };
}

function safe(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text);
  } catch {
    return { text };
  }
}
