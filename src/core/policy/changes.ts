/** What an edit of the policy loosens and tightens. */
import type { Policy } from './schema.ts';
import { sliceName } from './slice-name.ts';
import { parseDuration, parsePercent } from './values.ts';
import { flow, type Path, where } from './words.ts';

export interface PolicyChange {
  /** `changes`: neither stricter nor laxer by itself, such as another holdout. */
  readonly effect: 'loosens' | 'tightens' | 'changes';
  /** `models.conversion.metrics.auc.margin`. */
  readonly path: string;
  /** As one line of YAML, bounded; null for what was not there, or no longer is. */
  readonly before: string | null;
  readonly after: string | null;
}

type Effect = PolicyChange['effect'];

/** Every difference, those that loosen first, else in the order of the file. */
export function policyChanges(before: Policy, after: Policy): PolicyChange[] {
  const changes = [...differences(keyed(before), keyed(after), [])];
  return EFFECTS.flatMap((effect) => changes.filter((one) => one.effect === effect));
}

const EFFECTS = ['loosens', 'tightens', 'changes'] as const satisfies readonly Effect[];

/** Lists whose entries are told apart by what they are about, not by their place. */
function keyed(policy: Policy): unknown {
  const models = Object.entries(policy.models).map(([name, model]) => {
    const { slices, validate } = model;
    const ignore = byKey(validate.ignore, ({ check, at = '' }) => `${check} ${at}`.trim());
    const targets = byKey(validate.targets, (target) => target);
    return [name, { ...model, slices: byKey(slices, sliceName), validate: { ...validate, ignore, targets } }];
  });
  return {
    ...policy,
    models: Object.fromEntries(models),
    waivers: byKey(policy.waivers, ({ rule }) => rule),
  };
}

function byKey<T>(list: readonly T[], key: (entry: T) => string): Record<string, T> {
  return Object.fromEntries(list.map((entry) => [key(entry), entry]));
}

function* differences(before: unknown, after: unknown, path: Path): Generator<PolicyChange> {
  if (isGroup(before) && isGroup(after)) {
    for (const key of new Set([...Object.keys(before), ...Object.keys(after)]))
      yield* differences(before[key], after[key], [...path, key]);
    return;
  }
  const [old, now] = [before, after].map((value) => (value === undefined ? null : flow(value)));
  if (old === now) return;
  yield { effect: effectOf(path, before, after), path: where(path), before: old!, after: now! };
}

function isGroup(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** `*` stands for one name. */
type Pattern = readonly string[];

/** What follows when something that was not there is written. The first that fits. */
const ADDED: readonly (readonly [Pattern, Effect])[] = [
  [['waivers', '*'], 'loosens'],
  [['models', '*', 'validate', 'ignore', '*'], 'loosens'],
  [['models', '*'], 'tightens'],
  [['models', '*', 'holdout'], 'tightens'],
  [['models', '*', 'metrics', '*'], 'tightens'],
  [['models', '*', 'slices', '*'], 'tightens'],
  [['models', '*', 'latency'], 'tightens'],
  [['models', '*', 'image'], 'tightens'],
  [['models', '*', 'validate', 'targets', '*'], 'tightens'],
  [['models', '*', 'validate', 'golden'], 'tightens'],
  [['models', '*', 'validate', 'monotonic', '*'], 'tightens'],
];

/** Conditions of a rule: to have one is stricter than to have none. `up`: what a larger number does. */
const CONDITIONS: Readonly<Record<string, { readonly up: Effect }>> = {
  margin: { up: 'loosens' },
  max: { up: 'loosens' },
  'max-gain': { up: 'loosens' },
  'min-coverage': { up: 'tightens' },
  'max-regression': { up: 'loosens' },
  min: { up: 'tightens' },
};

/** Other numbers and words with an order, the laxest word first. */
const NUMBERS: Readonly<Record<string, { readonly up: Effect }>> = {
  ...CONDITIONS,
  'min-rows': { up: 'loosens' },
  'min-positives': { up: 'loosens' },
  ceiling: { up: 'loosens' },
  tolerance: { up: 'loosens' },
  relative: { up: 'loosens' },
  absolute: { up: 'loosens' },
};
const WORDS: readonly { readonly at: Pattern; readonly laxestFirst: readonly unknown[] }[] = [
  { at: ['mode'], laxestFirst: ['guard', 'strict'] },
  { at: ['models', '*', 'validate', 'preset'], laxestFirst: ['default', 'strict'] },
  { at: ['models', '*', 'validate', 'checks', '*'], laxestFirst: ['off', 'warn', 'error'] },
  { at: ['models', '*', 'validate', 'behaviour'], laxestFirst: [false, true] },
  { at: ['models', '*', 'validate', 'load'], laxestFirst: [false, true] },
];
const LEVELS = ['warn', 'error'];

const OPPOSITE: Readonly<Record<Effect, Effect>> = {
  loosens: 'tightens',
  tightens: 'loosens',
  changes: 'changes',
};

function effectOf(path: Path, before: unknown, after: unknown): Effect {
  if (before === undefined) return addedEffect(path);
  if (after === undefined) return OPPOSITE[addedEffect(path)];
  const key = String(path.at(-1));
  const words = key === 'level' ? LEVELS : WORDS.find(({ at }) => fits(path, at))?.laxestFirst;
  if (words) return ordered(rankIn(words, before), rankIn(words, after), 'tightens');
  if (key === 'expires') return before! < after! ? 'loosens' : 'tightens';
  // A share and a number are not compared.
  if (!Object.hasOwn(NUMBERS, key) || typeof before !== typeof after) return 'changes';
  return ordered(amountOf(before), amountOf(after), NUMBERS[key]!.up);
}

function addedEffect(path: Path): Effect {
  const found = ADDED.find(([pattern]) => fits(path, pattern));
  if (found) return found[1];
  return Object.hasOwn(CONDITIONS, String(path.at(-1))) || isPercentile(path) ? 'tightens' : 'changes';
}

const isPercentile = (path: Path) =>
  fits(path, ['models', '*', 'latency', '*']) && /^p\d+$/.test(String(path[3]));

function fits(path: Path, pattern: Pattern): boolean {
  return path.length === pattern.length && pattern.every((step, i) => step === '*' || step === path[i]);
}

/** Null has no order: `point` is neither above nor below `strict`. */
function ordered(before: number | null, after: number | null, up: Effect): Effect {
  if (before === null || after === null) return 'changes';
  return after > before ? up : OPPOSITE[up];
}

const MAGNITUDES: readonly { readonly form: RegExp; readonly read: (text: string) => number }[] = [
  { form: /%$/, read: parsePercent },
  { form: /s$/, read: parseDuration },
];

function rankIn(words: readonly unknown[], word: unknown): number | null {
  const rank = words.indexOf(word);
  return rank < 0 ? null : rank;
}

function amountOf(value: unknown): number | null {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string') return null;
  return MAGNITUDES.find(({ form }) => form.test(value))?.read(value) ?? null;
}
