/** The model repository extension. Source: Triton's docs/protocol/extension_model_repository.md. */
import type { FastifyInstance } from 'fastify';
import type { Serving } from '../serving.ts';

type Named = { readonly Params: { readonly model: string } };

/** `change`: whether clients may load and unload; without, they can only look. */
export function repositoryRoutes(app: FastifyInstance, serving: Serving, change: boolean): void {
  app.post<{ Body: Buffer | undefined }>('/v2/repository/index', async ({ body }) => {
    const all = await serving.index();
    return wantsReady(body) ? all.filter(({ state }) => state === 'READY') : all;
  });
  if (!change) return;
  app.post<Named>('/v2/repository/models/:model/load', async ({ params }) => {
    await serving.loadOne(params.model);
    return {};
  });
  app.post<Named>('/v2/repository/models/:model/unload', async ({ params }) => {
    serving.unload(params.model);
    return {};
  });
}

/** `{"ready": true}` asks for what can be used now. */
function wantsReady(body: Buffer | undefined): boolean {
  try {
    return JSON.parse(body?.toString() || '{}')?.ready === true;
  } catch {
    return false;
  }
}
