/** A runner over the repository's own node_modules, and models as files. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { onTestFinished } from 'vitest';
import { createModelRunner } from '../../../src/adapters/onnxruntime/runner.ts';
import { FaultError } from '../../../src/core/errors.ts';
import type { Limits, ModelSession, Tensor, TensorData } from '../../../src/ports.ts';
import { temporaryFolder } from '../../temporary.ts';

export const root = resolve(import.meta.dirname, '../../..');
export const child = join(root, 'src/adapters/onnxruntime/child.ts');
export const natives = async () => root;
export const runner = createModelRunner({ child, natives });
export const limits: Limits = { seconds: 30, memory: 2 ** 31 };

/** Real models and holdouts that are not in the repository. */
export const realworld = resolve(root, '../shared/realworld');
export const hasRealworld = existsSync(realworld);

/** The model as a file in a folder of its own. */
export function fileOf(bytes: Uint8Array | string): string {
  const path = join(temporaryFolder(), 'model.onnx');
  writeFileSync(path, bytes);
  return path;
}

/** An opened model that is closed after the test. */
export async function open(model: Uint8Array | string, given: Limits = limits): Promise<ModelSession> {
  const session = await runner.open(typeof model === 'string' ? model : fileOf(model), given);
  onTestFinished(() => session[Symbol.asyncDispose]());
  return session;
}

type DataOf<T, D = TensorData> = D extends TensorData ? (T extends D['type'] ? D['data'] : never) : never;

/** A tensor from its values; one dimension unless a shape is given. */
export function values<T extends TensorData['type']>(
  type: T,
  data: DataOf<T>,
  shape: readonly number[] = [data.length],
): Tensor {
  return { type, data, shape } as Tensor;
}

/** The faults that something throws; fails when it does not. */
export async function faultsOf(work: Promise<unknown>) {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (error instanceof FaultError) return error.faults;
  throw new Error('no FaultError was thrown', { cause: error });
}

/** Ids of the living processes whose parent is `parent`. Linux only. */
export function childrenOf(parent: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => statusOf(pid, 'PPid') === parent);
}

/** False for a process that is gone or only waits to be reaped. */
export const isAlive = (pid: number): boolean => statusOf(pid, 'PPid') !== null;

function statusOf(pid: number, field: string): number | null {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'latin1');
    if (/^State:\s*Z/m.test(status)) return null;
    return Number(new RegExp(`^${field}:\\s*(\\d+)`, 'm').exec(status)?.[1]);
  } catch {
    return null;
  }
}
