/** What no single key shows: keys that contradict or need each other. Works on any value, right or wrong. */
import type { Fault } from '../errors.ts';
import type { Task } from '../metrics/prepared.ts';
import { parseMetricId } from '../metrics/table.ts';
import { checkValidate } from './check-validate.ts';
import { checkWaivers } from './check-waivers.ts';
import type { FaultWriter } from './faults.ts';
import { metricIdOf } from './metric-id.ts';
import { MODEL_NAME, parseDuration } from './values.ts';
import { entriesOf, flow, type Path, show, valueAt, where } from './words.ts';

type Check = (value: unknown, path: Path, writer: FaultWriter) => Iterable<Fault>;

export const TASKS: readonly Task[] = ['binary', 'multiclass', 'regression', 'ranking'];

export function* checkAcross(root: unknown, writer: FaultWriter): Generator<Fault> {
  yield* checkNames(valueAt(root, ['models']), ['models'], writer);
  for (const [name, model] of entriesOf(valueAt(root, ['models'])))
    for (const check of MODEL_CHECKS) yield* check(model, ['models', name], writer);
  yield* checkWaivers(root, writer);
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
  if (
    valueAt(model, ['task']) === 'ranking' &&
    holdout !== undefined &&
    valueAt(holdout, ['group']) === undefined
  )
    yield writer.fault(
      at,
      `${where(at)} has no \`group\`, and a ranking is judged list by list.`,
      'Add the column whose rows make one list, such as `group: query_id`.',
      'key',
    );
  if (valueAt(model, ['metrics']) !== undefined && holdout === undefined)
    yield writer.fault(
      [...path, 'metrics'],
      `${where(path)} has metrics, but no \`holdout\` to measure them on.`,
      'Add `holdout: { source: data/holdout.parquet, label: purchased }`.',
      'key',
    );
};

const checkMetrics: Check = function* (model, path, writer) {
  const metrics = [...path, 'metrics'];
  const task = valueAt(model, ['task']) ?? 'binary';
  const seen = new Map<string, string>();
  for (const [id, rule] of entriesOf(valueAt(model, ['metrics']))) {
    if (isTask(task)) yield* checkMetricId(id, rule, [...metrics, id], task, seen, writer);
    yield* checkBounds(rule, [...metrics, id], writer);
    yield* checkBounds(valueAt(rule, ['slices']), [...metrics, id, 'slices'], writer);
  }
};

const checkSlices: Check = function* (model, path, writer) {
  const slices = valueAt(model, ['slices']);
  if (!Array.isArray(slices)) return;
  const at = [...path, 'slices'];
  if (valueAt(model, ['holdout']) === undefined)
    yield writer.fault(
      at,
      `${where(path)} has slices, but no \`holdout\` to cut them from.`,
      'Add `holdout: { source: data/holdout.parquet, label: purchased }`.',
      'key',
    );
  const seen = new Set<string>();
  for (const [i, slice] of slices.entries()) {
    const place = [...at, i];
    const [by, condition, name] = ['by', 'where', 'name'].map((key) => valueAt(slice, [key]));
    if ((by === undefined) === (condition === undefined)) {
      if (typeof slice === 'object' && slice !== null)
        yield writer.fault(
          place,
          `${where(place)} has ${by === undefined ? 'neither `by` nor' : 'both `by` and'} \`where\`.`,
          'Write `by: region` for a slice per value, or `where: price > 100` for one slice.',
        );
      continue;
    }
    if (by !== undefined && name !== undefined)
      yield writer.fault(
        [...place, 'name'],
        `${where(place)} has a \`name\`, and the slices of \`by\` are named by their values.`,
        'Leave it out.',
        'key',
      );
    const columns = Array.isArray(by) ? by : [by];
    const twice = columns.find((column, at) => columns.indexOf(column) < at);
    if (twice !== undefined)
      yield writer.fault(
        [...place, 'by'],
        `${where([...place, 'by'])} has ${show(twice)} twice.`,
        'Keep one.',
      );
    // Columns of a table differ in more than upper and lower case.
    const key = String(by === undefined ? `where ${name ?? condition}` : `by ${columns}`).toLowerCase();
    if (seen.has(key))
      yield writer.fault(
        place,
        `${where(place)} is ${show(by ?? name ?? condition)}, as one above is.`,
        by === undefined ? 'Keep one, or give it another `name`.' : 'Keep one.',
      );
    seen.add(key);
  }
};

const isTask = (task: unknown): task is Task => TASKS.some((one) => one === task);

/** `seen`: what was written, by the id that it comes to. */
function* checkMetricId(
  key: string,
  rule: unknown,
  path: Path,
  task: Task,
  seen: Map<string, string>,
  writer: FaultWriter,
): Generator<Fault> {
  const convention = Object.fromEntries(
    entriesOf(valueAt(rule, ['convention'])).map(([name, value]) => [name, String(value)]),
  );
  if (key.includes('[') && Object.keys(convention).length > 0) {
    yield writer.fault(
      [...path, 'convention'],
      `${where(path)} has conventions in its name and under \`convention\`.`,
      'Write them in one place.',
      'key',
    );
    return;
  }
  const parsed = parseMetricId(metricIdOf(key, { convention }), task);
  if (!parsed.ok) {
    for (const { message, fix } of parsed.faults) yield writer.fault(path, message, fix!, 'key');
    return;
  }
  const { id } = parsed.metric;
  const other = seen.get(id);
  if (other !== undefined)
    yield writer.fault(path, `${show(other)} and ${show(key)} are the same metric.`, 'Keep one.', 'key');
  seen.set(id, key);
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
  for (const key of ['inputs', 'baseline-inputs']) {
    const inputs = valueAt(model, [key]);
    if (typeof inputs === 'object' && inputs !== null && Object.hasOwn(inputs, '__proto__'))
      yield writer.fault(
        [...path, key, '__proto__'],
        'An input called "__proto__" cannot be mapped.',
        `Rename the input in the model, or use \`${key}: auto\`.`,
        'key',
      );
  }
};

const MODEL_CHECKS: readonly Check[] = [
  checkHoldout,
  checkMetrics,
  checkSlices,
  checkLatency,
  checkInputs,
  checkValidate,
];
