/** What a report says of how times were taken: each measurement has its sentence, and nothing is said that was not measured. */
import { describe, expect, test } from 'vitest';
import type { Benchmark } from '../../../src/core/documents/benchmark.ts';
import { environmentFacts } from '../../../src/core/report/environment-facts.ts';
import { plainText } from '../../../src/core/report/prose.ts';
import { timingNotes } from '../../../src/core/report/timing-notes.ts';
import { arm, benchmark, judged } from '../gate/samples.ts';

const R = { 'max-regression': '10%' };

function notesOf(more: Partial<Benchmark>): string[] {
  const document = benchmark([arm(1, 0.98, 1.02)], more);
  const { rules } = judged(
    { latency: { batch: [32], p99: R } },
    { scope: ['benchmark'], documents: [document] },
  );
  return timingNotes(document, rules).map(plainText);
}

const environment: Benchmark['environment'] = {
  runtime: 'onnxruntime-node 1.30.0',
  node: 'v24.1.0',
  platform: 'linux-x64',
  cpu: 'AMD EPYC',
  cores: 4,
  load: 0.42,
  governor: 'performance',
  container: { cpus: 1.5, memory: 2 ** 32 },
  throttled: 0.25,
  steal: 0.012,
  interruptions: 3.14,
  noise: 0.021,
};

const footprint = { firstInference: 0.001, firstAnswer: 0.1, resident: 80e6, processes: 7 };

describe('the machine', () => {
  test('is told with all that was measured of it', () => {
    const settings = { threads: 2, spinning: false, execution: 'parallel', optimization: 'basic' } as const;
    expect(notesOf({ environment, settings })[0]).toBe(
      'Timed on AMD EPYC, 4 cores, load 0.4; governor performance; container of 1.5 processors, 4.00 GiB; linux-x64, Node v24.1.0; 2 threads that sleep while idle, parallel, optimisations: basic; at least 9,000 calls of each model in 7 launches; noise of p95 2.1%; 3.1 interruptions a second; 1.2% of the time taken by the hypervisor; held back by the container for 250 ms.',
    );
  });

  test('is told in little where the system tells little', () => {
    const { runtime, node, platform, cpu, cores } = environment;
    expect(notesOf({ environment: { runtime, node, platform, cpu, cores, load: null } })[0]).toBe(
      'Timed on AMD EPYC, 4 cores; linux-x64, Node v24.1.0; at least 9,000 calls of each model in 7 launches.',
    );
  });

  test('is a table on the page', () => {
    expect(Object.fromEntries(environmentFacts(environment))).toEqual({
      Processor: 'AMD EPYC',
      Cores: '4',
      Governor: 'performance',
      'Limits of the container': '1.5 processors, 4.00 GiB',
      'Load when it began': '0.4',
      'Held back by the container': '250 ms',
      'Time taken by the hypervisor': '1.2%',
      'Interruptions per second': '3.1',
      'Noise of p95': '2.1%',
      Platform: 'linux-x64',
      Runtime: 'onnxruntime-node 1.30.0',
      'Node.js': 'v24.1.0',
    });
    const without = { ...environment, container: null, governor: null, load: null, noise: null };
    expect(Object.fromEntries(environmentFacts(without))).toMatchObject({
      'Limits of the container': 'none',
      'Load when it began': 'not known',
    });
    expect(environmentFacts(without).map(([name]) => name)).not.toContain('Noise of p95');
  });
});

test('the control tells what noise alone does', () => {
  expect(notesOf({})[1]).toBe('The baseline against itself: p99 batch 32 +0.1% [−1.0%, +1.0%].');
});

test('each model alone, the baseline in brackets', () => {
  const of = (load: number, peak: number | null) => ({ ...footprint, load, peak });
  const throughput = [
    { batch: 32, clients: 1, candidate: 12_000, baseline: 13_000 },
    { batch: 32, clients: 2, candidate: 20_000, baseline: null },
    { batch: 1, clients: 1, candidate: 5, baseline: 5 },
  ];
  const footprints = [{ batch: 32, candidate: of(0.02, null), baseline: of(0.03, 90e6) }];
  expect(notesOf({ footprints, throughput })).toContain(
    'Alone, batch 32: load 20.0 ms (baseline 30.0 ms); first inference 1.00 ms (baseline 1.00 ms); start of the process to the first answer 100 ms (baseline 100 ms); memory 76.3 MiB (baseline 76.3 MiB); peak unknown (baseline 85.8 MiB); 1 client 12,000 calls/s (baseline 13,000 calls/s); 2 clients 20,000 calls/s.',
  );
});

test('where the time goes, and what only one optimiser made', () => {
  const profiled = (made: string[]) => ({ nodes: 2, written: 3, made });
  const operators = [
    { operator: 'Gemm', candidate: 0, baseline: 0.9 },
    { operator: 'FusedGemm', candidate: 0.4, baseline: 0 },
  ];
  const profile = { batch: 32, candidate: profiled(['FusedGemm']), baseline: profiled(['Quick']), operators };
  expect(notesOf({ profile })).toContain(
    'Where the time goes, batch 32: Gemm 0% (baseline 90%); FusedGemm 40% (baseline 0%); only in the candidate the optimiser made FusedGemm; only in the baseline the optimiser made Quick.',
  );
  const alone = {
    ...profile,
    baseline: null,
    operators: [{ operator: 'Gemm', candidate: 1, baseline: null }],
  };
  expect(notesOf({ profile: alone })).toContain('Where the time goes, batch 32: Gemm 100%.');
});

test('a served endpoint, with what it refused', () => {
  const answered = { calls: 100, p50: 0.001, p95: 0.002, p99: 0.004 };
  const load = {
    batch: 32,
    closed: [{ clients: 1, rate: 900, failed: 0, ...answered }],
    maximum: 900,
    open: [
      { rate: 450, failed: 0, ...answered },
      { rate: 720, failed: 3, calls: 0, p50: null, p95: null, p99: null },
    ],
  };
  const endpoint = {
    url: 'http://h/v2/models/m',
    server: 'triton 2.5',
    tensors: 'bytes' as const,
    loads: [load],
  };
  expect(notesOf({ endpoint })).toContain(
    'Served at http://h/v2/models/m by triton 2.5, bytes, batch 32: at most 900 requests/s; at 450 requests/s p50 1.00 ms, p95 2.00 ms, p99 4.00 ms; at 720 requests/s p50 unknown, p95 unknown, p99 unknown, 3 failed. Times are from when each request was due.',
  );
});

test('what the document notes stands last', () => {
  expect(notesOf({ notes: ['Timed on made-up inputs.'] }).at(-1)).toBe('Timed on made-up inputs.');
});
