/** Longest text from outside that a document holds. */
export const MOST_FOREIGN = 4096;

/** Bounds untrusted text to what `foreign` of common.ts takes. Apart from it: most who clip need no schema, which costs 0.1 s to load. */
export function clipForeign(text: string): string {
  return text.length <= MOST_FOREIGN ? text : `${text.slice(0, MOST_FOREIGN - 1)}…`;
}
