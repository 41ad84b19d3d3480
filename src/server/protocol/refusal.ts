/** What a request is refused with: an HTTP status and one sentence, as the protocol's `{"error": …}`. */
export class Refusal extends Error {
  readonly status: number;
  /** Seconds after which it is worth trying again. */
  readonly retryAfter: number | null;

  constructor(status: number, message: string, retryAfter: number | null = null) {
    super(message);
    this.status = status;
    this.retryAfter = retryAfter;
  }
}

/** The client's own mistake. */
export const bad = (message: string): Refusal => new Refusal(400, message);

/** A name from a request in a sentence: bounded, on one line. */
export function shown(name: unknown): string {
  const text = JSON.stringify(name) ?? String(name);
  return text.length <= 100 ? text : `${text.slice(0, 99)}…`;
}
