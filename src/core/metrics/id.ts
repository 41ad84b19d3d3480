/** `ndcg@10[gain=exp2,ties=input]`: how a metric is named in a policy, on a command line and in a document. */
import { type Fault, nearest } from '../errors.ts';
import type { MetricDefinition, MetricOptions, Task } from './prepared.ts';
import { presetNames, presetOf } from './presets.ts';

/** A metric with its number and conventions. */
export interface ParsedMetric {
  readonly definition: MetricDefinition;
  readonly options: MetricOptions;
  /** The one way to write it: without what is the default, keys in the order of the table, presets written out. */
  readonly id: string;
  /** Number and all conventions, such as `@0.5,op=gt`; empty where there is no choice. */
  readonly convention: string;
}

export type MetricId =
  | { readonly ok: true; readonly metric: ParsedMetric }
  | { readonly ok: false; readonly faults: Fault[] };

const GRAMMAR = /^([^@[\]]*)(?:@([^[\]]*))?(?:\[([^[\]]*)\])?$/;
const LONGEST = 200;
/** Six decimals, which print as they are read. */
const DECIMAL = /^(\d(\.\d{0,6})?|\.\d{1,6})$/;

/** What may stand behind `@`. */
const NUMBERS = {
  none: { words: '', example: '', accepts: () => false },
  count: {
    words: 'a whole number from 1',
    example: '10',
    accepts: (text: string) => /^[1-9]\d{0,8}$/.test(text),
  },
  fraction: {
    words: 'a number above 0, and 1 at most, of up to six decimals',
    example: '0.1',
    accepts: (text: string) => DECIMAL.test(text) && Number(text) > 0 && Number(text) <= 1,
  },
  threshold: {
    words: 'a number from 0 to 1, of up to six decimals',
    example: '0.5',
    accepts: (text: string) => DECIMAL.test(text) && Number(text) <= 1,
  },
} as const;

/**
 * Reads `name[@number][[key=value,…]]` against the metrics of a task; `preset` is a key of metrics that other tools have,
 * and other keys win over it. One name may mean another metric in another task. All faults at once, code `metric-unknown`.
 */
export function readMetricId(text: string, task: Task, metrics: readonly MetricDefinition[]): MetricId {
  const match = text.length > LONGEST ? null : GRAMMAR.exec(text.trim());
  if (match === null) {
    return refused(
      `${quote(text)} is no metric.`,
      'Write `name`, `name@10` or `name@10[key=value,key=value]`.',
    );
  }
  const [, name = '', number, list] = match;
  const named = metrics.filter((metric) => metric.name === name.trim());
  const possible = named.filter(({ tasks }) => tasks.includes(task));
  const definition =
    possible.find(({ at }) => number !== undefined && NUMBERS[at].accepts(number)) ?? possible[0];
  if (definition === undefined) return { ok: false, faults: [noSuchMetric(name, task, named, metrics)] };
  const faults = [...checkNumber(definition, number)];
  const convention = readConventions(definition, list, faults);
  if (faults.length > 0) return { ok: false, faults };
  const at = number === undefined ? definition.defaultAt : Number(number);
  return { ok: true, metric: namedMetric(definition, { at, convention }) };
}

function namedMetric(definition: MetricDefinition, options: MetricOptions): ParsedMetric {
  const { at, convention } = options;
  const entries = Object.entries(convention);
  const unusual = entries.filter(([key, value]) => value !== definition.conventions[key]![0]);
  const print = (pairs: [string, string][]) => pairs.map(([key, value]) => `${key}=${value}`);
  const number = at === null || at === definition.defaultAt ? '' : `@${at}`;
  return {
    definition,
    options,
    id: `${definition.name}${number}${unusual.length > 0 ? `[${print(unusual).join(',')}]` : ''}`,
    convention: [...(at !== null && Number.isFinite(at) ? [`@${at}`] : []), ...print(entries)].join(','),
  };
}

function* checkNumber(
  { name, at, defaultAt }: MetricDefinition,
  number: string | undefined,
): Generator<Fault> {
  const { words, example, accepts } = NUMBERS[at];
  if (number === undefined) {
    if (at !== 'none' && defaultAt === null)
      yield unknown(`\`${name}\` needs a number.`, `Write \`${name}@${example}\`.`);
  } else if (at === 'none') {
    yield unknown(`\`${name}\` takes no number, but has @${clean(number)}.`, `Write \`${name}\`.`);
  } else if (!accepts(number)) {
    yield unknown(
      `The number of \`${name}\` is ${quote(number)}; it must be ${words}.`,
      `Write, for example, \`${name}@${example}\`.`,
    );
  }
}

/** Conventions with defaults filled in, in the order of the table. Adds what is wrong to `faults`. */
function readConventions(
  metric: MetricDefinition,
  list: string | undefined,
  faults: Fault[],
): Record<string, string> {
  const { name, conventions } = metric;
  const choices = choicesOf(metric);
  const given = new Map<string, string>();
  for (const part of list === undefined ? [] : list.split(',')) {
    const [key = '', value = '', ...rest] = part.split('=').map((side) => side.trim());
    const allowed = Object.hasOwn(choices, key) ? choices[key]! : null;
    if (value === '' || rest.length > 0) {
      faults.push(unknown(`${quote(part)} in \`${name}[…]\` is not \`key=value\`.`, describe(choices)));
    } else if (allowed === null) {
      const [close] = nearest(key, Object.keys(choices), 1);
      const guess = close === undefined ? '' : `Did you mean \`${close}\`? `;
      faults.push(unknown(`\`${name}\` has no convention ${quote(key)}.`, guess + describe(choices)));
    } else if (!allowed.includes(value)) {
      const fix = `Write one of ${allowed.map((one) => `\`${key}=${one}\``).join(', ')}.`;
      faults.push(unknown(`The convention \`${key}\` of \`${name}\` is ${quote(value)}.`, fix));
    } else if (given.has(key)) {
      faults.push(unknown(`\`${name}[…]\` gives \`${key}\` twice.`, 'Keep one.'));
    } else given.set(key, value);
  }
  const preset = presetOf(given.get('preset') ?? '', metric);
  return Object.fromEntries(
    Object.entries(conventions).map(([key, [usual]]) => [key, given.get(key) ?? preset[key] ?? usual!]),
  );
}

type Choices = Readonly<Record<string, readonly string[]>>;

/** What may stand between the brackets, by key. */
function choicesOf(metric: MetricDefinition): Choices {
  const presets = presetNames(metric);
  return presets.length === 0 ? metric.conventions : { ...metric.conventions, preset: presets };
}

function describe(choices: Choices): string {
  const all = Object.entries(choices).map(([key, values]) => `${key} (${values.join(', ')})`);
  return all.length === 0 ? 'It takes none.' : `It takes ${all.join('; ')}.`;
}

function noSuchMetric(
  name: string,
  task: Task,
  elsewhere: readonly MetricDefinition[],
  metrics: readonly MetricDefinition[],
): Fault {
  const names = namesOf(metrics.filter(({ tasks }) => tasks.includes(task)));
  const all = `Metrics of ${task} are ${names.join(', ')}.`;
  if (elsewhere.length > 0) {
    const tasks = [...new Set(elsewhere.flatMap((metric) => metric.tasks))];
    return unknown(`\`${name}\` is a metric of ${tasks.join(' and ')}, not of ${task}.`, all);
  }
  const [close] = nearest(name, names, 1);
  return unknown(
    `There is no metric ${quote(name)}.`,
    close === undefined ? all : `Did you mean \`${close}\`?`,
  );
}

export function namesOf(metrics: readonly MetricDefinition[]): string[] {
  return [...new Set(metrics.map(({ name }) => name))];
}

function unknown(message: string, fix: string): Fault {
  return { code: 'metric-unknown', message, fix };
}

function refused(message: string, fix: string): MetricId {
  return { ok: false, faults: [unknown(message, fix)] };
}

function quote(text: string): string {
  return JSON.stringify(text.slice(0, 80));
}

function clean(text: string): string {
  return quote(text).slice(1, -1);
}
