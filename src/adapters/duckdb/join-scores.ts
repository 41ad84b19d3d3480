/** Candidate and baseline scores that two batch jobs wrote apart, as one table. */
import { type Fault, throwFaults } from '../../core/errors.ts';
import type { JoinedScores, RowSource } from '../../ports.ts';
import { type Engine, openEngine, type Parts } from './engine.ts';
import { holdoutFault } from './errors.ts';
import { missingColumn } from './read-scores.ts';
import { resolveSource } from './source.ts';
import { clip, quoteName } from './sql.ts';

/** Names of rows that a sentence shows. */
const EXAMPLES = 3;
const JOINED = 'baseline score';

interface Side {
  readonly name: 'candidate' | 'baseline';
  readonly from: string;
}

/**
 * Every row of the candidate's table with the baseline's score of the same key, ordered by the key.
 * Throws `column-missing`; `value-missing` for a row without a key; `column-type` for keys of different types;
 * `holdout-unreadable` with counts and the first examples where a key is there twice, or on one side only.
 */
export async function joinScores(
  parts: Parts,
  candidate: RowSource,
  baseline: RowSource,
  key: string,
  baselineScore: string,
): Promise<JoinedScores> {
  await using engine = await openEngine(parts);
  const sides: Side[] = [];
  const faults: Fault[] = [];
  const types: string[] = [];
  for (const [name, source] of [['candidate', candidate] as const, ['baseline', baseline] as const]) {
    const resolved = await resolveSource(engine, source);
    const from = resolved.from('sniffed');
    const described = await engine.rows(`DESCRIBE SELECT * FROM ${from}`).catch((error) => {
      throw holdoutFault(error, resolved.subject);
    });
    const columns = described.map(([column, type]) => ({ name: String(column), type: String(type) }));
    faults.push(...missingColumn('key', key, columns));
    if (name === 'baseline') faults.push(...missingColumn('baseline', baselineScore, columns));
    types.push(columns.find((column) => column.name === key)?.type ?? '');
    sides.push({ name, from });
  }
  throwFaults(faults);
  const k = quoteName(key);
  if (types[0] !== types[1])
    faults.push({
      code: 'column-type',
      message: `The key \`${clip(key)}\` is ${clip(types[0]!)} in the candidate's scores and ${clip(types[1]!)} in the baseline's.`,
      fix: 'Write it with one type in both.',
    });
  throwFaults(faults);
  for (const side of sides) faults.push(...(await checkKey(engine, side, k, key)));
  throwFaults(faults);
  const [own, other] = sides as [Side, Side];
  for (const [side, opposite] of [[own, other] as const, [other, own] as const])
    faults.push(...(await checkMatched(engine, side, opposite, k, key)));
  throwFaults(faults);
  return {
    source: {
      query: `SELECT c.*, b.${quoteName(baselineScore)} AS ${quoteName(JOINED)} FROM ${own.from} AS c JOIN ${other.from} AS b USING (${k}) ORDER BY ${k}`,
    },
    baseline: JOINED,
  };
}

async function checkKey(engine: Engine, { name, from }: Side, k: string, key: string): Promise<Fault[]> {
  const [[missing] = []] = await engine.rows(`SELECT count(*) FROM ${from} WHERE ${k} IS NULL`);
  const faults: Fault[] = [];
  if (Number(missing) > 0)
    faults.push({
      code: 'value-missing',
      message: `Rows of the ${name}'s scores without a key \`${clip(key)}\`: ${missing}.`,
      fix: 'Every row needs one: drop the row, or fill it in.',
    });
  const twice = await examples(
    engine,
    `SELECT ${k} FROM ${from} WHERE ${k} IS NOT NULL GROUP BY ${k} HAVING count(*) > 1`,
    k,
  );
  if (twice)
    faults.push({
      code: 'holdout-unreadable',
      message: `Values of the key \`${clip(key)}\` that stand more than once in the ${name}'s scores: ${twice.count} (${twice.first}).`,
      fix: 'Write one row for each key: a job that was tried again may have left its first output behind.',
    });
  return faults;
}

async function checkMatched(
  engine: Engine,
  side: Side,
  opposite: Side,
  k: string,
  key: string,
): Promise<Fault[]> {
  const alone = await examples(
    engine,
    `SELECT ${k} FROM ${side.from} AS own ANTI JOIN ${opposite.from} AS other USING (${k})`,
    k,
  );
  if (!alone) return [];
  return [
    {
      code: 'holdout-unreadable',
      message: `Values of the key \`${clip(key)}\` in the ${side.name}'s scores that are not in the ${opposite.name}'s: ${alone.count} (${alone.first}).`,
      fix: 'Score the same rows with both models; a comparison on the rest would favour the model that fails on hard rows.',
    },
  ];
}

async function examples(engine: Engine, keys: string, k: string) {
  const [[count, first] = []] = await engine.rows(
    `SELECT count(*), array_to_string(min(CAST(${k} AS VARCHAR), ${EXAMPLES}), ', ') FROM (${keys})`,
  );
  if (Number(count) === 0) return null;
  return { count: Number(count), first: clip(String(first)) + (Number(count) > EXAMPLES ? ' and more' : '') };
}
