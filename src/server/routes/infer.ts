import type { ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { bad, Refusal } from '../protocol/refusal.ts';
import { parseRequest, type RequestLimits } from '../protocol/request.ts';
import { renderResponse } from '../protocol/response.ts';
import type { Serving } from '../serving.ts';
import { MODEL_PATHS, type ModelParams } from './protocol.ts';

const HEADER_LENGTH = 'inference-header-content-length';

export function inferRoutes(app: FastifyInstance, serving: Serving, limits: RequestLimits): void {
  for (const path of MODEL_PATHS) {
    app.post<ModelParams & { Body: Buffer }>(`${path}/infer`, async ({ params, body, headers }, reply) => {
      const began = performance.now();
      const model = serving.find(params.model, params.version);
      try {
        const request = parseRequest(
          body ?? EMPTY,
          lengthOf(headers[HEADER_LENGTH]),
          model.signature,
          limits,
        );
        const outputs = request.outputs.map(({ name }) => name);
        const { results, ...timed } = await model.queue.infer(request.feeds, outputs, request.rows);
        const { json, tensors } = renderResponse(request, model, results);
        model.metrics.answered({ ...timed, rows: request.rows, total: (performance.now() - began) / 1000 });
        if (tensors.length === 0) return reply.type(JSON_TYPE).send(json);
        reply.hijack();
        sendBinary(reply.raw, json, tensors);
        return reply;
      } catch (error) {
        model.metrics.failed();
        throw error instanceof RangeError ? new Refusal(400, 'The request is too deep or too large.') : error;
      }
    });
  }
}

/** Past fastify, which takes one buffer alone: the parts go out in one write, none of them copied. */
function sendBinary(response: ServerResponse, json: string, tensors: readonly Uint8Array[]): void {
  const head = Buffer.from(json);
  response.writeHead(200, {
    'Content-Type': 'application/octet-stream',
    'Content-Length': tensors.reduce((sum, { length }) => sum + length, head.length),
    [HEADER_LENGTH]: head.length,
  });
  response.cork();
  for (const part of [head, ...tensors]) response.write(part);
  response.end();
}

/** Whole, so that nothing has to be added to it. */
const JSON_TYPE = 'application/json; charset=utf-8';
const EMPTY = Buffer.alloc(0);

function lengthOf(header: string | string[] | undefined): number | null {
  if (header === undefined) return null;
  if (typeof header === 'string' && /^\d{1,15}$/.test(header)) return Number(header);
  throw bad('Inference-Header-Content-Length is no number.');
}
