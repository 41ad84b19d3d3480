/** YAML text → plain value, with the place of everything in it. */
import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
} from 'yaml';
import type { Fault, Position } from '../errors.ts';
import { code, type Path, show } from './words.ts';

/** A policy of a hundred models has some 100 KiB; parsing takes 3 seconds at the limit. */
const LONGEST_TEXT = 2 ** 20;
/** The deepest legal policy has 8 levels; the reader recurses. */
const DEEPEST = 50;
/** Uses of one anchor, each counted with those inside it: stops "billion laughs". */
const MOST_ALIASES = 1000;

/** After the first few the parser has lost its way. */
const MOST_SYNTAX_FAULTS = 20;

/** Where things stand in the policy file. */
export interface PolicyPositions {
  /** Of the key (or list item) that the path ends with; of its nearest ancestor when the file has no such path. */
  at(path: Path): Position;
}

export interface YamlPositions extends PolicyPositions {
  /** Of the value at the path; of its key when the value is empty or a block of its own. */
  ofValue(path: Path): Position;
}

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
  const lines = new LineCounter();
  const position = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    // The parser's own check is quadratic; `inspect` does it with a set.
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
  const { fatal, faults, targets } = inspect(document, position);
  if (fatal.length > 0) return { syntax: fatal };
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: MOST_ALIASES });
  } catch {
    return refuse(
      `${file} repeats its anchors more than ${MOST_ALIASES} times.`,
      'Write the values out instead of nesting `*` references.',
    );
  }
  return { value, positions: positionsOf(document, targets, position), faults };
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

/** What the parser lets through and a plain object could not hold. */
function inspect(document: Document, position: (offset: number) => Position) {
  const fatal: Fault[] = [];
  const faults: Fault[] = [];
  /** The parser's `alias.resolve` reads the whole document each time. */
  const anchors = new Map<string, Node>();
  const targets = new Map<Alias, Node>();
  const open = new Set<unknown>();
  const note = (list: Fault[], node: unknown, message: string, fix: string): void => {
    const offset = (node as Node | null)?.range?.[0] ?? 0;
    list.push({ code: 'policy-invalid', message, fix, at: position(offset) });
  };
  const walk = (node: unknown, depth: number): void => {
    if (isAlias(node)) {
      const target = anchors.get(node.source);
      if (!target || open.has(target))
        note(fatal, node, `${code(`*${node.source}`)} refers to nothing above.`, 'Write the value out.');
      else targets.set(node, target);
      return;
    }
    if (isNode(node) && node.anchor) anchors.set(node.anchor, node);
    if (!isMap(node) && !isSeq(node)) return;
    if (depth > DEEPEST) {
      note(fatal, node, 'This is nested too deeply.', `Use ${DEEPEST} levels at most.`);
      return;
    }
    open.add(node);
    if (isSeq(node)) for (const item of node.items) walk(item, depth + 1);
    else {
      const seen = new Set<string>();
      for (const { key, value } of node.items) {
        if (!isScalar(key) || key.value === null)
          note(fatal, key, 'A key here is not plain text.', 'Write `key: value` with a plain key.');
        else {
          const name = String(key.value);
          if (key.anchor) anchors.set(key.anchor, key);
          if (seen.has(name)) note(faults, key, `${show(name)} is given twice.`, 'Keep one of the two.');
          seen.add(name);
        }
        walk(value, depth + 1);
      }
    }
    open.delete(node);
  };
  walk(document.contents, 1);
  return { fatal, faults, targets };
}

function positionsOf(
  document: Document,
  targets: ReadonlyMap<Alias, Node>,
  position: (offset: number) => Position,
): YamlPositions {
  const start = (node: Node | null): number => node?.range?.[0] ?? 0;
  /** The deepest node on the path, and the key it stands under. */
  const find = (path: Path): { key: number; value: Node | null } => {
    let value = document.contents as Node | null;
    let key = start(value);
    for (const step of path) {
      const holder = isAlias(value) ? (targets.get(value) ?? null) : value;
      if (isMap(holder)) {
        const pair = holder.items.findLast((item) => isScalar(item.key) && String(item.key.value) === step);
        if (!pair) break;
        key = start(pair.key as Node);
        value = pair.value as Node | null;
      } else if (isSeq(holder) && typeof step === 'number' && holder.items[step]) {
        value = holder.items[step] as Node;
        key = start(value);
      } else break;
    }
    return { key, value };
  };
  return {
    at: (path) => position(find(path).key),
    ofValue(path) {
      const { key, value } = find(path);
      const written = isScalar(value) && value.range && value.range[1] > value.range[0];
      const shown = written || isAlias(value);
      return position(shown ? start(value) : key);
    },
  };
}
