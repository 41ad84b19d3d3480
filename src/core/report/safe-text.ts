/**
 * Text of a model, a dataset or an engine, made harmless. What cannot be seen is taken out here; what a syntax
 * gives meaning to (Markdown, a CI log) is neutralised by the renderer of that syntax.
 */

/** Longest name, path or slice that a report prints, in code points. */
export const NAME_LENGTH = 120;
/** Longest sentence that a report prints, in code points. */
export const SENTENCE_LENGTH = 600;
const ANNOTATION_LENGTH = 4096;

// ECMA-48: CSI, then the string commands (OSC, DCS, SOS, PM, APC) up to their terminator, then two-character escapes.
const ANSI =
  /(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]|(?:\x1b[\]PX^_]|[\x90\x98\x9d-\x9f])[^\x07\x1b\x9c]*(?:\x07|\x1b\\|\x9c)|\x1b[ -/]*[0-~]/g;
// Control, format (bidi, zero width, tags), lone surrogates, and letters that draw nothing, such as Hangul fillers.
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Default_Ignorable_Code_Point}\u2800]/gu;
// Most text by far: words of visible ASCII and minus signs, one blank apart.
const PLAIN = /^[!-~−]+(?: [!-~−]+)*$/;
const SPACES = /[\t-\r\x85\p{Z}]+/gu;

/**
 * One line of visible text, at most `most` code points long. Cut text shows `…` at the end, or in the middle,
 * where a name or a path says the least.
 */
export function safeText(text: string, most = SENTENCE_LENGTH, cut: 'end' | 'middle' = 'end'): string {
  if (text.length <= most && PLAIN.test(text)) return text;
  // A megabyte costs as little as a page: nothing beyond this can be printed anyway.
  const window = most * 8 + 1000;
  const near = text.length <= 2 * window ? text : `${text.slice(0, window)}…${text.slice(-window)}`;
  const clean = near.replace(ANSI, '').replace(SPACES, ' ').replace(UNSEEN, '').replace(/ {2,}/g, ' ').trim();
  const points = Array.from(clean);
  if (points.length <= most) return clean;
  const tail = cut === 'middle' ? Math.floor((most - 1) / 2) : 0;
  const head = points.slice(0, most - 1 - tail).join('');
  return `${head}…${tail > 0 ? points.slice(-tail).join('') : ''}`;
}

/** A name, path or slice: never empty, cut in the middle. */
export function safeName(text: string, most = NAME_LENGTH): string {
  return safeText(text, most, 'middle') || '(empty)';
}

/** The message of a CI annotation: one line, at most 4,096 code points. */
export function annotationText(text: string): string {
  return safeText(text, ANNOTATION_LENGTH);
}

/**
 * Keeps a CI host from reading a line of ours as a command: GitHub obeys `::name::` after leading blanks, and
 * `##[name]` anywhere. For whole rendered text, after wrapping; no line changes its width.
 */
export function inertLines(text: string): string {
  return text.replace(/^([ \t]*)::/gm, '$1: ').replaceAll('##[', '# [');
}
