/** Weights by name: which are new, gone, other, or the same to the last byte. */
import { clipForeign } from '../../documents/foreign.ts';
import { type Comparison, MOST_ENTRIES } from '../../documents/validation.ts';
import type { ByteSource } from '../byte-source.ts';
import type { Segment } from '../graph.ts';
import type { ModelFacts, WeightFacts } from '../summary/facts.ts';

/** Bytes of each file at hand at a time. */
const CHUNK = 1 << 20;

/** float_data and double_data hold the same bytes as raw_data; other fields store numbers in their own way. */
const AS_RAW: ReadonlyMap<number, number> = new Map([
  [4, 9],
  [10, 9],
]);

export interface Stored {
  readonly facts: ModelFacts;
  readonly source: ByteSource;
  /** Of the weights in files beside the model, by name; equal for equal bytes. */
  readonly fingerprints: ReadonlyMap<string, string>;
}

/** Reads both files, in chunks, where type and shape agree; stops at the first byte that differs. */
export async function compareWeights(candidate: Stored, baseline: Stored): Promise<Comparison['weights']> {
  const [now, before] = [candidate, baseline].map(
    ({ facts }) => new Map(facts.weights.map((weight) => [weight.name, weight])),
  );
  const counts = { added: 0, removed: 0, changed: 0, same: 0, unread: 0 };
  const list: Comparison['weights']['list'] = [];
  const tell = (name: string, one: WeightFacts | undefined, other: WeightFacts | undefined) => {
    if (list.length < MOST_ENTRIES)
      list.push({
        name: clipForeign(name),
        candidate: one ? typeAndShape(one) : null,
        baseline: other ? typeAndShape(other) : null,
      });
  };
  for (const [name, weight] of now!) {
    const other = before!.get(name);
    if (!other) {
      counts.added++;
      tell(name, weight, undefined);
      continue;
    }
    const verdict =
      weight.external && other.external
        ? compareOutside(weight, candidate, other, baseline)
        : await compareOne(weight, candidate.source, other, baseline.source);
    counts[verdict]++;
    if (verdict === 'changed') tell(name, weight, other);
  }
  for (const [name, weight] of before!)
    if (!now!.has(name)) {
      counts.removed++;
      tell(name, undefined, weight);
    }
  return { ...counts, list };
}

function compareOutside(
  a: WeightFacts,
  from: Stored,
  b: WeightFacts,
  other: Stored,
): 'same' | 'changed' | 'unread' {
  if (typeAndShape(a) !== typeAndShape(b)) return 'changed';
  const [one, two] = [from.fingerprints.get(a.name), other.fingerprints.get(b.name)];
  if (one === undefined || two === undefined) return 'unread';
  return one === two ? 'same' : 'changed';
}

async function compareOne(
  a: WeightFacts,
  from: ByteSource,
  b: WeightFacts,
  other: ByteSource,
): Promise<'same' | 'changed' | 'unread'> {
  if (typeAndShape(a) !== typeAndShape(b)) return 'changed';
  if (a.list !== null && b.list !== null) return a.list === b.list ? 'same' : 'changed';
  if (a.segments.length === 0 || b.segments.length === 0) return 'unread';
  if (formOf(a.segments) === null || formOf(a.segments) !== formOf(b.segments)) return 'unread';
  const [left, right] = [chunks(a.segments, from), chunks(b.segments, other)];
  for (;;) {
    const [one, two] = [await left.next(), await right.next()];
    if (one.done || two.done) return one.done && two.done ? 'same' : 'changed';
    if (!equal(one.value, two.value)) return 'changed';
  }
}

/** The way the bytes are written; null when it is mixed. */
function formOf(segments: readonly Segment[]): number | null {
  const forms = new Set(segments.map(({ field }) => AS_RAW.get(field) ?? field));
  return forms.size === 1 ? [...forms][0]! : null;
}

/** The bytes of all segments, in pieces that do not depend on where segments begin and end. */
async function* chunks(segments: readonly Segment[], source: ByteSource): AsyncGenerator<Uint8Array, void> {
  if (segments.length === 1) {
    const [{ offset, length }] = segments as readonly [Segment];
    for (let at = 0; at < length; at += CHUNK)
      yield await source.read(offset + at, Math.min(CHUNK, length - at));
    return;
  }
  let piece = new Uint8Array(CHUNK);
  let filled = 0;
  for (const { offset, length } of segments) {
    for (let at = 0; at < length; ) {
      const bytes = await source.read(offset + at, Math.min(CHUNK - filled, length - at));
      if (bytes.length === 0) return;
      piece.set(bytes, filled);
      filled += bytes.length;
      at += bytes.length;
      if (filled === CHUNK) {
        yield piece;
        piece = new Uint8Array(CHUNK);
        filled = 0;
      }
    }
  }
  if (filled > 0) yield piece.subarray(0, filled);
}

function equal(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

const typeAndShape = ({ type, shape }: WeightFacts) =>
  `${type}[${shape.slice(0, 16).join(',')}${shape.length > 16 ? ',…' : ''}]`.slice(0, 400);
