import { throwFaults } from '../core/errors.ts';
import { missingShards, parseShard, type Shard, shardFile } from '../core/scoring/shards.ts';

export interface NamedShard extends Shard {
  /** Of its scores; the names of all shards sort in the order of the rows. */
  readonly file: string;
}

/** Null: there are no shards. Throws `usage-invalid`. */
export function readShard(text: string | undefined): NamedShard | null {
  if (text === undefined) return null;
  const parsed = parseShard(text);
  if (!parsed.ok) throwFaults([parsed.fault]);
  if (!parsed.ok) throw new Error('unreachable: a refused shard has a fault');
  return { ...parsed.shard, file: shardFile(parsed.shard) };
}

/** Throws `file-missing` where scores come from shards of a table and some are not there. */
export function checkShards(files: readonly string[]): void {
  throwFaults(missingShards(files));
}
