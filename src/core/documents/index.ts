import { z } from 'zod';
import type { Fault } from '../errors.ts';
import { type Benchmark, benchmark } from './benchmark.ts';
import { type Evaluation, evaluation } from './evaluation.ts';
import { type Image, image } from './image.ts';
import { type Validation, validation } from './validation.ts';
import { type Verdict, verdict } from './verdict.ts';

/** Every document that onnx-gate writes, by kind; the file is `<kind>.json`. */
export const DOCUMENTS = { validation, evaluation, benchmark, image, verdict } as const;
export type DocumentKind = keyof typeof DOCUMENTS;

export interface DocumentByKind {
  validation: Validation;
  evaluation: Evaluation;
  benchmark: Benchmark;
  image: Image;
  verdict: Verdict;
}

/** A measurement, as opposed to a verdict. */
export type Measurement = Validation | Evaluation | Benchmark | Image;

/**
 * Reads a document of one kind from JSON text.
 * Returns all faults, each naming the field, when the text is not such a document.
 */
export function parseDocument<K extends DocumentKind>(
  kind: K,
  text: string,
  file: string,
):
  | { readonly ok: true; readonly document: DocumentByKind[K] }
  | { readonly ok: false; readonly faults: Fault[] } {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    const message = `${file} is not JSON: ${error instanceof Error ? error.message : String(error)}`;
    return {
      ok: false,
      faults: [{ code: 'document-invalid', message, fix: `Write it again with \`onnx-gate\`.` }],
    };
  }
  const parsed = DOCUMENTS[kind].safeParse(json);
  if (parsed.success) return { ok: true, document: parsed.data as DocumentByKind[K] };
  return {
    ok: false,
    faults: parsed.error.issues.slice(0, 20).map((issue) => ({
      code: 'document-invalid',
      message: `${file} is not an onnx-gate ${kind} document: ${issue.path.join('.') || 'the top level'}: ${issue.message}`,
      fix: 'Make it again with the same version of onnx-gate that reads it.',
    })),
  };
}

/** JSON Schema (2020-12) of a document kind, as published under schemas/. */
export function documentSchema(kind: DocumentKind): object {
  return z.toJSONSchema(DOCUMENTS[kind]);
}
