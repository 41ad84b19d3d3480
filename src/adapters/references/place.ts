/** What the schemes share: how a place says that it has nothing, and how its API is asked. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { z } from 'zod';
import type { Digest } from '../../core/documents/common.ts';
import { nearest } from '../../core/errors.ts';
import type { ReferenceOf, SchemeName } from '../../core/references/reference.ts';
import type { Blobs, Downloads, FileRequest, FoundFile, HttpFailure, HttpRequest } from '../../ports.ts';

export interface Tools {
  readonly downloads: Downloads;
  readonly blobs: Blobs;
  readonly env: NodeJS.ProcessEnv;
  readonly report: (message: string) => void;
  /** The run whose artifacts are the baseline's, or why there is none; null where no base branch is known. */
  readonly baselineRun?: (
    artifact: string,
  ) => Promise<{ readonly run: number } | { readonly reason: string } | null>;
}

/** As `FoundFile`, with a `beside` that throws. */
export interface Located extends Omit<FoundFile, 'beside'> {
  readonly beside: ((location: string) => Promise<Located>) | null;
}

/** Throws `Missing`. */
export type Finder<S extends SchemeName> = (reference: ReferenceOf<S>, tools: Tools) => Promise<Located>;

/** Nothing is there: the end of a sentence, what to do, and whether it lies with the network or a server. */
export class Missing extends Error {
  readonly fix: string | undefined;
  readonly environment: boolean;
  constructor(reason: string, fix?: string, environment = false) {
    super(reason);
    this.fix = fix;
    this.environment = environment;
  }
}

/** `needs` says what to set for a server that wants to know us. 404 is what many answer who may not look. */
export function missing(failure: HttpFailure, needs: string): Missing {
  const { status, reason, again } = failure;
  const permission = status === 401 || status === 403;
  return permission || status === 404
    ? new Missing(reason, needs, permission)
    : new Missing(reason, undefined, status === null || again);
}

export async function askJson<T extends z.ZodType>(
  { downloads }: Tools,
  request: HttpRequest,
  schema: T,
  needs: string,
): Promise<z.infer<T>> {
  const answer = await downloads.ask(request);
  if (!answer.ok) throw missing(answer, needs);
  return readJson(answer.text, schema, new URL(request.url));
}

export function readJson<T extends z.ZodType>(text: string, schema: T, { host, pathname }: URL): z.infer<T> {
  const parsed = schema.safeParse(jsonOf(text));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const where = issue && issue.path.length > 0 ? ` (${issue.path.join('.')})` : '';
  throw new Missing(`${host} gave an answer that is not understood for ${pathname}${where}`, undefined, true);
}

/** Undefined for what is no JSON. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Fetches a file; `created` is when the server says that it was last changed. */
export async function fetchFile({ downloads }: Tools, request: FileRequest, needs: string) {
  const result = await downloads.fetch(request);
  if (!result.ok) throw missing(result, needs);
  const created = isoDate(result.headers['last-modified']);
  return { path: result.path, digest: result.digest, ...(created !== undefined && { created }) };
}

/** ISO 8601, or undefined for what is no date. */
export function isoDate(text: string | number | undefined | null): string | undefined {
  const date = new Date(text ?? Number.NaN);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}

/** For spreading: a document has no undefined fields. */
export const createdAt = (text: string | number | undefined | null) => {
  const created = isoDate(text);
  return created === undefined ? {} : { created };
};

export async function digestOf(path: string): Promise<Digest> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path, { highWaterMark: 1024 ** 2 }), hash);
  return `sha256:${hash.digest('hex')}`;
}

/** The path that was named, or the only model, or the only file. */
export function choose(wanted: string | null, paths: readonly string[], where: string, how: string): string {
  if (wanted !== null) {
    if (paths.includes(wanted)) return wanted;
    const close = nearest(wanted, paths);
    const list = close.length > 0 ? `did you mean ${close.join(' or ')}` : listed(paths);
    throw new Missing(`${where} has no ${wanted}; ${list}`);
  }
  const models = paths.filter((path) => path.endsWith('.onnx'));
  const [only, ...more] = models.length > 0 ? models : paths;
  if (only !== undefined && more.length === 0) return only;
  throw only === undefined
    ? new Missing(`${where} is empty`)
    : new Missing(
        `${where} has ${models.length || paths.length} files to choose from: ${listed(models.length > 0 ? models : paths)}`,
        how,
      );
}

const listed = (paths: readonly string[]) =>
  paths.length === 0
    ? 'it is empty'
    : `it has ${paths.slice(0, 10).join(', ')}${paths.length > 10 ? ', …' : ''}`;

/** A path of the file at `location` beside the one at `path`, both with `/`. */
export function sibling(path: string, location: string): string {
  return `${path.slice(0, path.lastIndexOf('/') + 1)}${location.replaceAll('\\', '/').replace(/^(\.\/)+/, '')}`;
}

export const encodePath = (path: string) => path.split('/').map(encodeURIComponent).join('/');

export const basic = (user: string, password: string) =>
  `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;

/** `KEY` of the environment; an empty one counts as unset. */
export const variable = (env: NodeJS.ProcessEnv, ...names: string[]): string | undefined =>
  names.map((name) => env[name]).find((value) => value !== undefined && value !== '');
