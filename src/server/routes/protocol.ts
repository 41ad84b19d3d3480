/** Server, health and model metadata. Source: Open Inference Protocol REST. */
import type { FastifyInstance } from 'fastify';
import type { Signature } from '../../ports.ts';
import { datatypeOf } from '../protocol/datatypes.ts';
import type { Serving } from '../serving.ts';

const EXTENSIONS = ['binary_tensor_data', 'statistics'];

export type ModelParams = { readonly Params: { readonly model: string; readonly version?: string } };
/** A model, with or without its version. */
export const MODEL_PATHS = ['/v2/models/:model', '/v2/models/:model/versions/:version'] as const;

export function protocolRoutes(
  app: FastifyInstance,
  serving: Serving,
  { version, loading }: { readonly version: string; readonly loading: boolean },
): void {
  const extensions = loading ? [...EXTENSIONS, 'model_repository'] : EXTENSIONS;
  const server = { name: 'onnx-gate', version, extensions };
  for (const path of ['/v2', '/v2/']) app.get(path, () => server);

  app.get('/v2/health/live', () => ({ live: true }));
  app.get('/v2/health/ready', (_, reply) => {
    const ready = serving.ready();
    return reply.code(ready ? 200 : 503).send({ ready, live: true });
  });

  for (const path of MODEL_PATHS) {
    app.get<ModelParams>(path, ({ params }) => {
      const { name, version, signature } = serving.find(params.model, params.version);
      return {
        name,
        versions: [version],
        platform: 'onnx_onnxv1',
        inputs: tensors(signature.inputs),
        outputs: tensors(signature.outputs),
      };
    });
    app.get<ModelParams>(`${path}/ready`, ({ params }, reply) => {
      const { name } = serving.find(params.model, params.version);
      const ready = serving.ready();
      return reply.code(ready ? 200 : 503).send({ name, ready });
    });
    app.get<ModelParams>(`${path}/stats`, ({ params }) => {
      const { name, version, metrics } = serving.find(params.model, params.version);
      return { model_stats: [{ name, version, ...statistics(metrics.totals) }] };
    });
  }
}

/** What no message can carry is left out. */
function tensors(infos: Signature['inputs']) {
  return infos.flatMap(({ name, type, shape }) => {
    const datatype = datatypeOf(type)?.datatype;
    return datatype === undefined
      ? []
      : [{ name, datatype, shape: shape.map((size) => (typeof size === 'number' ? size : -1)) }];
  });
}

/** Nanoseconds, as the statistics extension of Triton counts. */
function statistics(totals: Served['metrics']['totals']) {
  const duration = (count: number, microseconds: number) => ({ count, ns: microseconds * 1000 });
  const success = totals.nv_inference_request_success;
  return {
    inference_count: totals.nv_inference_count,
    execution_count: totals.nv_inference_exec_count,
    inference_stats: {
      success: duration(success, totals.nv_inference_request_duration_us),
      fail: duration(totals.nv_inference_request_failure, 0),
      queue: duration(success, totals.nv_inference_queue_duration_us),
      compute_infer: duration(totals.nv_inference_exec_count, totals.nv_inference_compute_infer_duration_us),
    },
  };
}
type Served = ReturnType<Serving['find']>;
