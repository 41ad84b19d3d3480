import type { Subject } from '../core/documents/common.ts';
import { type Fault, FaultError, throwFaults } from '../core/errors.ts';
import { checkFileKind, HEAD_BYTES } from '../core/onnx/file-kind.ts';
import type { Files, References } from '../ports.ts';

/** A model file at hand: what the user called it, its identity, and where it lies. */
export interface LocalModel {
  readonly subject: Subject;
  readonly path: string;
}

export interface ModelPair {
  readonly candidate: LocalModel;
  readonly baseline: LocalModel | null;
}

/**
 * Finds candidate and baseline and identifies them by content.
 * Throws all faults of both: missing or empty files, pointers, files of another kind, unresolved references, and
 * `same-model` when both are the same bytes and that was not asked for.
 */
export async function runFindModels(
  wanted: {
    readonly candidate: string;
    readonly baseline: readonly string[];
    readonly sameModel: boolean;
  },
  ports: { readonly files: Files; readonly references: References },
): Promise<ModelPair> {
  const faults: Fault[] = [];
  const collect = async <T>(work: Promise<T>): Promise<T | null> =>
    work.catch((error) => {
      if (!(error instanceof FaultError)) throw error;
      faults.push(...error.faults);
      return null;
    });
  const candidate = await collect(identify(wanted.candidate, wanted.candidate, ports.files));
  const found =
    wanted.baseline.length > 0
      ? await collect(ports.references.resolve(wanted.baseline, wanted.candidate))
      : null;
  const baseline = found && (await collect(identify(found.reference, found.path, ports.files)));
  if (candidate && baseline?.subject.digest === candidate.subject.digest && !wanted.sameModel) {
    faults.push({
      code: 'same-model',
      message: `Candidate ${wanted.candidate} and baseline ${baseline.subject.reference} are the same bytes (${candidate.subject.digest.slice(0, 19)}…).`,
      fix: 'Run the gate only when the model changes (a `paths:` filter), or pass `--same-model` for an A/A run.',
    });
  }
  throwFaults(faults);
  return { candidate: candidate!, baseline };
}

async function identify(reference: string, path: string, files: Files): Promise<LocalModel> {
  const wrongKind = checkFileKind(reference, await files.head(path, HEAD_BYTES));
  throwFaults(wrongKind ? [wrongKind] : []);
  return { subject: { reference, ...(await files.identify(path)) }, path };
}
