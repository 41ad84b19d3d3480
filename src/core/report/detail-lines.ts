import { safeText } from './safe-text.ts';

/** Most lines of an engine's own words; the last ones, where it says what went wrong. */
const DETAIL_LINES = 20;
const DETAIL_LENGTH = 300;

/** Foreign words keep their lines and nothing else. */
export function detailLines(details: string): string[] {
  return details
    .slice(-DETAIL_LINES * DETAIL_LENGTH * 2)
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((line) => safeText(line, DETAIL_LENGTH))
    .filter((line) => line !== '')
    .slice(-DETAIL_LINES);
}
