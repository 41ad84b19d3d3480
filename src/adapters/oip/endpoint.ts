/** A client of the Open Inference Protocol (KServe V2 over HTTP): https://github.com/kserve/open-inference-protocol. */
import { type FaultError, fault } from '../../core/errors.ts';
import type { InferenceEndpoint, Signature, Tensor, Tensors } from '../../ports.ts';
import { DATATYPES, fromBytes, fromJson, toBytes, toJson } from './datatypes.ts';
import { type HttpOptions, openHttp, type Reply, shown } from './http.ts';
import { clipText } from './text.ts';

const USUAL: HttpOptions = { seconds: 60, concurrency: 4, mostBytes: 256 * 2 ** 20, retries: 3 };

interface Declared {
  readonly name: string;
  readonly datatype: string;
  readonly shape: readonly number[];
}

/**
 * `address`: `http://host:port/v2/models/NAME[/versions/V]`; user and password in it are sent and never shown.
 * Throws `runtime-unavailable` (down, not ready), `model-timeout`, `model-signature` (metadata that is missing or odd).
 */
export async function openEndpoint(
  address: string,
  options: Partial<HttpOptions> & { readonly binary?: boolean } = {},
): Promise<InferenceEndpoint> {
  const model = parseAddress(address);
  const http = openHttp({ ...USUAL, ...options });
  const at = (suffix: string) => Object.assign(new URL(model), { pathname: `${model.pathname}${suffix}` });
  const root = Object.assign(new URL(model), { pathname: model.pathname.replace(/\/models\/.*$/, '') });
  try {
    const ready = await http.send(at('/ready'));
    if (ready.status !== 200) throw notReady(model, ready);
    const server = readJson(root, await http.send(root));
    const metadata = readJson(model, await http.send(model));
    const inputs = declared(model, metadata, 'inputs');
    const outputs = declared(model, metadata, 'outputs');
    const extensions = Array.isArray(server.extensions) ? server.extensions.map(String) : [];
    const binary = options.binary ?? extensions.some((name) => name.startsWith('binary_tensor_data'));
    const versions = Array.isArray(metadata.versions) ? metadata.versions.map(String) : [];
    const asked = /\/versions\/([^/]+)$/.exec(model.pathname)?.[1];
    const identity = {
      url: shown(model),
      server: { name: text(server.name), version: text(server.version) },
      model: { name: text(metadata.name), version: asked ?? (versions.length === 1 ? versions[0]! : null) },
      platform: text(metadata.platform),
    };
    const infer = async (feeds: Tensors, wanted: readonly string[]) => {
      const request = encode(model, inputs, feeds, wanted, binary);
      const reply = await http.send(at('/infer'), request);
      return decode(model, reply, outputs, wanted);
    };
    const isReady = async () => (await http.send(at('/ready'))).status === 200;
    return {
      identity,
      binary,
      signature: { inputs: inputs.map(infoOf), outputs: outputs.map(infoOf) },
      infer,
      isReady,
      async [Symbol.asyncDispose]() {
        http[Symbol.dispose]();
      },
    };
  } catch (error) {
    http[Symbol.dispose]();
    throw error;
  }
}

function parseAddress(address: string): URL {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (
    url &&
    /^https?:$/.test(url.protocol) &&
    /\/v2\/models\/[^/]+(\/versions\/[^/]+)?$/.test(url.pathname)
  ) {
    url.search = '';
    url.hash = '';
    return url;
  }
  throw fault('usage-invalid', `${clipText(url ? shown(url) : address)} is no address of a model.`, {
    fix: 'It ends in `/v2/models/NAME` or `/v2/models/NAME/versions/V`; as `endpoint` of a benchmark also in `/v1/models/NAME`, for TensorFlow Serving.',
  });
}

const text = (value: unknown) => (typeof value === 'string' ? clipText(value) : '');

function notReady(url: URL, reply: Reply): FaultError {
  if (reply.status === 404)
    return fault(
      'model-signature',
      `${shown(url)} is not there: the server knows no such model or version.`,
      {
        fix: 'Check the name and the version; the server lists its models with `POST /v2/repository/index`.',
      },
    );
  return fault(
    'runtime-unavailable',
    `${shown(url)} is not ready (status ${reply.status}${reasonOf(reply)}).`,
    {
      fix: 'Wait until `/v2/health/ready` answers 200, or look at the log of the server.',
    },
  );
}

function reasonOf({ body }: Reply): string {
  try {
    const { error } = JSON.parse(body.toString()) as { error?: unknown };
    return typeof error === 'string' ? `: ${clipText(error)}` : '';
  } catch {
    return '';
  }
}

function readJson(url: URL, reply: Reply): Record<string, unknown> {
  if (reply.status === 200) {
    try {
      const value: unknown = JSON.parse(reply.body.toString());
      if (typeof value === 'object' && value !== null) return value as Record<string, unknown>;
    } catch {
      // Said below.
    }
  }
  throw fault(
    'model-signature',
    `${shown(url)} gives no metadata of the Open Inference Protocol (status ${reply.status}${reasonOf(reply)}).`,
    { fix: 'Check the address; it must be a server that speaks the protocol, also called KServe V2.' },
  );
}

function declared(url: URL, metadata: Record<string, unknown>, side: 'inputs' | 'outputs'): Declared[] {
  const list = metadata[side];
  const isDeclared = (one: unknown): one is Declared => {
    const { name, datatype, shape } = (one ?? {}) as Record<string, unknown>;
    return (
      typeof name === 'string' &&
      typeof datatype === 'string' &&
      Array.isArray(shape) &&
      shape.every((size) => Number.isInteger(Number(size)))
    );
  };
  if (Array.isArray(list) && list.length > 0 && list.length <= 10_000 && list.every(isDeclared)) {
    // Some servers write sizes as text.
    return list.map(({ name, datatype, shape }) => ({ name, datatype, shape: shape.map(Number) }));
  }
  throw fault(
    'model-signature',
    `The metadata of ${shown(url)} has no \`${side}\` with name, datatype and shape.`,
    {
      fix: 'Give the model a configuration that names them (`config.pbtxt`, `model-settings.json`).',
    },
  );
}

function infoOf({ name, datatype, shape }: Declared): Signature['inputs'][number] {
  const type = DATATYPES.get(datatype)?.type ?? datatype.slice(0, 40);
  return { name, type, shape: shape.map((size) => (size < 0 ? null : size)) };
}

/** JSON with the tensors in it, or JSON with their sizes and the tensors behind it. */
function encode(
  url: URL,
  inputs: readonly Declared[],
  feeds: Tensors,
  wanted: readonly string[],
  binary: boolean,
): { readonly bytes: Uint8Array[]; readonly headers: Record<string, string> } {
  const tensors: Uint8Array[] = [];
  const parts = inputs.map(({ name, datatype }) => {
    const tensor = feeds.get(name);
    if (!tensor) throw refused(`Input \`${clipText(name)}\` of ${shown(url)} was given no values.`);
    const head = `"name":${JSON.stringify(name)},"shape":[${tensor.shape.join()}],"datatype":"${datatype}"`;
    if (binary) {
      const bytes = toBytes(datatype, tensor);
      tensors.push(bytes);
      return `{${head},"parameters":{"binary_data_size":${bytes.byteLength}}}`;
    }
    const data = DATATYPES.get(datatype)?.json ? toJson(datatype, tensor) : null;
    if (data === null)
      throw refused(
        `Input \`${clipText(name)}\` of ${shown(url)} takes ${datatype}; such values have no form in JSON, and the server has no \`binary_tensor_data\`.`,
      );
    return `{${head},"data":${data}}`;
  });
  const outputs = wanted.map((name) => ({ name, ...(binary && { parameters: { binary_data: true } }) }));
  const header = Buffer.from(`{"inputs":[${parts.join()}],"outputs":${JSON.stringify(outputs)}}`);
  if (!binary) return { bytes: [header], headers: { 'Content-Type': 'application/json' } };
  return {
    bytes: [header, ...tensors],
    headers: {
      'Content-Type': 'application/octet-stream',
      'Inference-Header-Content-Length': String(header.byteLength),
    },
  };
}

const refused = (message: string, fix?: string) =>
  fault('model-run-rejected', message, fix === undefined ? {} : { fix });

function decode(url: URL, reply: Reply, outputs: readonly Declared[], wanted: readonly string[]): Tensors {
  if (reply.status !== 200) {
    const message = `${shown(url)} answered a batch with status ${reply.status}${reasonOf(reply)}.`;
    // Too many requests: a full queue is no fault of the batch.
    if (reply.status >= 500 || reply.status === 429)
      throw fault('runtime-unavailable', message, { fix: 'Look at the log of the server.' });
    throw refused(message, 'The server refuses what its own metadata asks for: compare it with the model.');
  }
  const { body, headers } = reply;
  const length = headers['inference-header-content-length'];
  const size = length === undefined ? body.length : Number(length);
  const odd = (what: string) =>
    refused(`${shown(url)} answered with ${what}.`, 'Look at the log of the server.');
  if (!(Number.isInteger(size) && size >= 0 && size <= body.length))
    throw odd(`a header of ${clipText(String(length))} bytes in a body of ${body.length}`);
  let answer: { outputs?: unknown };
  try {
    answer = JSON.parse(body.toString('utf8', 0, size));
  } catch {
    throw odd('something that is not JSON');
  }
  const given = Array.isArray(answer?.outputs) ? answer.outputs : [];
  const found = new Map<string, Tensor>();
  let from = size;
  for (const one of given) {
    const { name, datatype, shape, data, parameters } = (one ?? {}) as Record<string, unknown>;
    const declaredType = outputs.find((output) => output.name === name)?.datatype;
    const known = typeof datatype === 'string' && DATATYPES.has(datatype);
    const sizes = Array.isArray(shape) ? shape.map(Number) : null;
    const title = `output \`${clipText(String(name))}\``;
    if (!sizes?.every((each) => Number.isInteger(each) && each >= 0)) throw odd(`${title} without a shape`);
    if (!known || (declaredType !== undefined && declaredType !== datatype))
      throw odd(
        `${title} of ${clipText(String(datatype))}, where its metadata says ${declaredType ?? 'nothing'}`,
      );
    const count = sizes.reduce((product, each) => product * each, 1);
    const bytes = (parameters as { binary_data_size?: unknown } | undefined)?.binary_data_size;
    let values = null;
    if (typeof bytes === 'number') {
      values = fromBytes(datatype, body.subarray(from, from + bytes), count);
      from += bytes;
    } else values = fromJson(datatype, data, count);
    if (!values)
      throw odd(`${title} [${sizes.join(', ')}] that does not hold ${count} values of ${datatype}`);
    found.set(String(name), { ...values, shape: sizes });
  }
  const missing = wanted.find((name) => !found.has(name));
  if (missing !== undefined) throw odd(`no output \`${clipText(missing)}\``);
  return found;
}
