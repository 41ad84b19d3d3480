/** Long, at a steady rate, with a newer version of the model again and again. */
import { copyFileSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import autocannon from 'autocannon';
import { startServer } from './server.ts';

const CONNECTIONS = 10;
const SHARE = 0.8;
const MOST_SECONDS = 20;
const RELOAD = 10;
const LOOK = 1;
/** Of the memory's beginning and end, each. */
const WINDOW = 60;

export interface Soaked {
  readonly most: number;
  readonly rate: number;
  readonly requests: number;
  readonly failed: number;
  readonly reloads: number;
  /** MiB, median of the second minute and of the last. */
  readonly before: number;
  readonly after: number;
}

export async function soak(file: string, seconds: number): Promise<Soaked> {
  const models = mkdtempSync(join(tmpdir(), 'onnx-gate-soak-'));
  const put = (version: number) => {
    const folder = join(models, 'small', `${version}`);
    mkdirSync(folder, { recursive: true });
    copyFileSync(file, join(folder, 'model.part'));
    // Seen only when it is whole.
    renameSync(join(folder, 'model.part'), join(folder, 'model.onnx'));
    if (version > 2) rmSync(join(models, 'small', `${version - 2}`), { recursive: true });
  };
  put(1);
  const server = await startServer(models, '--watch', '1');
  const load = {
    url: `${server.address}/v2/models/small/infer`,
    method: 'POST',
    body: JSON.stringify({
      inputs: [{ name: 'features', datatype: 'FP32', shape: [1, 8], data: [1, 2, 3, 4, 5, 6, 7, 8] }],
    }),
    connections: CONNECTIONS,
  } as const;
  await autocannon({ ...load, duration: 5 });
  const first = await autocannon({ ...load, duration: MOST_SECONDS });
  const most = first.requests.total / first.duration;
  const rate = Math.floor(most * SHARE);
  let over = false;
  const running = autocannon({ ...load, duration: seconds, overallRate: rate });
  void running.then(() => {
    over = true;
  });
  const memory: number[] = [];
  let version = 1;
  for (let second = 1; !over; second++) {
    await sleep(LOOK * 1000);
    memory.push(server.memory());
    if (second % RELOAD === 0 && !over) put(++version);
  }
  const result = await running;
  const { versions } = (await (await fetch(`${server.address}/v2/models/small`)).json()) as {
    versions: string[];
  };
  await server.stop();
  rmSync(models, { recursive: true });
  const median = (values: readonly number[]) =>
    values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
  const window = Math.min(WINDOW, Math.floor(memory.length / 3));
  return {
    ...{ most, rate, requests: result.requests.total },
    failed: result.non2xx + result.errors + result.timeouts,
    reloads: Number(versions[0]) - 1,
    before: median(memory.slice(window, 2 * window)),
    after: median(memory.slice(-window)),
  };
}
