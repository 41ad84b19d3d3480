/** Names what broke a file that does not parse, from its first bytes. */

/** Bytes worth reading for `textDamage`. */
export const DAMAGE_BYTES = 65_536;

/**
 * How text tools damaged a binary file, or null. Only ask of a file that does not parse: a sound one could, by chance, look like this.
 * `crlf`: every line feed has a carriage return before it, as Git does with `text=auto` and FTP in ASCII mode.
 * `utf8`: bytes over 127 were replaced by U+FFFD, as decoding and encoding as text does.
 */
export function textDamage(head: Uint8Array): 'crlf' | 'utf8' | null {
  let feeds = 0;
  let bare = 0;
  let replacements = 0;
  for (let i = 0; i < head.length; i++) {
    if (head[i] === 0x0a) {
      feeds++;
      if (head[i - 1] !== 0x0d) bare++;
    }
    if (head[i] === 0xef && head[i + 1] === 0xbf && head[i + 2] === 0xbd) replacements++;
  }
  if (replacements >= 2 && isUtf8(head)) return 'utf8';
  return feeds >= 3 && bare === 0 ? 'crlf' : null;
}

/** The last character may be cut off by the end of the head. */
function isUtf8(head: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
    return true;
  } catch {
    return false;
  }
}
