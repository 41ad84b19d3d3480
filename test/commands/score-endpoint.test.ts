/** Scoring by a server of the Open Inference Protocol, beside the same model as a file. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { withEndpoints } from '../../src/adapters/oip/runner.ts';
import { createModelRunner } from '../../src/adapters/onnxruntime/runner.ts';
import { runScore } from '../../src/commands/score.ts';
import type { ModelRunner, ModelSession } from '../../src/ports.ts';
import { root, sql, tables } from '../adapters/duckdb/helpers.ts';
import { logistic } from '../models/small.ts';
import { put, start } from '../server/start.ts';
import { temporaryFolder } from '../temporary.ts';

const files = createModelRunner({
  child: join(root, 'src/adapters/onnxruntime/child.ts'),
  natives: async () => root,
});
const ROWS = 20_001;
const BATCH = 500;

async function holdoutIn(folder: string): Promise<string> {
  const file = join(folder, 'holdout.parquet');
  await sql(
    `COPY (SELECT i / ${ROWS} AS a, (hash(i) % 1000) / 500 - 1 AS b, i % 2 AS label
     FROM range(${ROWS}) t(i)) TO '${file}' (FORMAT parquet)`,
  );
  return file;
}

async function score(runner: ModelRunner, candidate: string, baseline: string | null) {
  const folder = temporaryFolder();
  const done = await runScore(
    {
      candidate,
      baseline,
      holdout: { source: { files: [await holdoutIn(folder)] }, label: 'label' },
      inputs: { features: ['a', 'b'] },
      output: { activation: 'none' },
      batchRows: BATCH,
      limits: { seconds: 60, memory: 2 ** 30 },
      out: join(folder, 'scores.parquet'),
    },
    { runner, tables, progress: { report: () => {} }, clock: { now: () => new Date(0) } },
  );
  return tables.readScores(
    { files: [done.path] },
    {
      label: 'label',
      candidate: 'candidate',
      baseline: baseline === null ? null : 'baseline',
      weight: null,
      group: null,
    },
  );
}

test('our own server as candidate or baseline gives the scores of its file, row by row', async () => {
  const weights = logistic([2, -1], 0.3);
  const folder = temporaryFolder();
  put(folder, { 'model.onnx': weights });
  const file = join(folder, 'model.onnx');
  const server = await start({ 'click/1/model.onnx': weights });
  await server.ready;
  const address = `oip:${server.address}/v2/models/click`;
  const runner = withEndpoints(files);
  for (const pair of [
    [file, address],
    [address, file],
  ] as const) {
    const { candidate, baseline } = await score(runner, ...pair);
    expect(candidate.length).toBe(ROWS);
    const furthest = candidate.reduce(
      (most, value, row) => Math.max(most, Math.abs(value - baseline![row]!)),
      0,
    );
    expect(furthest).toBeLessThan(1e-6);
    expect(new Set(candidate).size).toBeGreaterThan(ROWS / 2);
  }
});

test('several batches are on their way at a time', async () => {
  const waiting: (() => void)[] = [];
  const signature = {
    inputs: [{ name: 'features', type: 'float32', shape: ['n', 2] }],
    outputs: [{ name: 'y', type: 'float32', shape: ['n'] }],
  };
  const session: ModelSession = {
    signature,
    reopen: async () => signature,
    // Answers nobody before four have asked.
    async run(feeds) {
      const rows = feeds.get('features')!.shape[0]!;
      if (waiting.length < 4)
        await new Promise<void>((resolve) => {
          if (waiting.push(resolve) === 4) for (const each of waiting) each();
        });
      return new Map([['y', { type: 'float32', data: new Float32Array(rows), shape: [rows] }]]);
    },
    [Symbol.asyncDispose]: async () => {},
  };
  const { candidate } = await score({ ...files, open: async () => session }, 'candidate', null);
  expect(candidate.length).toBe(ROWS);
});
