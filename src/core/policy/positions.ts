/** Paths → places in the text. */
import { type Alias, type Document, isAlias, isMap, isScalar, isSeq, type Node } from 'yaml';
import type { Position } from '../errors.ts';
import type { Path } from './words.ts';

/** Where things stand in the policy file. */
export interface PolicyPositions {
  /** Of the key (or list item) that the path ends with; of its nearest ancestor when the file has no such path. */
  at(path: Path): Position;
}

export interface YamlPositions extends PolicyPositions {
  /** Of the value at the path; of its key when the value is empty or a block of its own. */
  ofValue(path: Path): Position;
}

export function positionsOf(
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
