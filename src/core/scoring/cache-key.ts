/** Everything that a model's scores depend on. */
export interface ScoreOrigin {
  readonly tool: string;
  readonly engine: { readonly name: string; readonly version: string };
  /** Kernels are chosen by processor, and answers differ in their last bits: enough to move a near tie. */
  readonly machine: { readonly platform: string; readonly cpu: string };
  readonly model: {
    readonly digest: string;
    readonly external: readonly { readonly location: string; readonly digest: string }[];
  };
  /** Of the rows that count. */
  readonly holdout: { readonly digest: string };
  /** What feeds the model, and which number of it is the score. */
  readonly mapping: unknown;
  /** As asked for; null: by the size of a row. */
  readonly batchRows: number | null;
  readonly perClass: boolean;
}

/** SHA-256 over the parts as JSON with sorted keys, in hexadecimal: equal when all parts are. */
export async function scoreKey(origin: ScoreOrigin): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(sorted(origin)));
  const digest = await crypto.subtle.digest('SHA-256', bytes);
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, part]) => part !== undefined);
  return Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, part]) => [key, sorted(part)]),
  );
}
