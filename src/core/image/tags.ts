/**
 * Tags from rules, in the grammar of docker/metadata-action: `type=sha`, `type=ref,event=branch`,
 * `type=semver,pattern={{version}}`, `type=raw,value=stable`, `type=model`.
 */
import { expand } from './tag-expressions.ts';

/** What the tags are made of. */
export interface TagFacts {
  /** `refs/heads/main`, `refs/tags/v1.2.3` or `refs/pull/7/merge`; empty outside of CI. */
  readonly ref: string;
  /** Hexadecimal. */
  readonly commit: string;
  readonly defaultBranch: string;
  /** Hexadecimal SHA-256 of the model. */
  readonly model: string;
  /** ISO 8601, UTC. */
  readonly now: string;
}

export type TagResult =
  | { readonly ok: true; readonly tags: readonly string[] }
  | { readonly ok: false; readonly faults: readonly { readonly message: string; readonly fix: string }[] };

type Attributes = Readonly<Record<string, string>>;
type Make = (attributes: Attributes, facts: TagFacts) => string | null;

/** By type: what it makes, null where it has nothing to say of this run. `priority`: the higher stands first. */
const TYPES: Readonly<
  Record<string, { readonly priority: number; readonly keys: readonly string[]; readonly make: Make }>
> = {
  semver: { priority: 900, keys: ['pattern', 'value'], make: semver },
  match: { priority: 800, keys: ['pattern', 'group', 'value'], make: match },
  ref: { priority: 600, keys: ['event'], make: ref },
  edge: {
    priority: 700,
    keys: ['branch'],
    make: ({ branch }, { ref, defaultBranch }) =>
      ref === `refs/heads/${branch ?? defaultBranch}` ? 'edge' : null,
  },
  schedule: {
    priority: 1000,
    keys: ['pattern'],
    make: ({ pattern = 'nightly' }) => pattern,
  },
  raw: { priority: 200, keys: ['value'], make: ({ value }) => value ?? null },
  sha: {
    priority: 100,
    keys: ['format'],
    make: ({ format }, { commit }) =>
      commit === '' ? null : format === 'long' ? commit : commit.slice(0, 7),
  },
  model: { priority: 150, keys: [], make: (_, { model }) => model.slice(0, 12) },
};

/** Set on every type. */
const COMMON = ['type', 'enable', 'priority', 'prefix', 'suffix'];
const PREFIXES: Readonly<Record<string, string>> = { sha: 'sha-', model: 'model-' };

/** In the order of their priority, each once. A rule that has nothing to say of this run makes no tag. */
export function makeTags(rules: readonly string[], facts: TagFacts): TagResult {
  const faults: { message: string; fix: string }[] = [];
  const made: { tag: string; priority: number }[] = [];
  for (const rule of rules) {
    const attributes = attributesOf(rule, facts);
    const type = Object.hasOwn(TYPES, attributes.type ?? '') ? TYPES[attributes.type!]! : null;
    const unknown = Object.keys(attributes).filter(
      (key) => !COMMON.includes(key) && !type?.keys.includes(key),
    );
    if (!type || unknown.length > 0) {
      const what = type
        ? `no attribute \`${unknown[0]!.slice(0, 50)}\``
        : `no type \`${(attributes.type ?? '').slice(0, 50)}\``;
      const known = type ? [...type.keys, ...COMMON.slice(1)] : Object.keys(TYPES);
      faults.push({
        message: `Tag rule \`${rule.slice(0, 100)}\` has ${what}.`,
        fix: `There is ${known.join(', ')}.`,
      });
      continue;
    }
    const wrong = wrongIn(attributes);
    if (wrong) {
      faults.push({ message: `Tag rule \`${rule.slice(0, 100)}\` ${wrong.message}`, fix: wrong.fix });
      continue;
    }
    const value = attributes.enable === 'false' ? null : type.make(attributes, facts);
    if (value === null) continue;
    const prefix = attributes.prefix ?? PREFIXES[attributes.type!] ?? '';
    const tag = sanitized(`${prefix}${value}${attributes.suffix ?? ''}`);
    if (tag !== '') made.push({ tag, priority: Number(attributes.priority ?? type.priority) });
  }
  if (faults.length > 0) return { ok: false, faults };
  const ordered = made.toSorted((a, b) => b.priority - a.priority).map(({ tag }) => tag);
  return { ok: true, tags: [...new Set(ordered)] };
}

/** A tag that should not be there is worse than none, so that nothing else than these two words is taken for yes or no. */
function wrongIn({
  enable = 'true',
  type,
  pattern = '',
}: Attributes): { message: string; fix: string } | null {
  if (enable !== 'true' && enable !== 'false')
    return {
      message: `has \`enable=${enable.slice(0, 50)}\`, which is neither true nor false.`,
      fix: 'Write `enable=true`, `enable=false` or `enable={{is_default_branch}}`.',
    };
  if (type === 'match' && regular(pattern) === null)
    return {
      message: 'has a pattern that is no regular expression.',
      fix: 'Write it like `pattern=v(\\d+\\.\\d+),group=1`.',
    };
  return null;
}

function regular(pattern: string): RegExp | null {
  try {
    return pattern === '' ? null : new RegExp(pattern);
  } catch {
    return null;
  }
}

/** A rule without `=` is a tag as it is. */
function attributesOf(rule: string, facts: TagFacts): Record<string, string> {
  if (!rule.includes('=')) return { type: 'raw', value: expand(rule.trim(), facts) };
  return Object.fromEntries(
    rule.split(',').map((part) => {
      const [key = '', ...value] = part.split('=');
      return [key.trim(), expand(value.join('=').trim(), facts)];
    }),
  );
}

function ref({ event }: Attributes, { ref: name }: TagFacts): string | null {
  const [, kind, rest = ''] = /^refs\/(heads|tags|pull)\/(.+?)(?:\/merge)?$/.exec(name) ?? [];
  const wanted = { branch: 'heads', tag: 'tags', pr: 'pull' }[event ?? 'branch'];
  if (kind === undefined || kind !== wanted) return null;
  return kind === 'pull' ? `pr-${rest}` : rest;
}

const SEMVER = /^v?(\d+)\.(\d+)\.(\d+)((?:-[0-9A-Za-z.-]+)?)(?:\+[0-9A-Za-z.-]+)?$/;

/** A version before its release makes only its own tag: `1.2` must not move to `1.2.3-rc.1`. */
function semver({ pattern = '{{version}}', value }: Attributes, { ref: name }: TagFacts): string | null {
  const found = SEMVER.exec(value ?? /^refs\/tags\/(.+)$/.exec(name)?.[1] ?? '');
  if (!found) return null;
  const [, major, minor, patch, before = ''] = found;
  const version = `${major}.${minor}.${patch}${before}`;
  if (before !== '') return version;
  const parts: Record<string, string> = {
    version,
    raw: version,
    major: major!,
    minor: minor!,
    patch: patch!,
  };
  return pattern.replace(/\{\{\s*(\w+)\s*\}\}/g, (whole, key: string) => parts[key] ?? whole);
}

/** What a pattern finds in the name of the Git tag. */
function match({ pattern = '', group = '0', value }: Attributes, { ref: name }: TagFacts): string | null {
  const text = value ?? /^refs\/tags\/(.+)$/.exec(name)?.[1] ?? '';
  return regular(pattern)?.exec(text)?.[Number(group)] ?? null;
}

/** What a registry takes: other characters become dashes, and it begins with a letter, a digit or `_`. */
function sanitized(tag: string): string {
  return tag
    .replace(/[^A-Za-z0-9._-]+/g, '-')
    .replace(/^[.-]+/, '')
    .slice(0, 128);
}
