import type { OutputDifference, OutputsComparison } from '../../documents/validation.ts';
import { code } from '../../scoring/words.ts';

/**
 * The output that differs most, and how many others do.
 * @example 'Outputs on 256 rows of the holdout: `p` differs in 100% of them, at most by 0.031 at [17, 0], by 4.2% and 260,000 ulp.'
 */
export function outputsSentence({ on, rows, list, notes }: OutputsComparison): string {
  const [note] = notes;
  if (list.length === 0) return `Outputs were not compared: ${note ?? 'there are none.'}`;
  const where = `Outputs on ${rows.toLocaleString('en-US')} ${on === 'holdout' ? 'rows of the holdout' : 'made-up rows'}`;
  const different = list.filter(({ differing }) => differing > 0);
  const [worst] = different.sort((a, b) => b.differing - a.differing || sizeOf(b) - sizeOf(a));
  const rest = note === undefined ? '' : ` ${note}`;
  if (!worst) return `${where}: the same to the last digit.${rest}`;
  const others = different.length - 1;
  const more = others > 0 ? ` ${others} other output${others === 1 ? ' differs' : 's differ'} as well.` : '';
  return `${where}: ${code(worst.name)} differs in ${percent(worst.differing)} of them${extremes(worst)}.${more}${rest}`;
}

const sizeOf = ({ relative, absolute }: OutputDifference) => relative?.value ?? absolute?.value ?? 0;

function extremes({ absolute, relative, ulp, incomparable }: OutputDifference): string {
  if (!absolute) return incomparable > 0 ? ', in text or in numbers that are not finite' : '';
  const place = absolute.row === null ? `[${absolute.index}]` : `[${absolute.row}, ${absolute.index}]`;
  const others = [relative && percent(relative.value), ulp && `${digits(ulp.value)} ulp`].filter(Boolean);
  return `, at most by ${digits(absolute.value)} at ${place}${others.length > 0 ? `, by ${others.join(' and ')}` : ''}`;
}

/** Three digits; whole numbers in full. */
const digits = (value: number) =>
  Number.isInteger(value) && value < 1e15
    ? value.toLocaleString('en-US')
    : String(Number(value.toPrecision(3)));
const percent = (share: number) => `${digits(share * 100)}%`;
