/** The same rows to the server and to the file. */
import type { Parity } from '../../../core/documents/image.ts';
import { FaultError } from '../../../core/errors.ts';
import {
  type Answered,
  aucOf,
  type Encoding,
  gapsOf,
  reorderedPairs,
} from '../../../core/image/probe/parity.ts';
import { extractScores } from '../../../core/scoring/extract.ts';
import type { InferenceEndpoint, ModelSession, Tensors } from '../../../ports.ts';
import type { ProbeRows } from './rows.ts';

/** Between one row and all: a size that no kernel is made for. */
const ODD = 7;

export interface Servers {
  readonly json: InferenceEndpoint;
  readonly binary: InferenceEndpoint;
}

/** In JSON and in binary form, one by one, by sevens, and all at once, as far as the model takes such calls. */
export async function runReplay(session: ModelSession, servers: Servers, rows: ProbeRows): Promise<Parity> {
  const outputs = session.signature.outputs.filter(({ type }) => type !== null).map(({ name }) => name);
  const sizes = rows.fixedBatch !== null ? [rows.fixedBatch] : [1, ODD, rows.rows];
  const answers: Answered[] = [];
  for (const batch of new Set(sizes.filter((size) => size <= rows.rows)))
    for (let first = 0; first < rows.rows; first += batch) {
      const count = Math.min(batch, rows.rows - first);
      const feeds = rows.feeds(first, count);
      const offline = await session.run(feeds, outputs);
      for (const encoding of encodingsOf(session))
        answers.push({
          ...{ encoding, batch, first, rows: count, offline },
          served: await served(servers[encoding], feeds, outputs),
        });
    }
  return { rows: rows.rows, ...gapsOf(answers), ...orderOf(answers, rows) };
}

/** Half floats have no form in JSON. */
function encodingsOf({ signature }: ModelSession): Encoding[] {
  const half = [...signature.inputs, ...signature.outputs].some(({ type }) => type === 'float16');
  return half ? ['binary'] : ['json', 'binary'];
}

/** Null for what was refused or cannot be read: that is a finding, and no fault of the probe. */
async function served(
  endpoint: InferenceEndpoint,
  feeds: Tensors,
  outputs: readonly string[],
): Promise<Tensors | null> {
  try {
    return await endpoint.infer(feeds, outputs);
  } catch (error) {
    if (error instanceof FaultError) return null;
    throw error;
  }
}

/** Over single rows where there are such calls: the worst case for an order. */
function orderOf(answers: readonly Answered[], { output, label, fixedBatch, rows }: ProbeRows) {
  const none = { reordered: 0, auc: null };
  const [smallest] = answers;
  if (output === null || !smallest) return none;
  const ones = answers.filter(({ encoding, batch }) => encoding === 'binary' && batch === smallest.batch);
  const scoresOf = (tensors: readonly (Tensors | null)[]) =>
    tensors.flatMap((each, i) => {
      const tensor = each?.get(output.name);
      const count = ones[i]!.rows;
      if (!tensor) return new Array<number>(count).fill(Number.NaN);
      return [...extractScores(output, tensor, fixedBatch ?? count, count).scores];
    });
  const offline = scoresOf(ones.map((each) => each.offline));
  const served = scoresOf(ones.map((each) => each.served));
  if (offline.length !== rows) return none;
  const auc = label && { served: aucOf(served, label), offline: aucOf(offline, label) };
  return {
    reordered: reorderedPairs(offline, served),
    auc:
      auc && auc.served !== null && auc.offline !== null
        ? { served: auc.served, offline: auc.offline }
        : null,
  };
}
