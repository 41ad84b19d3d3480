/** What a policy says of the checks of the model file. */
import { type Fault, nearest } from '../errors.ts';
import { CHECK_IDS, FIXED_CHECKS } from '../onnx/check-ids.ts';
import type { FaultWriter } from './faults.ts';
import { code, entriesOf, type Path, valueAt } from './words.ts';

/** Names of checks that do not exist, and checks that no policy may turn down. */
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
}

function unknownCheck(id: string, path: Path, writer: FaultWriter, point: 'key' | 'value'): Fault {
  const [close] = nearest(id, CHECK_IDS, 1);
  const fix = close ? `Did you mean ${code(close)}?` : 'All of them are in docs/validate.md.';
  return writer.fault(path, `There is no check ${code(id)}.`, fix, point);
}
