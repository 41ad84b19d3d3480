/** Which bytes of a file belong to which tensor. */
import { externalRange } from '../external-range.ts';
import type { Tensor } from '../graph.ts';
import { rawRange } from '../tensor-data.ts';
import { startScan, type ValueScan, type ValueScanner } from './statistics.ts';

export interface WeightRange {
  readonly offset: number;
  readonly length: number;
  readonly scan: ValueScan;
  /** More than one where a file ties weights. */
  readonly tensors: Tensor[];
}

/**
 * Ranges in order, each byte in one of them at most: several tensors may share a range, but one that overlaps another
 * is left out, or a small model could have a large file read thousands of times.
 */
export function rangesOf(tensors: Iterable<Tensor>): {
  readonly ranges: readonly WeightRange[];
  readonly overlapping: readonly Tensor[];
} {
  const wanted: { readonly tensor: Tensor; readonly offset: number; readonly length: number }[] = [];
  for (const tensor of tensors) {
    const range = tensor.external ? externalRange(tensor) : rawRange(tensor);
    if (range && range.length > 0) wanted.push({ tensor, offset: range.offset, length: range.length });
  }
  wanted.sort((a, b) => a.offset - b.offset || b.length - a.length);
  const ranges: WeightRange[] = [];
  const overlapping: Tensor[] = [];
  for (const { tensor, offset, length } of wanted) {
    const last = ranges.at(-1);
    if (!last || offset >= last.offset + last.length)
      ranges.push({ offset, length, scan: startScan(tensor.type), tensors: [tensor] });
    else if (offset === last.offset && length === last.length && tensor.type === last.scan.type)
      last.tensors.push(tensor);
    else overlapping.push(tensor);
  }
  return { ranges, overlapping };
}

/** Gives each range its part of a file that is read from front to end. */
export function feeder(
  ranges: readonly WeightRange[],
  scanner: ValueScanner,
): (bytes: Uint8Array, at: number) => void {
  let next = 0;
  return (bytes, at) => {
    const end = at + bytes.length;
    for (; next < ranges.length; next++) {
      const { offset, length, scan } = ranges[next]!;
      const from = Math.max(offset, at);
      const to = Math.min(offset + length, end);
      if (from < to) scanner.push(scan, bytes.subarray(from - at, to - at));
      if (offset + length > end) return;
    }
  };
}
