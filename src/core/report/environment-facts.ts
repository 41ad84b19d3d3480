/** The machine of a benchmark, as a table: so that its numbers can be read years later. */
import type { Benchmark } from '../documents/benchmark.ts';
import { formatBytes, formatCount, formatDuration, formatPercent, formatScore } from './format.ts';
import { safeName } from './safe-text.ts';

type Environment = Benchmark['environment'];

/** What the system does not tell is left out, and so is what documents of earlier versions lack. */
export function environmentFacts(
  environment: Environment,
): readonly (readonly [name: string, value: string])[] {
  const { cpu, cores, governor, container, load, throttled, steal, interruptions, noise } = environment;
  const known = <T>(value: T | null | undefined, format: (value: T) => string) =>
    value === null || value === undefined ? null : format(value);
  return (
    [
      ['Processor', safeName(cpu)],
      ['Cores', formatCount(cores)],
      ['Governor', known(governor, safeName)],
      ['Limits of the container', container === undefined ? null : containerText(container)],
      ['Load when it began', load === null ? 'not known' : formatScore(load, 1)],
      ['Held back by the container', known(throttled, formatDuration)],
      ['Time taken by the hypervisor', known(steal, formatPercent)],
      ['Interruptions per second', known(interruptions, (each) => formatScore(each, 1))],
      ['Noise of p95', known(noise, formatPercent)],
      ['Platform', safeName(environment.platform)],
      ['Runtime', safeName(environment.runtime)],
      ['Node.js', safeName(environment.node)],
    ] as const
  ).flatMap(([name, value]) => (value === null ? [] : [[name, value] as const]));
}

/** `2 processors, 4.00 GiB`. */
export function containerText(container: NonNullable<Environment['container']> | null): string {
  const { cpus = null, memory = null } = container ?? {};
  const limits = [
    ...(cpus === null ? [] : [cpus === 1 ? '1 processor' : `${Number(cpus.toPrecision(3))} processors`]),
    ...(memory === null ? [] : [formatBytes(memory)]),
  ];
  return limits.length === 0 ? 'none' : limits.join(', ');
}
