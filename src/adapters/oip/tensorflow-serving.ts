/** TensorFlow Serving over REST: https://www.tensorflow.org/tfx/serving/api_rest. Tensors travel as nested JSON by column. */
import { fault } from '../../core/errors.ts';
import type { InferenceEndpoint, Signature, Tensor, Tensors } from '../../ports.ts';
import { DATATYPES, fromJson, toJson } from './datatypes.ts';
import { type HttpOptions, openHttp, type Reply, shown } from './http.ts';
import { clipText } from './text.ts';

const SIGNATURE = 'serving_default';

/** TensorFlow's names of what JSON has a form for. */
const TYPES: ReadonlyMap<string, string> = new Map([
  ['DT_BOOL', 'BOOL'],
  ['DT_UINT8', 'UINT8'],
  ['DT_UINT16', 'UINT16'],
  ['DT_UINT32', 'UINT32'],
  ['DT_UINT64', 'UINT64'],
  ['DT_INT8', 'INT8'],
  ['DT_INT16', 'INT16'],
  ['DT_INT32', 'INT32'],
  ['DT_INT64', 'INT64'],
  ['DT_FLOAT', 'FP32'],
  ['DT_DOUBLE', 'FP64'],
  ['DT_STRING', 'BYTES'],
]);

const ADDRESS = /\/v1\/models\/[^/:]+(\/versions\/[^/:]+)?$/;

/** Whether an address is one of TensorFlow Serving; `:predict` behind it is taken off. */
export function servingAddress(address: string): URL | null {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (!url || !/^https?:$/.test(url.protocol)) return null;
  url.pathname = url.pathname.replace(/:predict$/, '');
  url.search = '';
  url.hash = '';
  return ADDRESS.test(url.pathname) ? url : null;
}

/** Throws `runtime-unavailable`, `model-timeout`, and `model-signature` for metadata that is missing or odd. */
export async function openServing(model: URL, options: HttpOptions): Promise<InferenceEndpoint> {
  const http = openHttp(options);
  const at = (suffix: string) => Object.assign(new URL(model), { pathname: `${model.pathname}${suffix}` });
  try {
    const { spec, inputs, outputs } = metadataOf(model, await http.send(at('/metadata')));
    return {
      identity: {
        url: shown(model),
        server: { name: 'TensorFlow Serving', version: '' },
        model: {
          name: clipText(String(spec.name ?? '')),
          version: clipText(String(spec.version ?? '')) || null,
        },
        platform: 'tensorflow',
      },
      binary: false,
      signature: { inputs: inputs.map(infoOf), outputs: outputs.map(infoOf) },
      async infer(feeds, wanted) {
        const bytes = Buffer.from(
          `{"signature_name":"${SIGNATURE}","inputs":{${inputs.map((one) => encode(model, one, feeds)).join()}}}`,
        );
        const headers = { 'Content-Type': 'application/json' };
        return decode(model, await http.send(at(':predict'), { bytes: [bytes], headers }), outputs, wanted);
      },
      isReady: async () => (await http.send(model)).status === 200,
      async [Symbol.asyncDispose]() {
        http[Symbol.dispose]();
      },
    };
  } catch (error) {
    http[Symbol.dispose]();
    throw error;
  }
}

interface Declared {
  readonly name: string;
  /** Of the Open Inference Protocol. */
  readonly datatype: string;
  readonly shape: readonly number[];
}

const infoOf = ({ name, datatype, shape }: Declared): Signature['inputs'][number] => ({
  name,
  type: DATATYPES.get(datatype)?.type ?? datatype,
  shape: shape.map((size) => (size < 0 ? null : size)),
});

const LOG = { fix: 'Look at the log of the server.' };

function metadataOf(url: URL, reply: Reply) {
  const value = jsonOf(reply) as
    | {
        model_spec?: { name?: unknown; version?: unknown };
        metadata?: { signature_def?: { signature_def?: object } };
      }
    | undefined;
  const signatures = value?.metadata?.signature_def?.signature_def ?? {};
  const signature = (signatures as Record<string, { inputs?: unknown; outputs?: unknown }>)[SIGNATURE];
  if (reply.status !== 200 || !signature)
    throw fault(
      reply.status >= 500 ? 'runtime-unavailable' : 'model-signature',
      `${shown(url)} gives no metadata with the signature \`${SIGNATURE}\` (status ${reply.status}${reasonOf(reply)}).`,
      { fix: 'Check the name of the model; export it with that signature.' },
    );
  const side = (tensors: unknown) => Object.entries((tensors ?? {}) as object).map(declared);
  return { spec: value!.model_spec ?? {}, inputs: side(signature.inputs), outputs: side(signature.outputs) };
}

/** Sizes are text there, and a scalar has no `dim`. */
function declared([name, info]: [string, unknown]): Declared {
  const { dtype, tensor_shape } = info as { dtype?: unknown; tensor_shape?: { dim?: { size?: unknown }[] } };
  return {
    name,
    datatype: TYPES.get(String(dtype)) ?? clipText(String(dtype), 40),
    shape: (tensor_shape?.dim ?? []).map(({ size }) => Number(size)),
  };
}

function encode(url: URL, { name, datatype }: Declared, feeds: Tensors): string {
  const tensor = feeds.get(name);
  const title = `Input \`${clipText(name)}\` of ${shown(url)}`;
  if (!tensor) throw fault('model-run-rejected', `${title} was given no values.`);
  const flat = Array.isArray(tensor.data)
    ? tensor.data.map((text) => JSON.stringify(text))
    : DATATYPES.get(datatype)?.json
      ? toJson(datatype, tensor)?.slice(1, -1).split(',')
      : null;
  if (!flat)
    throw fault('model-run-rejected', `${title} takes ${datatype}; such values have no form in JSON.`);
  return `${JSON.stringify(name)}:${nested(flat, tensor.shape)}`;
}

/** `nested(['1', '2', '3', '4'], [2, 2])` = `[[1,2],[3,4]]`. */
function nested(values: readonly string[], [size, ...inner]: readonly number[]): string {
  if (size === undefined) return values[0]!;
  const each = values.length / size;
  const parts = Array.from({ length: size }, (_, i) => nested(values.slice(i * each, (i + 1) * each), inner));
  return `[${parts.join()}]`;
}

/** A single output has no name around it. */
function decode(url: URL, reply: Reply, outputs: readonly Declared[], wanted: readonly string[]): Tensors {
  if (reply.status !== 200)
    throw fault(
      reply.status >= 500 || reply.status === 429 ? 'runtime-unavailable' : 'model-run-rejected',
      `${shown(url)} answered a batch with status ${reply.status}${reasonOf(reply)}.`,
      LOG,
    );
  const given = (jsonOf(reply) as { outputs?: unknown } | undefined)?.outputs;
  const found = new Map<string, Tensor>();
  for (const { name, datatype } of outputs.filter((one) => wanted.includes(one.name))) {
    const single = outputs.length === 1 && Array.isArray(given);
    const values = single ? given : (given as Record<string, unknown> | undefined)?.[name];
    const shape = shapeOf(values);
    const count = shape.reduce((product, size) => product * size, 1);
    const data = DATATYPES.has(datatype) ? fromJson(datatype, values, count) : null;
    if (!data)
      throw fault(
        'model-run-rejected',
        `${shown(url)} answered without output \`${clipText(name)}\`, or with one that is not ${datatype} in rows of one length.`,
        LOG,
      );
    found.set(name, { ...data, shape });
  }
  return found;
}

function shapeOf(values: unknown): number[] {
  const shape: number[] = [];
  for (let each = values; Array.isArray(each) && shape.length < 64; each = each[0]) shape.push(each.length);
  return shape;
}

function jsonOf({ body }: Reply): unknown {
  try {
    return JSON.parse(body.toString()) ?? undefined;
  } catch {
    return undefined;
  }
}

function reasonOf(reply: Reply): string {
  const { error } = (jsonOf(reply) ?? {}) as { error?: unknown };
  return typeof error === 'string' ? `: ${clipText(error)}` : '';
}
