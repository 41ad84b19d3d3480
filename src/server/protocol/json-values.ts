import type { TensorData } from '../../ports.ts';
import type { Datatype } from './datatypes.ts';
import { bad, shown } from './refusal.ts';

/** Deepest nesting of `data`: ONNX Runtime takes few more dimensions. */
const MOST_DEPTH = 32;

/**
 * The values of a tensor in JSON, flat or nested row-major, into an array of `length` elements.
 * Throws Refusal for a value that is none of the type, and for too many or too few.
 */
export function readValues(
  name: string,
  data: unknown,
  datatype: Datatype,
  length: number,
): TensorData['data'] {
  const { fromJson } = datatype;
  if (!Array.isArray(data)) throw bad(`Input ${shown(name)} has no \`data\`: a list of values is needed.`);
  if (fromJson === null)
    throw bad(`${datatype.datatype} has no form in JSON: send input ${shown(name)} as binary data.`);
  const values = datatype.allocate(length);
  let count = 0;
  const put = (list: readonly unknown[], depth: number): void => {
    if (depth > MOST_DEPTH) throw bad(`The data of input ${shown(name)} is nested too deep.`);
    for (const value of list) {
      if (Array.isArray(value)) {
        put(value, depth + 1);
        continue;
      }
      const element = fromJson(value);
      if (element === null)
        throw bad(
          `Value ${count} of input ${shown(name)} is ${shown(value)}, which is no ${datatype.datatype}.`,
        );
      if (count < length) values[count] = element as never;
      count++;
    }
  };
  put(data, 1);
  if (count !== length) throw bad(`Input ${shown(name)} has ${count} values, and its shape needs ${length}.`);
  return values;
}

/** The elements as JSON carries them: whole numbers beyond 2^53 as they are, since a reader may know better. */
export function writeValues({ type, data }: TensorData): string {
  if (type === 'string') return JSON.stringify(data);
  if (type === 'bool') return `[${Array.from(data as Uint8Array, (bit) => bit !== 0).join(',')}]`;
  if (type === 'float32' || type === 'float64') return writeFloats(data as Float32Array | Float64Array);
  return `[${(data as Int32Array).join(',')}]`;
}

/** JSON has neither NaN nor infinities; a float32 is written with the digits that give it back. */
function writeFloats(data: Float32Array | Float64Array): string {
  const text = new Array<string>(data.length);
  for (let i = 0; i < data.length; i++) {
    const value = data[i]!;
    text[i] = Number.isFinite(value) ? String(value) : 'null';
  }
  return `[${text.join(',')}]`;
}
