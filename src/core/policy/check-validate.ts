/** What a policy says of the checks of the model file. */
import { type Fault, nearest } from '../errors.ts';
import { CHECK_IDS, FIXED_CHECKS } from '../onnx/check-ids.ts';
import type { FaultWriter } from './faults.ts';
import { code, entriesOf, type Path, valueAt } from './words.ts';

/** Names of checks that do not exist, checks that no policy may turn down, and directions of what is no input. */
export function* checkValidate(model: unknown, path: Path, writer: FaultWriter): Generator<Fault> {
  const at = [...path, 'validate'];
  const known = new Set(CHECK_IDS);
  for (const [id, level] of entriesOf(valueAt(model, ['validate', 'checks']))) {
    if (!known.has(id)) yield unknownCheck(id, [...at, 'checks', id], writer, 'key');
    else if (level !== 'error' && FIXED_CHECKS.has(id))
      yield writer.fault(
        [...at, 'checks', id],
        `${code(id)} cannot be turned down: a model that it finds is not checked any further.`,
        'Leave it out.',
      );
  }
  const ignored = valueAt(model, ['validate', 'ignore']);
  for (const [i, entry] of (Array.isArray(ignored) ? ignored : []).entries()) {
    const id = valueAt(entry, ['check']);
    if (typeof id === 'string' && !known.has(id))
      yield unknownCheck(id, [...at, 'ignore', i, 'check'], writer, 'value');
  }
  yield* checkMonotonic(model, [...at, 'monotonic'], writer);
}

/** What can be told before a model is at hand; the columns of its inputs are known later. */
function* checkMonotonic(model: unknown, at: Path, writer: FaultWriter): Generator<Fault> {
  const monotonic = valueAt(model, ['validate', 'monotonic']);
  const names = entriesOf(monotonic).map(([name]) => name);
  if (names.length > 0 && valueAt(model, ['task']) === 'multiclass')
    yield writer.fault(
      at,
      '`monotonic` speaks of one score a row, and `task: multiclass` has one for each class.',
      'Leave it out.',
      'key',
    );
  // The parser drops it, and a check that is dropped must not look like one that passed.
  if (typeof monotonic === 'object' && monotonic !== null && Object.hasOwn(monotonic, '__proto__'))
    yield writer.fault(
      [...at, '__proto__'],
      'A column called "__proto__" cannot be named here.',
      'Rename it.',
      'key',
    );
  const label = valueAt(model, ['holdout', 'label']);
  if (typeof label === 'string' && names.includes(label))
    yield writer.fault(
      [...at, label],
      `${code(label)} is the label, which feeds no input.`,
      'Name a feature.',
      'key',
    );
}

function unknownCheck(id: string, path: Path, writer: FaultWriter, point: 'key' | 'value'): Fault {
  const [close] = nearest(id, CHECK_IDS, 1);
  const fix = close ? `Did you mean ${code(close)}?` : 'All of them are in docs/validate.md.';
  return writer.fault(path, `There is no check ${code(id)}.`, fix, point);
}
