/** Measures of one model at a time, each in a fresh process. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FedModel, Limits, ModelMeter, SessionSettings } from '../../ports.ts';
import type { Request } from './protocol.ts';
import { type ModelRunnerOptions, starter } from './runner.ts';

/** Throws as `createModelRunner`'s methods do. */
export function createModelMeter(options: ModelRunnerOptions): ModelMeter {
  const start = starter(options);
  const ask = async <K extends 'footprint' | 'throughput' | 'profile'>(
    kind: K,
    needs: Extract<Request, { kind: K }>['needs'],
    limits: Limits,
  ) => {
    const process = await start(limits);
    try {
      return await process.ask(kind, needs as never, `timing ${needs.path}`);
    } finally {
      await process[Symbol.asyncDispose]();
    }
  };
  return {
    footprint: (model, settings, limits) => ask('footprint', { ...model, settings }, limits),
    throughput: (model, load, settings, limits) => ask('throughput', { ...model, ...load, settings }, limits),
    async profile(model: FedModel, settings: SessionSettings, limits: Limits) {
      const folder = await mkdtemp(join(tmpdir(), 'onnx-gate-profile-'));
      try {
        return await ask('profile', { ...model, settings, folder }, limits);
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
  };
}
