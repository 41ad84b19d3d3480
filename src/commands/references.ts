import { FaultError } from '../core/errors.ts';
import { isRemote, parseReference, showReference } from '../core/references/parse.ts';
import type { Blobs, Files, Found, FoundFile, ModelFiles, NotFound, Progress, References } from '../ports.ts';
import { runGatherModel } from './gather-model.ts';

/** A file on this machine, and where it came from. */
export interface Resolved {
  /** As the user wrote it, without what must not be shown. */
  readonly reference: string;
  readonly path: string;
  readonly resolved?: string;
  readonly created?: string;
}

export interface ReferencePorts {
  readonly references: References;
  readonly modelFiles: ModelFiles;
  readonly blobs: Blobs;
  readonly files: Files;
  readonly progress: Progress;
}

interface Wanted {
  /** What is looked for, for the sentence that it was not found. */
  readonly what: string;
  /** The first that resolves is taken. */
  readonly references: readonly string[];
  /** Stands in for a missing path of `git:REV`. */
  readonly path: string | null;
  /** What to do when there is none, where no place has a better idea. */
  readonly fix: string;
}

/**
 * Throws `reference-unresolved` with every place tried, why not and what to do; `reference-unreachable` when any of
 * them may be there on another day; `digest-mismatch`.
 */
export async function runResolve(
  wanted: Wanted,
  { references, progress }: Pick<ReferencePorts, 'references' | 'progress'>,
): Promise<Resolved & { readonly file: FoundFile }> {
  const tried: { readonly reference: string; readonly why: NotFound }[] = [];
  for (const text of wanted.references) {
    const reference = showReference(text);
    const found = await findOne(text, wanted.path, references);
    if (found.ok) {
      for (const { reference, why } of tried) progress.report(`Passed over ${reference}: ${why.reason}.`);
      const { path, resolved, created } = found.file;
      return {
        reference,
        path,
        file: found.file,
        ...(resolved !== undefined && { resolved }),
        ...(created !== undefined && { created }),
      };
    }
    tried.push({ reference, why: found });
  }
  const reasons = tried.map(({ reference, why }) => `${reference}: ${why.reason}`);
  const fixes = [...new Set(tried.flatMap(({ why }) => why.fix ?? []))];
  throw new FaultError([
    {
      code: tried.some(({ why }) => why.environment) ? 'reference-unreachable' : 'reference-unresolved',
      message: `No ${wanted.what} was found. Tried ${reasons.join('; ')}.`,
      fix: fixes.length > 0 ? fixes.join(' ') : wanted.fix,
    },
  ]);
}

async function findOne(text: string, path: string | null, references: References): Promise<Found | NotFound> {
  const parsed = parseReference(text);
  if (!parsed.ok) return { ok: false, reason: parsed.reason, environment: false };
  const { reference } = parsed;
  return references.find(
    reference.scheme === 'git' && reference.path === null ? { ...reference, path } : reference,
  );
}

/** As `runResolve`, with the external data of the model beside it. */
export async function runResolveModel(wanted: Wanted, ports: ReferencePorts): Promise<Resolved> {
  const { file, ...resolved } = await runResolve(wanted, ports);
  return { ...resolved, path: await runGatherModel(resolved.reference, file, ports) };
}

/** The files of a holdout, with those that lie elsewhere fetched; paths, globs and what DuckDB reads itself stay as they are. */
export async function runResolveRows(
  files: readonly string[],
  ports: Pick<ReferencePorts, 'references' | 'progress'>,
): Promise<readonly Resolved[]> {
  const found: Resolved[] = [];
  for (const text of files) {
    if (!isRemote(text)) {
      found.push({ reference: text, path: text });
      continue;
    }
    const { file, ...resolved } = await runResolve(
      {
        what: 'holdout',
        references: [text],
        path: null,
        fix: 'Name files that exist.',
      },
      ports,
    );
    found.push(resolved);
  }
  return found;
}
