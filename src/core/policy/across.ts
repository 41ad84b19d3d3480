/** What no single key shows: keys that contradict or need each other. Works on any value, right or wrong. */
import type { Fault } from '../errors.ts';
import { type FaultWriter, suggest } from './faults.ts';
import { MODEL_NAME, parseDuration } from './values.ts';
import { code, entriesOf, flow, type Path, show, valueAt, where } from './words.ts';

type Check = (
  value: unknown,
  path: Path,
  writer: FaultWriter,
  knownMetrics: readonly string[],
) => Iterable<Fault>;

export function* checkAcross(
  root: unknown,
  knownMetrics: readonly string[],
  writer: FaultWriter,
): Generator<Fault> {
  yield* checkNames(valueAt(root, ['models']), ['models'], writer, knownMetrics);
  for (const [name, model] of entriesOf(valueAt(root, ['models'])))
    for (const check of MODEL_CHECKS) yield* check(model, ['models', name], writer, knownMetrics);
}

const checkNames: Check = function* (models, path, writer) {
  const names = entriesOf(models).map(([name]) => name);
  if (names.length === 0 && models !== null && typeof models === 'object')
    yield writer.fault(
      path,
      '`models` names no model.',
      'Write, for example, `models: { conversion: { candidate: models/conversion.onnx } }`.',
    );
  const seen = new Map<string, string>();
  for (const name of names) {
    if (!MODEL_NAME.test(name))
      yield writer.fault(
        [...path, name],
        `${show(name)} cannot be the name of a model: it becomes the name of a folder.`,
        'Use letters, digits, `.`, `_` and `-`, 100 at most, and begin with a letter or digit.',
        'key',
      );
    const folded = name.toLowerCase();
    const other = seen.get(folded);
    if (other !== undefined)
      yield writer.fault(
        [...path, name],
        `The models ${show(other)} and ${show(name)} differ only in upper and lower case.`,
        'Rename one: they would share a folder on macOS and Windows.',
        'key',
      );
    seen.set(folded, name);
  }
};

const checkHoldout: Check = function* (model, path, writer) {
  const holdout = valueAt(model, ['holdout']);
  const at = [...path, 'holdout'];
  if (entriesOf(holdout).length > 0) {
    const [source, query] = ['source', 'query'].map((key) => valueAt(holdout, [key]) !== undefined);
    if (source && query)
      yield writer.fault(
        [...at, 'query'],
        `${where(at)} has both \`source\` and \`query\`.`,
        'Keep one: `source` names files, and a `query` names its own.',
        'key',
      );
    if (!source && !query)
      yield writer.fault(
        at,
        `${where(at)} does not say where its rows are.`,
        'Add `source: data/holdout/*.parquet`, or a `query`.',
        'key',
      );
  }
  if (valueAt(model, ['metrics']) !== undefined && holdout === undefined)
    yield writer.fault(
      [...path, 'metrics'],
      `${where(path)} has metrics, but no \`holdout\` to measure them on.`,
      'Add `holdout: { source: data/holdout.parquet, label: purchased }`.',
      'key',
    );
};

const checkMetrics: Check = function* (model, path, writer, knownMetrics) {
  const metrics = [...path, 'metrics'];
  for (const [id, rule] of entriesOf(valueAt(model, ['metrics']))) {
    if (!knownMetrics.includes(id)) yield unknownMetric(id, [...metrics, id], writer, knownMetrics);
    yield* checkBounds(rule, [...metrics, id], writer);
  }
};

export function unknownMetric(
  id: string,
  path: Path,
  writer: FaultWriter,
  knownMetrics: readonly string[],
): Fault {
  return writer.fault(path, `There is no metric ${code(id)}.`, suggest(id, knownMetrics, 'Known'), 'key');
}

export function* checkBounds(rule: unknown, path: Path, writer: FaultWriter): Generator<Fault> {
  const min = valueAt(rule, ['min']);
  const max = valueAt(rule, ['max']);
  if (typeof min === 'number' && typeof max === 'number' && min > max)
    yield writer.fault(
      [...path, 'min'],
      `${where(path)} has a \`min\` of ${flow(min)} above its \`max\` of ${flow(max)}: nothing can pass.`,
      'Exchange the two, or leave one out.',
    );
}

const PERCENTILES = ['p50', 'p95', 'p99'] as const;

const checkLatency: Check = function* (model, path, writer) {
  const latency = valueAt(model, ['latency']);
  const at = [...path, 'latency'];
  const batch = valueAt(latency, ['batch']);
  if (Array.isArray(batch))
    for (const [i, size] of batch.entries())
      if (batch.indexOf(size) < i)
        yield writer.fault(
          [...at, 'batch', i],
          `${where([...at, 'batch'])} has ${show(size)} twice.`,
          'Keep one.',
        );
  let lower: { key: string; text: string; seconds: number } | null = null;
  for (const key of PERCENTILES) {
    const rule = valueAt(latency, [key]);
    if (typeof rule === 'object' && rule !== null && !('max' in rule) && !('max-regression' in rule))
      yield writer.fault(
        [...at, key],
        `${where([...at, key])} sets no condition.`,
        'Add `max: 15ms`, `max-regression: 10%` or both.',
        'key',
      );
    const max = valueAt(rule, ['max']);
    const seconds = typeof max === 'string' ? secondsOf(max) : null;
    if (seconds === null) continue;
    if (lower && lower.seconds > seconds)
      yield writer.fault(
        [...at, key, 'max'],
        `${where([...at, key])} allows ${show(max)}, less than the ${show(lower.text)} of \`${lower.key}\`, which is never the longer one.`,
        `Exchange the two, or leave out the \`max\` of \`${lower.key}\`.`,
      );
    lower = { key, text: max as string, seconds };
  }
};

function secondsOf(text: string): number | null {
  try {
    return parseDuration(text);
  } catch {
    return null;
  }
}

const checkInputs: Check = function* (model, path, writer) {
  const inputs = valueAt(model, ['inputs']);
  if (typeof inputs === 'object' && inputs !== null && Object.hasOwn(inputs, '__proto__'))
    yield writer.fault(
      [...path, 'inputs', '__proto__'],
      'An input called "__proto__" cannot be mapped.',
      'Rename the input in the model, or use `inputs: auto`.',
      'key',
    );
};

const MODEL_CHECKS: readonly Check[] = [checkHoldout, checkMetrics, checkLatency, checkInputs];
