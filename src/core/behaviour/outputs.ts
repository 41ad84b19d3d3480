/** What two models say to the same rows. */
import { clipForeign } from '../documents/foreign.ts';
import { MOST_ENTRIES, type OutputDifference } from '../documents/validation.ts';
import type { Tensor, Tensors } from '../scoring/types.ts';
import { code, shapeText } from '../scoring/words.ts';
import { numberAt } from './numbers.ts';
import { ulpsBetween } from './ulp.ts';

/** Outputs that are in one model only are told by the signature. */
export function compareOutputs(
  candidate: Tensors,
  baseline: Tensors,
  rows: number,
): { readonly list: OutputDifference[]; readonly notes: string[] } {
  const list: OutputDifference[] = [];
  const notes: string[] = [];
  for (const [name, now] of [...candidate].slice(0, MOST_ENTRIES)) {
    const before = baseline.get(name);
    if (!before) continue;
    const compared = compareOutput(name, now, before, rows);
    if (typeof compared === 'string') notes.push(clipForeign(compared));
    else list.push(compared);
  }
  if (list.length + notes.length === 0) notes.push('The models have no output in common.');
  return { list, notes: notes.slice(0, 20) };
}

type Extreme = NonNullable<OutputDifference['absolute']>;

function compareOutput(name: string, now: Tensor, before: Tensor, rows: number): OutputDifference | string {
  const told = [now, before].map(({ shape }) => shapeText(shape));
  if (told[0] !== told[1]) return `Output ${code(name)} came back as ${told[0]}, and as ${told[1]} before.`;
  if ((now.type === 'string') !== (before.type === 'string'))
    return `Output ${code(name)} is ${now.type}; it was ${before.type}.`;
  // A single number for all rows has no line for each.
  const byRow = now.shape[0] === rows;
  const lines = byRow ? rows : 1;
  const width = now.data.length / lines;
  const ulps = ulpsBetween(now, before);
  const differing = new Set<number>();
  const worst: Record<'absolute' | 'relative' | 'ulp', Extreme | null> = {
    absolute: null,
    relative: null,
    ulp: null,
  };
  let incomparable = 0;
  const note = (kind: keyof typeof worst, value: number, at: number, c: number, b: number) => {
    if (!Number.isFinite(value) || value <= (worst[kind]?.value ?? 0)) return;
    const row = byRow ? Math.floor(at / width) : null;
    worst[kind] = { value, row, index: at % width, candidate: c, baseline: b };
  };
  for (let i = 0; i < now.data.length; i++) {
    // Of one type: the same to the bit, or as text; −0 and 0 are one number.
    if (now.type === before.type && now.type !== 'float16' && now.data[i] === before.data[i]) continue;
    const [c, b] = [numberAt(now, i), numberAt(before, i)];
    if (now.type !== 'string' && (c === b || (Number.isNaN(c) && Number.isNaN(b)))) continue;
    differing.add(Math.floor(i / width));
    const distance = Math.abs(c - b);
    if (!Number.isFinite(distance)) {
      incomparable++;
      continue;
    }
    note('absolute', distance, i, c, b);
    if (b !== 0) note('relative', distance / Math.abs(b), i, c, b);
    if (ulps) note('ulp', ulps(i), i, c, b);
  }
  return { name: clipForeign(name), differing: differing.size / lines, ...worst, incomparable };
}
