/** What a caller of the baseline meets when the candidate takes its place. */
import type { Comparison } from '../../documents/validation.ts';
import type { Dimensions, ModelFacts, ValueFacts } from '../summary/facts.ts';

export type SignatureChange = Comparison['signature'][number];
type Level = SignatureChange['level'];

/** Every difference that a caller can notice, the breaking ones first. Equal signatures give none. */
export function signatureChanges(
  candidate: Pick<ModelFacts, 'inputs' | 'outputs'>,
  baseline: Pick<ModelFacts, 'inputs' | 'outputs'>,
): SignatureChange[] {
  const rank = { breaking: 0, warning: 1, compatible: 2 } as const;
  return [
    ...side('input', candidate.inputs, baseline.inputs),
    ...side('output', candidate.outputs, baseline.outputs),
  ].sort((a, b) => rank[a.level] - rank[b.level]);
}

type Side = 'input' | 'output';

const CONSEQUENCES = {
  input: {
    removed: ['breaking', 'callers that send it are refused'],
    added: ['breaking', 'callers do not send it'],
  },
  output: {
    removed: ['breaking', 'callers that read it find nothing'],
    added: ['compatible', 'callers that do not ask for it see no difference'],
  },
} as const satisfies Record<Side, Record<'removed' | 'added', readonly [Level, string]>>;

function side(kind: Side, now: readonly ValueFacts[], before: readonly ValueFacts[]): SignatureChange[] {
  const [current, former] = [now, before].map((values) => new Map(values.map((one) => [one.name, one])));
  const changes: SignatureChange[] = [];
  const tell = (level: Level, at: string, message: string) =>
    changes.push({ level, message, at: at.slice(0, 4096) });
  for (const [name, value] of former!) {
    const other = current!.get(name);
    if (other) changes.push(...valueChanges(kind, other, value));
    else
      tell(
        CONSEQUENCES[kind].removed[0],
        name,
        `${told(kind, name)} is gone: ${CONSEQUENCES[kind].removed[1]}.`,
      );
  }
  for (const name of current!.keys())
    if (!former!.has(name))
      tell(CONSEQUENCES[kind].added[0], name, `${told(kind, name)} is new: ${CONSEQUENCES[kind].added[1]}.`);
  const order = [current!, former!].map((side) =>
    [...side.keys()].filter((name) => former!.has(name) && current!.has(name)),
  );
  const moved = order[0]!.find((name, at) => order[1]![at] !== name);
  if (moved !== undefined)
    tell(
      'warning',
      moved,
      `The ${kind}s come in another order: callers that go by position get the wrong one.`,
    );
  return changes;
}

function valueChanges(kind: Side, now: ValueFacts, before: ValueFacts): SignatureChange[] {
  const change = (level: Level, message: string): SignatureChange => ({
    level,
    message,
    at: now.name.slice(0, 4096),
  });
  const it = told(kind, now.name);
  if (now.type !== before.type)
    return [
      change('breaking', `${it} is ${now.type ?? 'not a tensor'}; it was ${before.type ?? 'not a tensor'}.`),
    ];
  if (!now.shape || !before.shape) {
    return now.shape === before.shape
      ? []
      : [
          change(
            now.shape && kind === 'input' ? 'warning' : 'compatible',
            `${it} ${now.shape ? `is now declared as ${dimensions(now.shape)}` : `no longer declares its shape; it was ${dimensions(before.shape!)}`}.`,
          ),
        ];
  }
  const level = worst(now.shape, before.shape, kind);
  if (level === null) return [];
  const why =
    level === 'breaking' && kind === 'input' ? ': callers that send the former shape are refused' : '';
  return [change(level, `${it} is ${dimensions(now.shape)}; it was ${dimensions(before.shape)}${why}.`)];
}

/** Null when no caller can tell: a dynamic dimension may be called anything. */
function worst(now: Dimensions, before: Dimensions, kind: Side): Level | null {
  if (now.length !== before.length) return 'breaking';
  let found: Level | null = null;
  for (const [axis, size] of now.entries()) {
    const [fixed, was] = [typeof size === 'number', typeof before[axis] === 'number'];
    if (fixed && was && size !== before[axis]) return 'breaking';
    // An input that takes less, or an output that promises less.
    if (fixed && !was) found = kind === 'input' ? 'breaking' : (found ?? 'warning');
    if (!fixed && was) found ??= kind === 'input' ? 'compatible' : 'warning';
  }
  return found;
}

const told = (kind: Side, name: string) => `The ${kind} \`${name.slice(0, 200)}\``;

function dimensions(shape: Dimensions): string {
  return `[${shape
    .slice(0, 16)
    .map((size) => (size === null ? '?' : String(size).slice(0, 60)))
    .join(', ')}${shape.length > 16 ? ', …' : ''}]`;
}
