/** Numbers as they stand in a reason. */
import type { Interval } from '../documents/common.ts';
import { formatScore } from '../report/format.ts';

export { formatDuration, plural } from '../report/format.ts';

/** A number of the policy, as its author wrote it: 0.002, not 0.0020. */
export function exact(value: number): string {
  return String(Number(value.toPrecision(12))).replace('-', '−');
}

/** Foreign words in a sentence of ours. */
export function clip(text: string, most = 500): string {
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}

/** With as many decimals as it takes to differ from a bound that it is not equal to. */
export function apartFrom(value: number, bound: number): string {
  for (let decimals = 4; decimals < 12; decimals++)
    if (Number(value.toFixed(decimals)) !== bound) return formatScore(value, decimals);
  return formatScore(value, 4);
}

/** `95% interval −0.0254 to −0.0172`. */
export function intervalWords(interval: Interval, format: (value: number) => string): string {
  return `${exact(interval.confidence * 100)}% interval ${format(interval.lower)} to ${format(interval.upper)}`;
}
