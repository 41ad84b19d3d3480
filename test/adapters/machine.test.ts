import { availableParallelism, cpus } from 'node:os';
import { expect, test } from 'vitest';
import { machine } from '../../src/adapters/machine.ts';
import { benchmark } from '../../src/core/documents/benchmark.ts';

test('the machine is described as the document wants it', () => {
  const described = machine.describe();
  const { environment } = benchmark.shape;
  expect(environment.parse({ ...described, runtime: 'r' })).toMatchObject({
    cpu: cpus()[0]!.model.trim(),
    cores: availableParallelism(),
    node: process.version,
    platform: `${process.platform}-${process.arch}`,
  });
});

test.runIf(process.platform === 'linux')('counters count while work is done', () => {
  const before = machine.counters();
  const end = process.cpuUsage().user + 100_000;
  while (process.cpuUsage().user < end);
  const after = machine.counters();
  // All processors together, in hundredths of a second.
  expect(after.processors!.total - before.processors!.total).toBeGreaterThan(0.05);
  expect(after.processors!.stolen).toBeGreaterThanOrEqual(before.processors!.stolen);
  if (before.throttled !== null) expect(after.throttled).toBeGreaterThanOrEqual(before.throttled);
});
