import type { Subject } from '../core/documents/common.ts';
import { type Fault, FaultError, throwFaults } from '../core/errors.ts';
import { checkFileKind, HEAD_BYTES } from '../core/onnx/file-kind.ts';
import { isRemote, parseReference } from '../core/references/parse.ts';
import type { Endpoints, Files } from '../ports.ts';
import { runReadExternal } from './read-external.ts';
import { type ReferencePorts, type Resolved, runResolveModel } from './references.ts';

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
 * `same-model` when both are the same bytes, those of their external data included, and that was not asked for.
 */
export async function runFindModels(
  wanted: {
    readonly candidate: string;
    readonly baseline: readonly string[];
    readonly sameModel: boolean;
  },
  ports: ReferencePorts & { readonly endpoints?: Endpoints },
): Promise<ModelPair> {
  const faults: Fault[] = [];
  const collect = async <T>(work: Promise<T>): Promise<T | null> =>
    work.catch((error) => {
      if (!(error instanceof FaultError)) throw error;
      faults.push(...error.faults);
      return null;
    });
  const behindEndpoint = async (address: string, endpoints: Endpoints): Promise<LocalModel> => {
    return { subject: await endpoints.identify(address), path: address };
  };
  const { endpoints } = ports;
  const [first] = wanted.baseline;
  const candidate = await collect(
    endpoints && isEndpoint(wanted.candidate)
      ? behindEndpoint(wanted.candidate, endpoints)
      : findCandidate(wanted.candidate, ports),
  );
  const baseline =
    first === undefined
      ? null
      : await collect(
          endpoints && isEndpoint(first)
            ? behindEndpoint(first, endpoints)
            : findBaseline(wanted.baseline, wanted.candidate, ports),
        );
  if (candidate && baseline && !wanted.sameModel && (await isSame(candidate, baseline, ports))) {
    faults.push({
      code: 'same-model',
      message: `Candidate ${wanted.candidate} and baseline ${baseline.subject.reference} are the same bytes (${candidate.subject.digest.slice(0, 19)}…).`,
      fix: 'Run the gate only when the model changes (a `paths:` filter), or pass `--same-model` for an A/A run.',
    });
  }
  throwFaults(faults);
  return { candidate: candidate!, baseline };
}

/** The same bytes with other weights beside them are another model; so are those with weights that cannot be read. */
async function isSame(
  candidate: LocalModel,
  baseline: LocalModel,
  ports: Pick<ReferencePorts, 'modelFiles'>,
): Promise<boolean> {
  if (candidate.subject.digest !== baseline.subject.digest) return false;
  if ([candidate, baseline].some(({ path }) => isEndpoint(path))) return true;
  const [ours, theirs] = [
    await runReadExternal(candidate.path, ports),
    await runReadExternal(baseline.path, ports),
  ];
  return ours.whole && theirs.whole && ours.data?.digest === theirs.data?.digest;
}

/** The pair with the digests of their external data. Reads it, unless this process has done so before. */
export async function runBindExternal(
  { candidate, baseline }: ModelPair,
  ports: Pick<ReferencePorts, 'modelFiles'>,
): Promise<ModelPair> {
  return {
    candidate: await bound(candidate, ports),
    baseline: baseline && (await bound(baseline, ports)),
  };
}

async function bound(
  { subject, path }: LocalModel,
  ports: Pick<ReferencePorts, 'modelFiles'>,
): Promise<LocalModel> {
  if (isEndpoint(path)) return { subject, path };
  const { data } = await runReadExternal(path, ports);
  return { subject: data ? { ...subject, external: data } : subject, path };
}

/** Whether a model is asked for over the Open Inference Protocol, and so has no file. */
export const isEndpoint = (reference: string) => reference.startsWith('oip:');

/** A path is opened as it is, so that what is wrong with it is said of it. */
async function findCandidate(text: string, ports: ReferencePorts): Promise<LocalModel> {
  const local = !isRemote(text) && parseReference(text).ok;
  if (local) return identify({ reference: text, path: text }, ports.files);
  const wanted = { what: 'candidate', references: [text], path: null, fix: 'Name a file that exists.' };
  return identify(await runResolveModel(wanted, ports), ports.files);
}

async function findBaseline(
  references: readonly string[],
  candidate: string,
  ports: ReferencePorts,
): Promise<LocalModel> {
  const wanted = {
    what: 'baseline',
    references,
    path: pathIn(candidate),
    fix: 'Name a file that exists, or leave `baseline` out to judge the candidate alone.',
  };
  return identify(await runResolveModel(wanted, ports), ports.files);
}

/** Where the candidate lies in its repository; null when it comes from elsewhere. */
function pathIn(candidate: string): string | null {
  const parsed = parseReference(candidate);
  if (!parsed.ok) return null;
  const { reference } = parsed;
  return reference.scheme === 'path' || reference.scheme === 'git' || reference.scheme === 'dvc'
    ? reference.path
    : null;
}

async function identify({ path, ...origin }: Resolved, files: Files): Promise<LocalModel> {
  const wrongKind = checkFileKind(origin.reference, await files.head(path, HEAD_BYTES));
  throwFaults(wrongKind ? [wrongKind] : []);
  return { subject: { ...origin, ...(await files.identify(path)) }, path };
}
