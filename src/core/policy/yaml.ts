/** YAML text → plain value, with the place of everything in it. */
import { LineCounter, parseDocument } from 'yaml';
import type { Fault, Position } from '../errors.ts';
import { toPlain } from './plain.ts';
import { positionsOf, type YamlPositions } from './positions.ts';

/** A policy of a hundred models has some 100 KiB; a hostile one of this size takes the parser seconds. */
const LONGEST_TEXT = 2 ** 20;
/** After the first few the parser has lost its way. */
const MOST_SYNTAX_FAULTS = 20;

export interface YamlFile {
  readonly value: unknown;
  readonly positions: YamlPositions;
  /** Such as keys given twice: the rest of the file can still be checked. */
  readonly faults: Fault[];
}

/** `value` is null for an empty file. Fails with syntax faults, which make every other check pointless. */
export function readYaml(text: string, file: string): YamlFile | { readonly syntax: Fault[] } {
  const top = { file, line: 1, column: 1 };
  const refuse = (message: string, fix: string, at: Position = top): { syntax: Fault[] } => ({
    syntax: [{ code: 'policy-invalid', message, fix, at }],
  });
  if (text.length > LONGEST_TEXT)
    return refuse(
      `${file} has ${text.length} characters; a policy has at most ${LONGEST_TEXT}.`,
      'Is it the right file? If so, split the models over several policies.',
    );
  if (text.includes('\0'))
    return refuse(`${file} is not text in UTF-8.`, 'Is it the right file? If so, save it as UTF-8.');
  const lines = new LineCounter();
  const position = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    // The parser's own check is quadratic; `toPlain` does it with a set.
    uniqueKeys: false,
    // Whatever a `%YAML 1.1` line asks for: `yes` stays text.
    schema: 'core',
    resolveKnownTags: false,
  });
  const errors = [...document.errors, ...document.warnings];
  if (errors.length > 0)
    return {
      syntax: errors.slice(0, MOST_SYNTAX_FAULTS).map(({ code, message, pos }) => ({
        code: 'policy-invalid',
        ...syntaxWords(code, message),
        at: position(pos[0]),
      })),
    };
  const { value, fatal, faults, targets } = toPlain(document, position);
  if (fatal.length > 0) return { syntax: [...fatal] };
  return { value, positions: positionsOf(document, targets, position), faults: [...faults] };
}

/** In our words for the mistakes that people make; in the parser's for the rest. */
const SYNTAX: Readonly<Record<string, readonly [message: string, fix: string]>> = {
  TAB_AS_INDENT: ['a tab is used to indent', 'Indent with spaces.'],
  MULTIPLE_DOCS: ['a second document begins here (`---`)', 'Keep one document in the file.'],
  TAG_RESOLVE_FAILED: [
    'a tag (`!…`) stands here, and none has a meaning',
    'Remove the tag, or quote the text.',
  ],
  BAD_SCALAR_START: ['a value begins with a reserved character', 'Put the value between quotes.'],
  BLOCK_AS_IMPLICIT_KEY: [
    'a second `key: value` stands on one line',
    'Put the inner one on its own line, indented, or between `{` and `}`.',
  ],
};

function syntaxWords(code: string, message: string): { message: string; fix: string } {
  const known = Object.hasOwn(SYNTAX, code) ? SYNTAX[code] : undefined;
  if (known) return { message: `This is not YAML that can be read: ${known[0]}.`, fix: known[1] };
  const words = /call stack/i.test(message) ? 'it is nested too deeply' : message.slice(0, 200);
  return {
    message: `This is not YAML that can be read: ${words}.`,
    fix: 'Look for a missing quote, bracket or colon here or just above, and for uneven indentation.',
  };
}
