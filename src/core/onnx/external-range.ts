import type { Tensor } from './graph.ts';
import { elementCount, rawBytes } from './tensor-size.ts';

export interface ExternalRange {
  readonly location: string;
  readonly offset: number;
  /** As written, else what the shape needs. */
  readonly length: number;
}

/** What is wrong with a location before any file is looked at, or null. Source: onnx/docs/ExternalDataSecurity.md. */
export function locationFault(location: string): string | null {
  if (location === '') return 'is empty';
  if (location.includes('\0')) return 'holds a NUL character';
  // ONNX Runtime marks memory addresses with a location like this; from a file it reads arbitrary memory (#28709).
  if (location.includes('_ORT_MEM_ADDR_')) return 'is a memory address tag of ONNX Runtime';
  if (/^[/\\]|^[A-Za-z]:|^\w+:\/\//.test(location)) return 'is an absolute path';
  if (location.split(/[/\\]/).includes('..')) return "leaves the model's folder with '..'";
  if (location.length > 4096) return 'is longer than 4,096 characters';
  return null;
}

/** The range an external tensor names; null when it cannot be one. The location may still be unsafe. */
export function externalRange(tensor: Tensor): ExternalRange | null {
  const given = tensor.external;
  if (given === null) return null;
  const offset = wholeNumber(given.get('offset') ?? '0');
  const count = elementCount(tensor.dims);
  const needed = count === null ? null : rawBytes(tensor.type, count);
  const written = given.get('length');
  const length = written !== undefined ? wholeNumber(written) : needed === null ? null : Number(needed);
  if (offset === null || length === null) return null;
  return { location: given.get('location') ?? '', offset, length };
}

function wholeNumber(text: string): number | null {
  const value = /^\d{1,16}$/.test(text) ? Number(text) : Number.NaN;
  return Number.isSafeInteger(value) ? value : null;
}
