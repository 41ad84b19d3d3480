/** An inference request → tensors. Source: Open Inference Protocol REST, "Inference Request"; Triton's binary extension. */
import type { Signature, Tensor } from '../../ports.ts';
import { readBinary } from './binary-values.ts';
import { type Datatype, datatypeNamed, datatypeOf } from './datatypes.ts';
import { readValues } from './json-values.ts';
import { bad, Refusal, shown } from './refusal.ts';

export interface InferRequest {
  readonly id: string | null;
  readonly feeds: ReadonlyMap<string, Tensor>;
  /** In the order asked for. */
  readonly outputs: readonly { readonly name: string; readonly binary: boolean }[];
  /** First dimension of the inputs, 1 where there is none. */
  readonly rows: number;
}

export interface RequestLimits {
  readonly rows: number;
  /** Elements of one tensor. */
  readonly elements: number;
}

const MOST_DIMENSIONS = 32;
const decoder = new TextDecoder('utf-8', { fatal: true });

/**
 * `headerLength`: the bytes of JSON before the binary tensors, null for JSON alone.
 * Throws Refusal: nothing that contradicts the signature gets near ONNX Runtime.
 */
export function parseRequest(
  body: Uint8Array,
  headerLength: number | null,
  signature: Signature,
  limits: RequestLimits,
): InferRequest {
  const json = parseJson(body, headerLength);
  const binary = { bytes: body.subarray(headerLength ?? body.length), offset: 0 };
  if (!Array.isArray(json.inputs)) throw bad('The request has no `inputs`.');
  const feeds = new Map<string, Tensor>();
  for (const input of json.inputs) {
    const tensor = readInput(input, signature, binary, limits);
    if (feeds.has(tensor.name)) throw bad(`Input ${shown(tensor.name)} is given twice.`);
    feeds.set(tensor.name, tensor.value);
  }
  if (binary.offset !== binary.bytes.length)
    throw bad(`${binary.bytes.length - binary.offset} bytes follow the last tensor.`);
  const missing = signature.inputs.filter(({ name }) => !feeds.has(name));
  if (missing.length > 0)
    throw bad(
      `The request lacks ${missing
        .map(({ name }) => shown(name))
        .slice(0, 10)
        .join(', ')}.`,
    );
  return {
    id: readId(json.id),
    feeds,
    outputs: readOutputs(json, signature),
    rows: rowsOf(feeds, limits.rows),
  };
}

type Json = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function parseJson(body: Uint8Array, headerLength: number | null): Json {
  if (
    headerLength !== null &&
    (!Number.isSafeInteger(headerLength) || headerLength < 2 || headerLength > body.length)
  )
    throw bad(`Inference-Header-Content-Length is ${headerLength}, and the body has ${body.length} bytes.`);
  let json: unknown;
  try {
    json = JSON.parse(decoder.decode(body.subarray(0, headerLength ?? body.length)));
  } catch (error) {
    throw bad(`The body is not JSON: ${shown(error instanceof Error ? error.message : '')}.`);
  }
  if (!isObject(json)) throw bad('The body is not a JSON object.');
  return json;
}

function readId(id: unknown): string | null {
  if (id === undefined || id === null) return null;
  if (typeof id === 'string' && id.length <= 1024) return id;
  throw bad('`id` is text of 1,024 characters at most.');
}

function readInput(
  input: unknown,
  signature: Signature,
  binary: { readonly bytes: Uint8Array; offset: number },
  limits: RequestLimits,
): { readonly name: string; readonly value: Tensor } {
  if (!isObject(input) || typeof input.name !== 'string') throw bad('An entry of `inputs` has no `name`.');
  const { name } = input;
  const info = signature.inputs.find((one) => one.name === name);
  if (!info) throw bad(`The model has no input ${shown(name)}; it has ${namesOf(signature.inputs)}.`);
  const wanted = datatypeOf(info.type);
  if (!wanted)
    throw new Refusal(501, `Input ${shown(name)} takes ${info.type}, which the protocol cannot carry.`);
  const datatype = typeof input.datatype === 'string' ? datatypeNamed(input.datatype) : null;
  if (datatype !== wanted)
    throw bad(`Input ${shown(name)} is ${wanted.datatype}, and the request has ${shown(input.datatype)}.`);
  const shape = readShape(name, input.shape, info.shape);
  const length = shape.reduce((product, size) => product * size, 1);
  if (length > limits.elements)
    throw new Refusal(
      413,
      `Input ${shown(name)} has ${length} elements; at most ${limits.elements} are taken.`,
    );
  return {
    name,
    value: { type: wanted.type, shape, data: elements(name, input, wanted, length, binary) } as Tensor,
  };
}

function elements(
  name: string,
  { parameters, data }: Json,
  datatype: Datatype,
  length: number,
  binary: { readonly bytes: Uint8Array; offset: number },
) {
  const size = isObject(parameters) ? parameters.binary_data_size : undefined;
  if (size === undefined) return readValues(name, data, datatype, length);
  if (
    !Number.isSafeInteger(size) ||
    (size as number) < 0 ||
    (size as number) > binary.bytes.length - binary.offset
  )
    throw bad(`Input ${shown(name)} announces ${shown(size)} bytes, more than the body has.`);
  const bytes = binary.bytes.subarray(binary.offset, binary.offset + (size as number));
  binary.offset += size as number;
  return readBinary(name, bytes, datatype, length);
}

function readShape(name: string, shape: unknown, declared: Signature['inputs'][number]['shape']): number[] {
  const sizes = Array.isArray(shape) && shape.length <= MOST_DIMENSIONS ? shape : null;
  if (!sizes?.every((size) => Number.isSafeInteger(size) && size >= 0))
    throw bad(`Input ${shown(name)} has no \`shape\` of whole numbers.`);
  const fits =
    declared.length === 0 ||
    (declared.length === sizes.length &&
      declared.every((size, axis) => typeof size !== 'number' || size === sizes[axis]));
  if (fits) return sizes;
  const wanted = declared.map((size) => (typeof size === 'number' ? size : -1));
  throw bad(`Input ${shown(name)} has the shape [${sizes}], and the model takes [${wanted}].`);
}

function readOutputs(json: Json, signature: Signature): InferRequest['outputs'] {
  const all = isObject(json.parameters) && json.parameters.binary_data_output === true;
  const carried = signature.outputs.filter(({ type }) => datatypeOf(type) !== null);
  if (json.outputs === undefined) return carried.map(({ name }) => ({ name, binary: all }));
  if (!Array.isArray(json.outputs)) throw bad('`outputs` is a list.');
  return json.outputs.map((output) => {
    const name = isObject(output) ? output.name : undefined;
    if (!isObject(output) || !carried.some((one) => one.name === name))
      throw bad(`The model has no output ${shown(name)} to send; it has ${namesOf(carried)}.`);
    const own = isObject(output.parameters) ? output.parameters.binary_data : undefined;
    return { name: name as string, binary: typeof own === 'boolean' ? own : all };
  });
}

function rowsOf(feeds: ReadonlyMap<string, Tensor>, most: number): number {
  const rows = Math.max(1, ...[...feeds.values()].map(({ shape }) => shape[0] ?? 1));
  if (rows > most) throw bad(`The request has ${rows} rows; at most ${most} are taken at once.`);
  return rows;
}

const namesOf = (infos: readonly { readonly name: string }[]) =>
  infos
    .slice(0, 10)
    .map(({ name }) => shown(name))
    .join(', ') || 'none';
