import { SENTENCE_LENGTH, safeText } from './safe-text.ts';

/** A sentence as pieces: plain words, and code for whatever a syntax might read as more than words. */
export type Piece = string | { readonly code: string; readonly quoted?: true };
export type Prose = readonly Piece[];

// Words and numbers, with the punctuation of a sentence around them. No `@`, `#`, `$`, `_`, `*`, `|`, `<tag`, `://`.
const PLAIN = /^[("'[]*[\p{L}\p{M}\p{N}±+−\-.,%/≥≤=→×’'–—…]*[)\]"'’,.;:!?%…]*$|^[<>]=?$/u;
// What GitHub links by itself: www., GH-12, the digits of a commit.
const LINKED = /^\W*(?:www\.|gh-\d)|\b[0-9a-f]{7,40}\b|\]\(/i;

/**
 * A sentence that may hold foreign words, as prose. What stands between backticks becomes code, and so do words
 * that are not plain; the text that a reader sees stays the same.
 */
export function proseOf(text: string, most = SENTENCE_LENGTH): Prose {
  const pieces: Piece[] = [];
  for (const [index, part] of safeText(text, most)
    .split(/`([^`]+)`/)
    .entries()) {
    const quoted = index % 2 === 1 && part.trim() !== '';
    for (const piece of quoted ? [{ code: part.trim(), quoted } as const] : words(part))
      append(pieces, piece);
  }
  return pieces;
}

/** The sentence as it was written. */
export function plainText(prose: Prose): string {
  return prose
    .map((piece) => (typeof piece === 'string' ? piece : piece.quoted ? `\`${piece.code}\`` : piece.code))
    .join('');
}

function words(part: string): Piece[] {
  return part.split(/( )/).flatMap((word): Piece[] => {
    if (word === '' || word === ' ' || (PLAIN.test(word) && !LINKED.test(word))) return [word];
    // The sentence's own punctuation stays outside.
    const [, before = '', core = '', after = ''] = /^(\(*)(.*?)([),.;:!?]*)$/u.exec(word)!;
    return core === '' ? [{ code: word }] : [before, { code: core }, after];
  });
}

/** Neighbours of a kind become one: two code spans that touch would be read as one with other marks. */
function append(pieces: Piece[], piece: Piece): void {
  if (piece === '') return;
  const last = pieces.at(-1);
  const at = pieces.length - 1;
  if (typeof last === 'string' && typeof piece === 'string') pieces[at] = last + piece;
  else if (typeof last === 'object' && typeof piece === 'object')
    pieces[at] = { code: last.code + piece.code };
  else pieces.push(piece);
}
