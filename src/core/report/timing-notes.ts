/** How times were taken, and what else was measured of both models. */
import type { Benchmark } from '../documents/benchmark.ts';
import type { RuleResult } from '../documents/verdict.ts';
import { containerText } from './environment-facts.ts';
import {
  formatBytes,
  formatCount,
  formatDuration,
  formatPercent,
  formatPercentDelta,
  formatScore,
  plural,
} from './format.ts';
import { type Prose, proseOf } from './prose.ts';
import { safeName } from './safe-text.ts';

/** Kinds of operator that a report names; the document holds more. */
const OPERATORS = 3;

export function timingNotes(document: Benchmark, rules: readonly RuleResult[]): Prose[] {
  return [
    machine(document, rules),
    ...control(document, rules),
    ...alone(document),
    ...profile(document),
    ...endpoint(document),
    ...(document.notes ?? []).map((text) => proseOf(text)),
  ];
}

function judgedArms({ arms }: Benchmark, rules: readonly RuleResult[]) {
  const judged = new Set(rules.map(({ metric }) => metric));
  return arms.filter(({ batch, metric }) => judged.has(`latency/batch=${batch}/${metric}`));
}

/** The machine, and the effort. */
function machine(document: Benchmark, rules: readonly RuleResult[]): Prose {
  const { environment, settings } = document;
  const { cpu, cores, platform, node, load, governor, container, steal, throttled } = environment;
  const { interruptions, noise } = environment;
  const arms = judgedArms(document, rules);
  const calls = Math.min(...arms.map(({ samples }) => samples));
  const launches = Math.min(...arms.map((one) => one.launches));
  const parts = [
    `Timed on ${cpu}, ${plural(cores, 'core')}${load === null ? '' : `, load ${formatScore(load, 1)}`}`,
    ...(governor ? [`governor ${governor}`] : []),
    ...(container ? [`container of ${containerText(container)}`] : []),
    `${platform}, Node ${node}`,
    ...(settings ? [settingsText(settings)] : []),
    ...(arms.length === 0
      ? []
      : [
          `at least ${plural(calls, 'call')} of each model in ${launches === 1 ? '1 launch' : `${launches} launches`}`,
        ]),
    ...(noise == null ? [] : [`noise of p95 ${formatPercent(noise)}`]),
    ...(interruptions == null ? [] : [`${formatScore(interruptions, 1)} interruptions a second`]),
    // What a quiet machine of one's own shows none of.
    ...(steal && steal >= 0.001 ? [`${formatPercent(steal)} of the time taken by the hypervisor`] : []),
    ...(throttled ? [`held back by the container for ${formatDuration(throttled)}`] : []),
  ];
  return proseOf(`${parts.join('; ')}.`);
}

function settingsText({
  threads,
  spinning,
  execution,
  optimization,
}: NonNullable<Benchmark['settings']>): string {
  const waiting = threads === 1 ? '' : spinning ? ' that spin while idle' : ' that sleep while idle';
  return `${plural(threads, 'thread')}${waiting}, ${execution}, optimisations: ${optimization}`;
}

/** What the machine's noise alone does to the times that were judged. */
function control(document: Benchmark, rules: readonly RuleResult[]): Prose[] {
  const entries = judgedArms(document, rules).flatMap(({ metric, batch, control }) => {
    if (!control) return [];
    const { ratio, interval } = control;
    const range = interval
      ? ` [${formatPercentDelta(interval.lower - 1)}, ${formatPercentDelta(interval.upper - 1)}]`
      : '';
    return [`${metric} batch ${batch} ${formatPercentDelta(ratio - 1)}${range}`];
  });
  return sentence('The baseline against itself: ', entries);
}

/** Each model alone, at the first batch size; the baseline's in brackets. */
function alone({ footprints, throughput }: Benchmark): Prose[] {
  const [one] = footprints ?? [];
  if (!one) return [];
  const both = (format: (value: number) => string, candidate: number | null, baseline?: number | null) =>
    `${candidate === null ? 'unknown' : format(candidate)}${baseline == null ? '' : ` (baseline ${format(baseline)})`}`;
  const { candidate, baseline } = one;
  const rate = (value: number) => `${formatCount(value)} calls/s`;
  return sentence(`Alone, batch ${one.batch}: `, [
    `load ${both(formatDuration, candidate.load, baseline?.load)}`,
    `first inference ${both(formatDuration, candidate.firstInference, baseline?.firstInference)}`,
    `start of the process to the first answer ${both(formatDuration, candidate.firstAnswer, baseline?.firstAnswer)}`,
    `memory ${both(formatBytes, candidate.resident, baseline?.resident)}`,
    `peak ${both(formatBytes, candidate.peak, baseline?.peak)}`,
    ...(throughput ?? [])
      .filter(({ batch }) => batch === one.batch)
      .map((each) => `${plural(each.clients, 'client')} ${both(rate, each.candidate, each.baseline)}`),
  ]);
}

function profile({ profile }: Benchmark): Prose[] {
  if (!profile) return [];
  const percent = (share: number) => formatPercent(share, 0);
  const operators = profile.operators
    .slice(0, OPERATORS)
    .map(
      ({ operator, candidate, baseline }): Prose => [
        { code: safeName(operator) },
        ` ${percent(candidate)}${baseline === null ? '' : ` (baseline ${percent(baseline)})`}`,
      ],
    );
  const ours = new Set(profile.candidate.made);
  const theirs = new Set(profile.baseline?.made ?? []);
  const only = (whose: string, names: readonly string[]): Prose[] =>
    names
      .slice(0, OPERATORS)
      .map((name) => [`only in the ${whose} the optimiser made `, { code: safeName(name) }]);
  const entries = profile.baseline
    ? [
        ...operators,
        ...only(
          'candidate',
          [...ours].filter((name) => !theirs.has(name)),
        ),
        ...only(
          'baseline',
          [...theirs].filter((name) => !ours.has(name)),
        ),
      ]
    : operators;
  if (entries.length === 0) return [];
  const pieces = entries.flatMap((entry, i) => (i === 0 ? [...entry] : ['; ', ...entry]));
  return [[`Where the time goes, batch ${profile.batch}: `, ...pieces, '.']];
}

/** A line per batch size. */
function endpoint({ endpoint }: Benchmark): Prose[] {
  if (!endpoint) return [];
  const time = (seconds: number | null) => (seconds === null ? 'unknown' : formatDuration(seconds));
  const { url, server, tensors } = endpoint;
  return endpoint.loads.map(({ batch, maximum, open }): Prose => {
    const rates = open.map(
      ({ rate, p50, p95, p99, failed }) =>
        `at ${formatCount(rate)} requests/s p50 ${time(p50)}, p95 ${time(p95)}, p99 ${time(p99)}${failed > 0 ? `, ${formatCount(failed)} failed` : ''}`,
    );
    const rest = [`at most ${formatCount(maximum)} requests/s`, ...rates].join('; ');
    return [
      'Served at ',
      { code: safeName(url) },
      ' by ',
      { code: safeName(server) },
      `, ${tensors}, batch ${batch}: ${rest}. Times are from when each request was due.`,
    ];
  });
}

function sentence(title: string, entries: readonly string[]): Prose[] {
  if (entries.length === 0) return [];
  const shown = entries.slice(0, 12);
  const more = entries.length - shown.length;
  return [proseOf(`${title}${shown.join('; ')}${more > 0 ? `; and ${more} more` : ''}.`)];
}
