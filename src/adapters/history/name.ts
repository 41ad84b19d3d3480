import { randomUUID } from 'node:crypto';

/** Sorts by time; no two runs share one. */
export function lineName(): string {
  return `${new Date().toISOString().replace(/[:.]/g, '-')}-${randomUUID()}.jsonl`;
}
