/** Parsed YAML → plain value. The parser's own `toJS` is quadratic in aliases and renames keys that are no text. */
import { type Alias, type Document, isAlias, isMap, isNode, isScalar, isSeq, type Node } from 'yaml';
import type { Fault, Position } from '../errors.ts';
import { code, show } from './words.ts';

/** The deepest legal policy has 8 levels; every reader recurses. */
const DEEPEST = 50;
/** A policy of a hundred models has some 10,000. Counted as if each alias were written out: stops "billion laughs". */
const MOST_NODES = 100_000;
/** More of one kind are not told. */
const MOST_FAULTS = 20;

export interface Plain {
  /** Aliases share what they stand for. Null for an empty document. */
  readonly value: unknown;
  /** Faults that make the rest of the file unreadable. */
  readonly fatal: readonly Fault[];
  /** Others, such as keys given twice. */
  readonly faults: readonly Fault[];
  /** What each alias stands for. */
  readonly targets: ReadonlyMap<Alias, Node>;
}

/** A value, and how many nodes it has with aliases written out. */
interface Built {
  readonly value: unknown;
  readonly size: number;
}
const NOTHING: Built = { value: null, size: 1 };

/** Walks the document once. */
export function toPlain(document: Document, position: (offset: number) => Position): Plain {
  const fatal: Fault[] = [];
  const faults: Fault[] = [];
  /** By name; without `built` while the node is still being read. */
  const anchors = new Map<string, { readonly node: Node; built: Built | null }>();
  const targets = new Map<Alias, Node>();

  const note = (list: Fault[], node: unknown, message: string, fix: string): void => {
    const offset = (node as Node | null)?.range?.[0] ?? 0;
    if (list.length < MOST_FAULTS) list.push({ code: 'policy-invalid', message, fix, at: position(offset) });
  };

  const build = (node: unknown, depth: number): Built => {
    if (isAlias(node)) return follow(node);
    if (!isNode(node)) return NOTHING;
    const anchor: { node: Node; built: Built | null } = { node, built: null };
    if (node.anchor) anchors.set(node.anchor, anchor);
    anchor.built = buildNode(node, depth);
    return anchor.built;
  };

  const buildNode = (node: Node, depth: number): Built => {
    if (isScalar(node)) return { value: node.value, size: 1 };
    if (depth > DEEPEST) {
      note(fatal, node, 'This is nested too deeply.', `Use ${DEEPEST} levels at most.`);
      return NOTHING;
    }
    if (isSeq(node)) {
      const items = node.items.map((item) => build(item, depth + 1));
      return { value: items.map(({ value }) => value), size: sizeOf(items) };
    }
    if (!isMap(node)) return NOTHING;
    checkKeys(node.items);
    const entries = node.items.map(({ key, value }) => {
      const name = isScalar(key) ? String(key.value) : '';
      return { name, ...build(value, depth + 1) };
    });
    // Makes `__proto__` a key like any other.
    const value = Object.fromEntries(entries.map((entry) => [entry.name, entry.value]));
    return { value, size: sizeOf(entries) };
  };

  const follow = (alias: Alias): Built => {
    const anchor = anchors.get(alias.source);
    if (!anchor?.built) {
      note(fatal, alias, `${code(`*${alias.source}`)} refers to nothing above.`, 'Write the value out.');
      return NOTHING;
    }
    targets.set(alias, anchor.node);
    return anchor.built;
  };

  const checkKeys = (pairs: readonly { readonly key: unknown }[]): void => {
    const seen = new Set<string>();
    for (const { key } of pairs) {
      if (!isScalar(key) || key.value === null) {
        note(fatal, key, 'A key here is not plain text.', 'Write `key: value` with a plain key.');
        continue;
      }
      const name = String(key.value);
      if (key.anchor) anchors.set(key.anchor, { node: key, built: { value: key.value, size: 1 } });
      if (seen.has(name)) note(faults, key, `${show(name)} is given twice.`, 'Keep one of the two.');
      seen.add(name);
    }
  };

  const { value, size } = build(document.contents, 1);
  if (size > MOST_NODES)
    note(
      fatal,
      document.contents,
      `The file has more than ${MOST_NODES} values, with \`*\` references written out.`,
      'Split the models over several policies, and do not nest `*` references.',
    );
  return { value, fatal, faults, targets };
}

function sizeOf(parts: readonly Built[]): number {
  return parts.reduce((sum, { size }) => sum + size, 1);
}
