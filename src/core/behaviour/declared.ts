/** From what a policy calls a column to its places in the inputs of a model. */
import { type Fault, nearest } from '../errors.ts';
import type { PolicyPositions } from '../policy/positions.ts';
import type { ModelPolicy } from '../policy/schema.ts';
import type { FeedPlan, Inputs } from '../scoring/mapping.ts';
import type { ColumnRequest, Signature } from '../scoring/types.ts';
import { code, list } from '../scoring/words.ts';
import type { Monotonic, Place } from './monotonic.ts';

/** By column, or by the text of an expression: each in every place that it feeds. */
export type Places = ReadonlyMap<string, readonly Place[]>;

/** As the rows of the holdout are fed. */
export function placesOfPlan({ inputs }: Pick<FeedPlan, 'inputs'>): Places {
  return gather(
    inputs
      .filter(({ kind }) => kind === 'columns')
      .map(({ name, requests }) => ({ name, from: requests.map(({ from }) => from) })),
  );
}

/** Without a holdout: by the mapping, or by the name of an input that takes one column. */
export function placesOfSignature({ inputs }: Signature, mapping: Inputs): Places {
  return gather(
    inputs.map(({ name, shape }) => {
      const entry = mapping !== 'auto' && Object.hasOwn(mapping, name) ? mapping[name] : undefined;
      if (entry === undefined) {
        const single = shape.length < 2 || (shape.length === 2 && shape[1] === 1);
        return { name, from: single ? [{ column: name }] : [] };
      }
      // Lists and constants have no column that could be turned up and down.
      if (typeof entry === 'object' && ('list' in entry || 'mask' in entry || 'value' in entry))
        return { name, from: [] };
      const columns = typeof entry === 'object' && 'columns' in entry ? entry.columns : entry;
      const each = Array.isArray(columns) ? columns : [columns];
      return { name, from: each.map((one) => (typeof one === 'string' ? { column: one } : one)) };
    }),
  );
}

function gather(
  inputs: readonly { readonly name: string; readonly from: readonly ColumnRequest['from'][] }[],
): Places {
  const places = new Map<string, Place[]>();
  for (const { name, from } of inputs)
    for (const [column, one] of from.entries()) {
      const key = 'sql' in one ? one.sql : one.column;
      const known = places.get(key) ?? [];
      known.push({ input: name, column });
      places.set(key, known);
    }
  return places;
}

/** What `validate.monotonic` declares, in its places; a fault for each name that feeds no input. */
export function declaredMonotonic(
  declared: ModelPolicy['validate']['monotonic'],
  places: Places,
  model: string,
  positions: PolicyPositions | undefined,
): { readonly monotonic: readonly Monotonic[]; readonly faults: readonly Fault[] } {
  const monotonic: Monotonic[] = [];
  const faults: Fault[] = [];
  for (const [name, direction] of Object.entries(declared)) {
    const found = places.get(name);
    if (found) monotonic.push({ name, places: found, direction });
    else faults.push(unknown(name, [...places.keys()], model, positions));
  }
  return { monotonic, faults };
}

function unknown(
  name: string,
  known: readonly string[],
  model: string,
  positions: PolicyPositions | undefined,
): Fault {
  const [near] = nearest(name, known, 1);
  return {
    code: positions ? 'policy-invalid' : 'usage-invalid',
    message: `\`monotonic\` names ${code(name)}, which feeds no input of the model.`,
    fix: near === undefined ? `What feeds it is ${list(known)}.` : `Did you mean ${code(near)}?`,
    ...(positions && { at: positions.at(['models', model, 'validate', 'monotonic', name]) }),
  };
}
