/** Zod's issues → faults in our words. */
import { z } from 'zod';
import { type Fault, nearest } from '../errors.ts';
import type { YamlPositions } from './positions.ts';
import { type Expectation, expectations } from './values.ts';
import { code, flow, type Path, show, valueAt, where } from './words.ts';

type Issue = z.core.$ZodIssue;

/** Builds the faults of one checked value. */
export interface FaultWriter {
  /** A key with a right value, as the user would write it. */
  pair(key: string, example: unknown): string;
  /** `at` points to the value, or with `key` to the key. */
  fault(path: Path, message: string, fix: string, point?: 'key' | 'value'): Fault;
}

/** More unknown keys than this in one place are not misspellings. */
const MOST_GUESSES = 50;

/** Every issue as one or more faults: an unknown key each, and one per wrong value. */
export function* explainIssues(
  issues: readonly Issue[],
  schema: z.core.$ZodType,
  root: unknown,
  writer: FaultWriter,
): Generator<Fault> {
  const flat = [...flatten(issues, [])];
  // A misspelled key is also a missing one; once is enough.
  const guessed = new Set(
    flat.flatMap((issue) => misspelled(issue, schema)).map((path) => JSON.stringify(path)),
  );
  const seen = new Set<string>();
  for (const issue of flat) {
    const path = issue.path as Path;
    const node = schemaAt(schema, path);
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys) yield unknownKey([...path, key], allowedKeys(node), writer);
      continue;
    }
    const id = JSON.stringify(path);
    const value = valueAt(root, path);
    // One wrong value can break several checks.
    if (seen.has(id) || (value === undefined && guessed.has(id))) continue;
    seen.add(id);
    yield value === undefined ? missingKey(path, node, writer) : wrongValue(path, value, node, writer);
  }
}

/** Paths of the keys that the unknown ones were probably meant to be. */
function misspelled(issue: Issue, schema: z.core.$ZodType): Path[] {
  if (issue.code !== 'unrecognized_keys') return [];
  const path = issue.path as Path;
  const allowed = allowedKeys(schemaAt(schema, path));
  return issue.keys
    .slice(0, MOST_GUESSES)
    .flatMap((key) => nearest(key, allowed, 1).map((name) => [...path, name]));
}

/** Within a union, only the option that the value was meant to be matters, when that is clear. */
function* flatten(issues: readonly Issue[], prefix: Path): Generator<Issue> {
  for (const issue of issues) {
    const path = [...prefix, ...(issue.path as Path)];
    const meant = issue.code === 'invalid_union' ? meantOption(issue.errors) : null;
    if (meant) yield* flatten(meant, path);
    else yield { ...issue, path } as Issue;
  }
}

function meantOption(options: readonly (readonly Issue[])[]): readonly Issue[] | null {
  const kinds = new Set(['invalid_type', 'invalid_value', 'invalid_union']);
  const possible = options.filter((issues) =>
    issues.every((issue) => issue.path.length > 0 || !kinds.has(issue.code)),
  );
  const fewest = Math.min(...possible.map(({ length }) => length));
  const best = possible.filter(({ length }) => length === fewest);
  if (best.length <= 1) return best[0] ?? null;
  const close = best.filter(misspelledThere);
  return close.length === 1 ? close[0]! : null;
}

/** Whether an unknown key is like one that is missing. */
function misspelledThere(issues: readonly Issue[]): boolean {
  const absent = issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys' ? [] : [String(issue.path[0])],
  );
  const odd = issues.flatMap((issue) => (issue.code === 'unrecognized_keys' ? issue.keys : []));
  return odd.slice(0, MOST_GUESSES).some((key) => nearest(key, absent, 1).length > 0);
}

function unknownKey(path: Path, allowed: readonly string[], writer: FaultWriter): Fault {
  const key = String(path.at(-1));
  const place = path.length > 1 ? ` in ${where(path.slice(0, -1))}` : '';
  return writer.fault(
    path,
    `${code(key)} is not a key${place}.`,
    suggest(key, allowed, 'Allowed here'),
    'key',
  );
}

/** "Did you mean", when a name is close, and all the names there are. */
export function suggest(wanted: string, names: readonly string[], label: string): string {
  const [close] = nearest(wanted, names);
  const all = `${label}: ${names.map(code).join(', ')}.`;
  return close === undefined ? all : `Did you mean ${code(close)}? ${all}`;
}

function missingKey(path: Path, node: z.core.$ZodType | null, writer: FaultWriter): Fault {
  const key = String(path.at(-1));
  const holder = path.length > 1 ? where(path.slice(0, -1)) : 'The policy';
  const fix = `Add \`${writer.pair(key, expectationOf(node).example)}\`.`;
  return writer.fault(path, `${holder} has no ${code(key)}.`, fix, 'key');
}

function wrongValue(path: Path, value: unknown, node: z.core.$ZodType | null, writer: FaultWriter): Fault {
  const { expected, example, explain } = expectationOf(node);
  const key = path.at(-1);
  const place = path.length === 0 ? 'The policy' : where(path);
  const found = value === null ? 'has no value' : `is ${show(value)}`;
  const right = typeof key === 'string' ? writer.pair(key, example) : flow(example);
  return writer.fault(
    path,
    `${place} ${found}: ${explain?.(value) ?? `it must be ${expected}`}.`,
    `Write, for example, \`${right}\`.`,
  );
}

const UNKNOWN: Expectation = { expected: 'something else', example: '…' };

function expectationOf(schema: z.core.$ZodType | null): Expectation {
  return (schema && expectations.get(schema as z.ZodType)) ?? UNKNOWN;
}

function unwrap(schema: z.core.$ZodType): z.core.$ZodType {
  let inner = schema;
  while (inner instanceof z.ZodOptional || inner instanceof z.ZodDefault) inner = inner.def.innerType;
  return inner;
}

/** The schema of the value at a path, without `optional` and `default`; null where there is none. */
export function schemaAt(root: z.core.$ZodType, path: Path): z.core.$ZodType | null {
  let options = [unwrap(root)];
  for (const step of path) {
    options = options.flatMap((schema) => stepInto(schema, step)).map(unwrap);
    if (options.length === 0) return null;
  }
  return options[0] ?? null;
}

function stepInto(schema: z.core.$ZodType, step: string | number): z.core.$ZodType[] {
  if (schema instanceof z.ZodUnion)
    return schema.def.options.flatMap((option) => stepInto(unwrap(option), step));
  if (schema instanceof z.ZodArray) return typeof step === 'number' ? [schema.def.element] : [];
  if (typeof step === 'number') return [];
  if (schema instanceof z.ZodRecord) return [schema.def.valueType];
  if (schema instanceof z.ZodObject && Object.hasOwn(schema.def.shape, step))
    return [schema.def.shape[step]!];
  return [];
}

function allowedKeys(schema: z.core.$ZodType | null): string[] {
  if (schema instanceof z.ZodObject) return Object.keys(schema.def.shape);
  if (schema instanceof z.ZodUnion)
    return [...new Set(schema.def.options.flatMap((option) => allowedKeys(unwrap(option))))];
  return [];
}

/** For a value from the file, with its positions; one put together from flags; or the conditions of a `--metric`. */
export function faultWriter(source: YamlPositions | 'flags' | 'conditions'): FaultWriter {
  if (typeof source === 'string')
    return {
      pair: (key, shown) => (source === 'flags' ? `--${key} ${flow(shown)}` : `${flow(key)}=${flow(shown)}`),
      fault: (_, message, fix) => ({ code: 'usage-invalid', message, fix }),
    };
  return {
    pair: (key, shown) => `${flow(key)}: ${flow(shown)}`,
    fault(path, message, fix, point = 'value') {
      const at = point === 'key' ? source.at(path) : source.ofValue(path);
      return { code: 'policy-invalid', message, fix, at };
    },
  };
}
