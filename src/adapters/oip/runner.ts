import { createHash } from 'node:crypto';
import { fault } from '../../core/errors.ts';
import type { Endpoints, InferenceEndpoint, ModelRunner, ModelSession } from '../../ports.ts';
import { openEndpoint } from './endpoint.ts';
import { openServing, servingAddress } from './tensorflow-serving.ts';

const PREFIX = 'oip:';

/** Under load a refusal is an answer, and every request in flight has a connection of its own. */
const LOAD = { concurrency: 256, mostBytes: 256 * 2 ** 20, retries: 0 };

/** A runner that also opens `oip:http://host:port/v2/models/NAME`, and asks the server there instead of ONNX Runtime. */
export function withEndpoints(runner: ModelRunner): ModelRunner {
  return {
    ...runner,
    async open(path, limits, options) {
      if (!path.startsWith(PREFIX)) return runner.open(path, limits, options);
      return sessionOf(await openEndpoint(path.slice(PREFIX.length), { seconds: limits.seconds }));
    },
  };
}

function sessionOf(endpoint: InferenceEndpoint): ModelSession {
  const { server, model, url } = endpoint.identity;
  return {
    signature: endpoint.signature,
    notes: [
      `Scores come from ${url}: ${server.name} ${server.version}, model ${model.name}${model.version === null ? '' : ` version ${model.version}`}, tensors as ${endpoint.binary ? 'bytes' : 'JSON'}.`,
    ],
    run: endpoint.infer,
    async reopen() {
      throw fault(
        'model-run-rejected',
        `${url} loads its model as it likes; only a file can be loaded anew.`,
      );
    },
    [Symbol.asyncDispose]: () => endpoint[Symbol.asyncDispose](),
  };
}

/**
 * What stands in a document for a file's identity. The protocol gives no digest of the model, so that the digest is
 * over what it does give: server, model, versions and signature. Same digest does not mean same weights.
 */
export const endpoints: Endpoints = {
  async identify(reference) {
    await using endpoint = await openEndpoint(reference.slice(PREFIX.length));
    const { identity, signature } = endpoint;
    const { server, model, url } = identity;
    const version = model.version === null ? '' : ` version ${model.version}`;
    const digest = createHash('sha256').update(JSON.stringify({ identity, signature })).digest('hex');
    return {
      reference: `${PREFIX}${url} (${server.name} ${server.version}, ${model.name}${version})`,
      digest: `sha256:${digest}`,
      bytes: 0,
    };
  },
  open(address, { seconds, tensors }) {
    const options = { ...LOAD, seconds };
    const serving = servingAddress(address);
    if (serving) return openServing(serving, options);
    const plain = address.startsWith(PREFIX) ? address.slice(PREFIX.length) : address;
    return openEndpoint(plain, { ...options, ...(tensors !== 'auto' && { binary: tensors === 'bytes' }) });
  },
};
