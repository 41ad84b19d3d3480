import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { OutgoingHttpHeaders } from 'node:http';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fetchFile } from '../../../src/adapters/runtime/fetch.ts';
import { sandbox, serve } from './fixture.ts';

const body = Buffer.alloc(1000, 'x');
const patience = { idle: 5_000, pauses: [0] };

test.each([
  ['announced', (length: number): OutgoingHttpHeaders => ({ 'content-length': length })],
  ['not announced', (): OutgoingHttpHeaders => ({})],
])('a size at the limit passes, one byte more does not (%s)', async (_, headers) => {
  await using box = await sandbox();
  await using server = await serve((_, response) => response.writeHead(200, headers(body.length)).end(body));
  const file = join(box.root, 'file');
  const started: (number | null)[] = [];
  const request = {
    url: new URL(server.url),
    authorization: undefined,
    patience,
    started: (bytes: number | null) => started.push(bytes),
  };
  const sha512 = await fetchFile({ ...request, maxBytes: body.length }, file);
  expect(sha512).toBe(createHash('sha512').update(body).digest('base64'));
  expect(await readFile(file)).toEqual(body);
  expect(started).toEqual([headers(body.length)['content-length'] ?? null]);
  await expect(fetchFile({ ...request, maxBytes: body.length - 1 }, file)).rejects.toThrow(
    /more than 999 bytes/,
  );
  expect(server.requests).toHaveLength(2);
});

test('a disk that cannot be written is not taken for the network', async () => {
  await using box = await sandbox();
  await using server = await serve((_, response) => response.end(body));
  const request = { url: new URL(server.url), authorization: undefined, patience, started: () => {} };
  await expect(fetchFile(request, join(box.root, 'no', 'folder'))).rejects.toThrow(/ENOENT/);
  expect(server.requests).toHaveLength(1);
});
