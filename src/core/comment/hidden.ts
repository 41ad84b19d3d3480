/**
 * What a comment carries out of sight: the key that it is found by, and what it shows as data, so that the next
 * writer can add to it. An HTML comment on the last line; base64 holds no `--` that would end it.
 */
import { z } from 'zod';
import { deflateRaw, inflateRaw } from '../archive/zip.ts';
import { DOCUMENTS, type Measurement } from '../documents/index.ts';
import type { Verdict } from '../documents/verdict.ts';
import { plural } from '../report/format.ts';
import { statusOf, tallyOf, tallyText } from '../report/status.ts';
import { type Leg, modelsOf } from './legs.ts';

/** What one comment shows. */
export interface CommentState {
  /** Of the CI system; a newer run has a greater number. */
  readonly run: number;
  /** The commit that was judged, in hex. */
  readonly commit: string;
  readonly legs: readonly Leg[];
}

/** Bytes of a comment that are not for readers. */
export const HIDDEN_BYTES = 24_000;
/** Unpacked, far beyond what fits into `HIDDEN_BYTES` of honest data. */
const MOST_INFLATED = 4 * 2 ** 20;

const NAME = 'onnx-gate/comment/v1';

/** `workflow` and `policy` keep comments of several gates on one pull request apart. */
export function markerOf(workflow: string, policy: string): string {
  return `<!-- ${NAME} ${base64(new TextEncoder().encode(`${workflow.slice(0, 300)}\n${policy.slice(0, 300)}`))} `;
}

/** The line that `marker` begins, of at most about `HIDDEN_BYTES`: what does not fit is told in less detail. */
export async function packState(marker: string, state: CommentState): Promise<string> {
  let line = '';
  for (const shorten of LEVELS) {
    const text = JSON.stringify({ ...state, legs: state.legs.map(shorten) }, withoutHeavy);
    line = `${marker}${base64(await deflateRaw(new TextEncoder().encode(text)))} -->`;
    if (line.length <= HIDDEN_BYTES) return line;
  }
  return `${marker}${base64(await deflateRaw(new TextEncoder().encode(JSON.stringify({ ...state, legs: [] }))))} -->`;
}

/** Null when the body has no such line, or one that is damaged. Documents of another version are left out. */
export async function unpackState(marker: string, body: string): Promise<CommentState | null> {
  const at = body.lastIndexOf(marker);
  if (at === -1) return null;
  const data = /^([A-Za-z0-9+/=]*) -->/.exec(body.slice(at + marker.length))?.[1];
  const bytes = data === undefined ? null : unbase64(data);
  const text = bytes && (await inflateRaw(bytes, MOST_INFLATED));
  if (!text) return null;
  try {
    const parsed = stateSchema.safeParse(JSON.parse(new TextDecoder().decode(text)));
    return parsed.success ? { ...parsed.data, legs: parsed.data.legs.flatMap(readLeg) } : null;
  } catch {
    return null;
  }
}

const stateSchema = z.strictObject({
  run: z.int().nonnegative(),
  commit: z.string().regex(/^[0-9a-f]{0,64}$/),
  legs: z
    .array(
      z.strictObject({ leg: z.string().max(300), verdict: z.unknown(), measurements: z.array(z.unknown()) }),
    )
    .max(1000),
});

function readLeg({ leg, verdict, measurements }: z.infer<typeof stateSchema>['legs'][number]): Leg[] {
  const judged = DOCUMENTS.verdict.safeParse(verdict);
  if (!judged.success) return [];
  const kinds = [DOCUMENTS.validation, DOCUMENTS.evaluation, DOCUMENTS.benchmark];
  return [
    {
      leg,
      verdict: judged.data as Verdict,
      measurements: measurements.flatMap((one) => {
        const parsed = kinds.map((kind) => kind.safeParse(one)).find(({ success }) => success);
        return parsed?.success ? [parsed.data as Measurement] : [];
      }),
    },
  ];
}

/** From all that a comment shows to hardly more than the outcome. */
const LEVELS: readonly ((leg: Leg) => Leg)[] = [
  (leg) => ({ ...leg, measurements: leg.measurements.flatMap(slim) }),
  (leg) => ({ ...leg, measurements: [] }),
  ({ leg, verdict }) => {
    const open = verdict.rules.filter((rule) => statusOf(rule) !== 'passed');
    return { leg, measurements: [], verdict: summarised(verdict, open) };
  },
  ({ leg, verdict }) => ({ leg, measurements: [], verdict: summarised(verdict, []) }),
];

/** Optional parts of documents that comments do not show. */
const HEAVY = new Set(['where', 'data', 'curves', 'histograms']);
const withoutHeavy = (key: string, value: unknown) => (HEAVY.has(key) ? undefined : value);

/** Of an image nothing is shown but the rules about it, which the verdict has. */
function slim(document: Measurement): Measurement[] {
  if (document.schema === 'onnx-gate/image/v1') return [];
  if (document.schema === 'onnx-gate/evaluation/v1')
    return [{ ...document, slices: [], metrics: document.metrics.filter(({ slice }) => slice === null) }];
  if (document.schema === 'onnx-gate/validation/v1')
    return [{ ...document, summary: null, comparison: null, findings: document.findings.slice(0, 10) }];
  return [document];
}

/** Rules that are left out are counted for each model. */
function summarised(verdict: Verdict, rules: Verdict['rules']): Verdict {
  const kept = new Set(rules);
  const told = modelsOf(verdict).flatMap((model) => {
    const gone = verdict.rules.filter((rule) => rule.model === model && !kept.has(rule));
    const counts = tallyText(tallyOf(gone.map(statusOf)));
    const message = `${counts}: too many to carry here; ${plural(gone.length, 'rule')} in the run’s documents.`;
    return gone.length === 0 ? [] : [{ model, code: 'summarised', message }];
  });
  const subjects = verdict.subjects.map(({ model }) => ({
    model,
    candidate: null,
    baseline: null,
    holdout: null,
  }));
  return { ...verdict, rules, subjects, reasons: [...verdict.reasons.slice(0, 20), ...told] };
}

function base64(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}

function unbase64(text: string): Uint8Array | null {
  try {
    return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  } catch {
    return null;
  }
}
