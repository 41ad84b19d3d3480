/** A comparison in sentences. */
import { clipForeign } from '../../documents/foreign.ts';
import type { Comparison } from '../../documents/validation.ts';
import { outputsSentence } from './outputs-sentence.ts';

/** Names in one sentence. */
const MOST_NAMES = 6;

type Facts = Omit<Comparison, 'sentences'>;

/** One row per sentence, the most important first; null where there is nothing to say. */
const SENTENCES: readonly ((facts: Facts) => string | null)[] = [
  ({ compatibility, signature }) => {
    if (signature.length === 0) return 'The signature is the same.';
    const breaking = signature.filter(({ level }) => level === 'breaking').length;
    if (compatibility === 'breaking')
      return `The signature breaks callers of the baseline: ${counted(breaking, 'change')}.`;
    return `The signature differs in ${counted(signature.length, 'place')}, and ${compatibility === 'warning' ? 'some callers may notice' : 'no caller can tell'}.`;
  },
  ({ outputs }) => outputs && outputsSentence(outputs),
  ({ weights }) => {
    const { added, removed, changed, same, unread } = weights;
    const parts = [
      changed > 0 && `${number(changed)} changed`,
      added > 0 && `${number(added)} new`,
      removed > 0 && `${number(removed)} gone`,
      unread > 0 && `${number(unread)} not compared`,
    ].filter((part) => part !== false);
    if (parts.length === 0)
      return same > 0 ? `All ${counted(same, 'weight')} are the same to the byte.` : null;
    return `Weights: ${parts.join(', ')}, ${number(same)} the same.`;
  },
  ({ operators }) => {
    if (operators.length === 0) return null;
    const told = operators
      .slice(0, MOST_NAMES)
      .map(({ operator, candidate, baseline }) => `\`${short(operator)}\` ${baseline} → ${candidate}`);
    const more = operators.length > MOST_NAMES ? ` and ${operators.length - MOST_NAMES} more` : '';
    return `Operators: ${told.join(', ')}${more}.`;
  },
  ({ parameters }) => moved('Parameters', parameters),
  ({ multiplyAdds: { candidate, baseline } }) =>
    candidate === null || baseline === null ? null : moved('Multiply-adds a row', { candidate, baseline }),
  ({ bytes }) => moved('Bytes', bytes),
  ({ opsets }) =>
    opsets.length === 0
      ? null
      : `Opsets: ${opsets
          .slice(0, MOST_NAMES)
          .map(
            ({ domain, candidate, baseline }) =>
              `\`${short(domain || 'ai.onnx')}\` ${baseline ?? 'none'} → ${candidate ?? 'none'}`,
          )
          .join(', ')}.`,
  ({ irVersion: { candidate, baseline } }) =>
    candidate === baseline ? null : `IR version: ${baseline} → ${candidate}.`,
  ({ producer: { candidate, baseline } }) => {
    const [now, before] = [candidate, baseline].map(
      ({ name, version }) => short(`${name} ${version}`.trim()) || 'none',
    );
    return now === before ? null : `Producer: \`${before}\` → \`${now}\`.`;
  },
  ({ quantization: { candidate, baseline } }) => {
    const [now, before] = [candidate, baseline].map(
      ({ share, kinds }) =>
        `${Math.round((share ?? 0) * 100)}%${kinds.length > 0 ? ` (${kinds.join(', ')})` : ''}`,
    );
    return now === before ? null : `Quantised weights: ${before} → ${now}.`;
  },
];

export function comparisonSentences(facts: Facts): string[] {
  return SENTENCES.map((write) => write(facts))
    .filter((sentence) => sentence !== null)
    .map(clipForeign);
}

function moved(
  what: string,
  { candidate, baseline }: { candidate: number; baseline: number },
): string | null {
  if (candidate === baseline) return null;
  const change = baseline > 0 ? ` (${candidate > baseline ? '+' : '−'}${percent(candidate, baseline)})` : '';
  return `${what}: ${number(baseline)} → ${number(candidate)}${change}.`;
}

function percent(candidate: number, baseline: number): string {
  const share = Math.abs(candidate / baseline - 1) * 100;
  return `${share < 0.1 ? '<0.1' : share.toFixed(share < 10 ? 1 : 0)}%`;
}

const number = (value: number) => value.toLocaleString('en-US');
const counted = (count: number, what: string) => `${number(count)} ${what}${count === 1 ? '' : 's'}`;
const short = (text: string) => text.replaceAll('`', "'").slice(0, 120);
