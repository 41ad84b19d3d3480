/** Walks the protobuf wire of a model without decoding it: finds damage, holds the caps, and leaves weights where they are. */
import type { ByteSource } from '../byte-source.ts';
import { BLOB_KEPT, CAPS, type Cap, LIST_KEPT } from './caps.ts';
import { ADDED, accepts, MESSAGES, type MessageName, type Rule } from './messages.ts';
import { createSkeleton } from './skeleton.ts';

/** Why a walk stopped. Positions are byte offsets in the file. */
export type WireProblem =
  | { readonly kind: 'truncated'; readonly at: number; readonly needs: number }
  | { readonly kind: 'malformed'; readonly at: number; readonly why: string }
  | { readonly kind: 'limit'; readonly at: number; readonly cap: Cap; readonly found: number };

export interface WireScan {
  /** Null when the whole file was walked. */
  readonly problem: WireProblem | null;
  /** The structure, for the decoder: weights and long lists are replaced by notes (see `ADDED`). */
  readonly skeleton: Uint8Array;
  /** How often ModelProto.graph occurs. Two mean two models in one file, which protobuf merges silently. */
  readonly graphs: number;
  /** Fields that onnx.proto does not have, as `Graph.99`, with how often each occurs (at most 100 kinds). */
  readonly unknown: ReadonlyMap<string, number>;
}

interface Frame {
  readonly name: MessageName;
  readonly rules: ReadonlyMap<number, Rule>;
  readonly end: number;
  readonly lengthAt: number;
  /** Values of the attribute's list, or sizes of the tensor, so far. */
  values: number;
  omitted: number;
}

const WINDOW = 262_144;
/** A tag and a length take at most 10 bytes each. */
const HEADER = 20;

const COUNTED: ReadonlyMap<string, Cap> = new Map<string, Cap>([
  ['Node', 'nodes'],
  ['Attribute', 'attributes'],
  ['Tensor', 'tensors'],
  ['Function', 'functions'],
]);

/** Reads by range: about the bytes of the structure, never the weights. */
export async function scanWire(source: ByteSource): Promise<WireScan> {
  const skeleton = createSkeleton();
  const unknown = new Map<string, number>();
  const counts: Partial<Record<Cap, number>> = {};
  const stack: Frame[] = [
    { name: 'Model', rules: MESSAGES.get('Model')!, end: source.size, lengthAt: -1, values: 0, omitted: 0 },
  ];
  let graphs = 0;
  let problem: WireProblem | null = null;
  let window: Uint8Array = new Uint8Array();
  let base = 0;
  let position = 0;

  const load = async (bytes: number) => {
    base = position;
    window = await source.read(position, Math.min(source.size - position, Math.max(bytes, WINDOW)));
  };
  /** A varint at `position`, exact up to 2^53; −1 when it does not end within 10 bytes or the window. */
  const varint = (): number => {
    let result = 0;
    let factor = 1;
    for (let i = 0; i < 10; i++) {
      const byte = window[position - base];
      if (byte === undefined) return -1;
      position++;
      result += (byte & 127) * factor;
      if (byte < 128) return result;
      factor *= 128;
    }
    return -1;
  };
  /** Inside a message whose end is known, running out of bytes is damage. */
  const cutOff = () => stack.length === 1 && position >= source.size;
  const stop = (found: WireProblem) => {
    problem ??= found;
  };
  const malformed = (at: number, why: string) => stop({ kind: 'malformed', at, why });
  const count = (cap: Cap, value: number) => {
    counts[cap] = value;
    if (value > CAPS[cap].most) stop({ kind: 'limit', at: position, cap, found: value });
  };
  const more = (cap: Cap) => count(cap, (counts[cap] ?? 0) + 1);

  while (problem === null) {
    const frame = stack[stack.length - 1]!;
    if (position >= frame.end) {
      if (frame.omitted > 0) skeleton.note(ADDED.omitted, frame.omitted, 0, 0);
      if (stack.length === 1) break;
      skeleton.close(frame.lengthAt);
      stack.pop();
      continue;
    }
    const at = position;
    if (at < base || at + HEADER > base + window.length) {
      if (at < base || base + window.length < source.size) await load(HEADER);
    }
    const tag = varint();
    const field = Math.floor(tag / 8);
    const wireType = tag % 8;
    if (tag < 0 || position > frame.end) {
      if (cutOff()) stop({ kind: 'truncated', at, needs: 1 });
      else malformed(at, 'a field number does not end');
      break;
    }
    if (field === 0 || field > 536_870_911) {
      malformed(at, `field number ${field}`);
      break;
    }
    const rule = frame.rules.get(field);
    if (wireType !== 0 && wireType !== 1 && wireType !== 2 && wireType !== 5) {
      malformed(at, `wire type ${wireType} in ${frame.name}Proto`);
      break;
    }
    if (rule !== undefined && !accepts(rule, wireType)) {
      malformed(at, `field ${field} of ${frame.name}Proto has wire type ${wireType}`);
      break;
    }
    let length = wireType === 1 ? 8 : wireType === 5 ? 4 : 0;
    let start = position;
    if (wireType === 0 || wireType === 2) {
      const value = varint();
      if (value < 0) {
        if (cutOff()) stop({ kind: 'truncated', at, needs: 1 });
        else malformed(at, `a number in ${frame.name}Proto does not end`);
        break;
      }
      if (wireType === 2) {
        length = value;
        start = position;
      } else length = position - start;
    }
    const end = start + length;
    if (end > frame.end) {
      if (stack.length === 1) stop({ kind: 'truncated', at, needs: end - source.size });
      else malformed(at, `field ${field} of ${frame.name}Proto is longer than what holds it`);
      break;
    }
    position = end;

    if (rule === undefined) {
      const key = `${frame.name}Proto.${field}`;
      if (unknown.has(key) || unknown.size < 100) unknown.set(key, (unknown.get(key) ?? 0) + 1);
      continue;
    }
    if (rule === 'doc') continue;
    const nested = MESSAGES.get(rule);
    if (nested !== undefined) {
      position = start;
      if (rule === 'Graph' && frame.name === 'Model') graphs++;
      more('messages');
      const cap = COUNTED.get(rule);
      if (cap !== undefined) more(cap);
      if (rule === 'Dimension') count('rank', ++frame.values);
      if (stack.length >= CAPS.depth.most) {
        stop({ kind: 'limit', at, cap: 'depth', found: stack.length + 1 });
      }
      const lengthAt = skeleton.open(field);
      if (skeleton.size > CAPS.structure.most) count('structure', skeleton.size);
      stack.push({ name: rule as MessageName, rules: nested, end, lengthAt, values: 0, omitted: 0 });
      continue;
    }
    if (rule.startsWith('data-')) {
      skeleton.note(ADDED.segment, field * 8 + wireType, start, length);
      if (wireType !== 2 || field === 6) {
        // Unpacked weights and strings are one entry each; bounded as names are.
        more('strings');
      }
      continue;
    }
    if (rule.startsWith('list-') && frame.values >= LIST_KEPT) {
      frame.omitted++;
      continue;
    }
    if (length > BLOB_KEPT && rule !== 'name') {
      frame.omitted += length;
      continue;
    }
    if (rule === 'name') {
      more('strings');
      if (length > CAPS.name.most) count('name', length);
    } else if (rule.startsWith('list-')) frame.values++;
    else if (rule === 'numbers') {
      frame.values += wireType === 2 ? length : 1;
      count('rank', frame.values);
    }
    if (problem === null) {
      if (at < base || end > base + window.length) {
        position = at;
        await load(end - at);
        position = end;
      }
      skeleton.copy(window.subarray(at - base, end - base));
      if (skeleton.size > CAPS.structure.most) count('structure', skeleton.size);
    }
  }
  return { problem, skeleton: skeleton.bytes(), graphs, unknown };
}
