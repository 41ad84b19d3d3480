/** Which documents speak of a model, and whether they speak of the same files. */
import { identityOf, type Subject } from '../documents/common.ts';
import type { DocumentByKind, Measurement } from '../documents/index.ts';
import type { Verdict } from '../documents/verdict.ts';
import type { Fault } from '../errors.ts';
import { shortDigest } from '../report/format.ts';
import type { Found, Scope } from './context.ts';

/**
 * The model's document of one kind. None is a failure, because a rule that nobody measured must not pass; it is only
 * skipped with an `excuse`: a reason that decides the verdict by itself.
 */
export function findDocument<K extends Scope>(
  kind: K,
  documents: readonly Measurement[],
  excuse: string | null,
): Found<DocumentByKind[K]> {
  const found = documents.filter((document) => document.schema === `onnx-gate/${kind}/v1`);
  if (found.length === 1) return { ok: true, document: found[0] as DocumentByKind[K] };
  if (found.length > 1)
    return {
      ok: false,
      result: 'fail',
      reason: `There are ${found.length} ${kind} documents; one is needed.`,
    };
  return excuse === null
    ? { ok: false, result: 'fail', reason: `There is no ${kind} document.` }
    : { ok: false, result: 'skipped', reason: excuse };
}

type Subjects = Verdict['subjects'][number];
type Role = 'candidate' | 'baseline';

/** An image is of one model alone. */
const subjectOf = (document: Measurement, role: Role): Subject | null =>
  role === 'candidate' ? document.candidate : 'baseline' in document ? document.baseline : null;

/** The files that the model's documents name. */
export function subjectsOf(model: string, documents: readonly Measurement[]): Subjects {
  const first = (role: Role) => documents.map((one) => subjectOf(one, role)).find(Boolean) ?? null;
  const evaluation = documents.find((one) => one.schema === 'onnx-gate/evaluation/v1');
  const { source, digest, rows } = evaluation?.holdout ?? {};
  const image = documents.find((one) => one.schema === 'onnx-gate/image/v1');
  return {
    model,
    candidate: first('candidate'),
    baseline: first('baseline'),
    holdout:
      source === undefined || digest === undefined || rows === undefined ? null : { source, digest, rows },
    ...(image && { image: { reference: image.reference, digest: image.digest } }),
  };
}

/** A document left over from another run must not vouch for this candidate. */
export function checkSubjects(model: string, documents: readonly Measurement[]): Fault[] {
  return (['candidate', 'baseline'] as const).flatMap((role) => {
    const named = documents.flatMap((document) => {
      const subject = subjectOf(document, role);
      return subject ? [{ kind: document.schema.split('/')[1]!, subject }] : [];
    });
    const [first] = named;
    const other = named.find(({ subject }) => identityOf(subject) !== identityOf(first!.subject));
    if (!first || !other) return [];
    const say = ({ kind, subject }: typeof first) => `${shortIdentity(subject)} in the ${kind}`;
    return [
      {
        code: 'document-invalid',
        message: `The documents of ${model} are about different files: the ${role} is ${say(first)} and ${say(other)}.`,
        fix: 'Measure again, all in one run.',
      },
    ];
  });
}

const shortIdentity = ({ digest, external }: Subject): string =>
  external ? `${shortDigest(digest)} with ${shortDigest(external.digest)} beside it` : shortDigest(digest);
