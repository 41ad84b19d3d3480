/** A scores table of any size: sums over it by DuckDB, which spills what does not fit. */
import { fault, throwFaults } from '../../../core/errors.ts';
import type {
  Feature,
  FeatureMeans,
  Linear,
  ScoreSurvey,
} from '../../../core/metrics/out-of-core/features.ts';
import type { ColumnRequest, RowSource, ScoreColumns, ScoreSums } from '../../../ports.ts';
import { kindOfType } from '../casts.ts';
import { type Engine, openEngine, type Parts } from '../engine.ts';
import { holdoutFault } from '../errors.ts';
import { explainRead, planRead } from '../plan.ts';
import { missingColumn, missingValueAt } from '../read-scores.ts';
import { resolveSource } from '../source.ts';
import { areaSums } from './areas.ts';
import { featureSql, number } from './features.ts';
import { survey } from './survey.ts';

const ROLES = ['label', 'candidate', 'baseline', 'weight', 'group'] as const;
const LETTERS = { label: 'y', candidate: 'c', baseline: 'b', weight: 'w', group: 'g' } as const;
const ABSENT = { baseline: 'NULL::DOUBLE', weight: '1.0::DOUBLE', group: 'NULL' } as const;

/** Throws as reading into memory does: `column-missing`, `column-type`, and those of the files. */
export async function openScoreSums(
  parts: Parts,
  source: RowSource,
  columns: ScoreColumns,
): Promise<ScoreSums> {
  const engine = await openEngine(parts, { bounded: true });
  try {
    const resolved = await resolveSource(engine, source);
    const described = await engine
      .rows(`DESCRIBE SELECT * FROM ${resolved.from('sniffed')}`)
      .catch((error) => {
        throw holdoutFault(error, resolved.subject);
      });
    const known = described.map(([name, type]) => ({ name: String(name), type: String(type) }));
    const roles = ROLES.filter((role) => columns[role] !== null);
    throwFaults(roles.flatMap((role) => missingColumn(role, columns[role]!, known)));
    const requests = roles.map((role): ColumnRequest => {
      const column = columns[role]!;
      const type = known.find(({ name }) => name === column)!.type;
      const whole = kindOfType(type) === 'integer';
      return { from: { column }, as: role !== 'group' ? 'float64' : whole ? 'int64' : 'string' };
    });
    const plan = await planRead(engine, resolved, known, requests);
    const constants = (['baseline', 'weight', 'group'] as const)
      .filter((role) => columns[role] === null)
      .map((role) => `${ABSENT[role]} AS ${LETTERS[role]}`);
    const named = roles.map((role) => LETTERS[role]).join(', ');
    // 0 is added so that −0 becomes 0, which it equals and a sort may not know.
    const zero = columns.baseline === null ? 'c + 0 AS c' : 'c + 0 AS c, b + 0 AS b';
    const all = `(SELECT * REPLACE (${zero}) FROM (SELECT ${['*', ...constants].join(', ')} FROM (${plan.sql}) AS t(${named})))`;
    const used = `(SELECT * FROM ${all} WHERE w > 0)`;
    const explained = async <T>(work: Promise<T>): Promise<T> => {
      try {
        return await work;
      } catch (error) {
        throw spillFault(error) ?? (await explainRead(plan, resolved.subject, error))!;
      }
    };
    return {
      survey: (task) => explained(survey(engine, all, columns, task, missingValueAt)),
      means: (features, known) => explained(means(engine, used, features, known)),
      moments: (linears, known) => explained(moments(engine, used, linears, known)),
      areas: (known) => explained(areaSums(engine, used, known)),
      [Symbol.asyncDispose]: () => engine[Symbol.asyncDispose](),
    };
  } catch (error) {
    await engine[Symbol.asyncDispose]();
    throw error;
  }
}

async function means(
  engine: Engine,
  from: string,
  features: readonly Feature[],
  { weight, baseline }: ScoreSurvey,
): Promise<FeatureMeans[]> {
  if (features.length === 0) return [];
  const sums = features.flatMap((feature) => {
    const c = featureSql(feature, 'c');
    if (!baseline) return [`fsum(w * ${c})`];
    const b = featureSql(feature, 'b');
    return [
      `fsum(w * ${c})`,
      `fsum(w * ${b})`,
      `bool_and(${c} IN (0, 1) AND ${b} IN (0, 1))`,
      `count(*) FILTER (${c} = 1 AND ${b} = 0)`,
      `count(*) FILTER (${c} = 0 AND ${b} = 1)`,
    ];
  });
  const [found = []] = await engine.rows(`SELECT ${sums.join(', ')} FROM ${from}`);
  const width = baseline ? 5 : 1;
  return features.map((_, i) => {
    const [c, b, answers, candidateOnly, baselineOnly] = found.slice(i * width, (i + 1) * width);
    return {
      candidate: Number(c) / weight,
      baseline: baseline ? Number(b) / weight : null,
      discordant: answers
        ? { candidateOnly: Number(candidateOnly), baselineOnly: Number(baselineOnly) }
        : null,
    };
  });
}

async function moments(
  engine: Engine,
  from: string,
  linears: readonly Linear[],
  { groups }: ScoreSurvey,
): Promise<{ squares: number; cubes: number }[]> {
  if (linears.length === 0) return [];
  const terms = linears.map(({ terms }) => {
    const sum = terms.map(({ feature, model, factor, mean }) => {
      const x = `(${featureSql(feature, model === 'candidate' ? 'c' : 'b')} - ${number(mean)})`;
      return factor === 1 ? `+ ${x}` : `+ ${number(factor)} * ${x}`;
    });
    return `w * (0 ${sum.join(' ')})`;
  });
  const inner = terms.map((term, i) => (groups ? `fsum(${term}) AS d${i}` : `${term} AS d${i}`));
  const outer = terms.map((_, i) => `fsum(d${i} * d${i}), fsum(d${i} * d${i} * d${i})`);
  const [found = []] = await engine.rows(
    `SELECT ${outer.join(', ')} FROM (SELECT ${inner.join(', ')} FROM ${from}${groups ? ' GROUP BY g' : ''})`,
  );
  return linears.map((_, i) => ({ squares: Number(found[2 * i]), cubes: Number(found[2 * i + 1]) }));
}

/** Null when memory and disk are not what failed. */
function spillFault(error: unknown) {
  const words = error instanceof Error ? error.message : String(error);
  if (!/Out of Memory Error|max_temp_directory_size|No space left/i.test(words)) return null;
  return fault('file-unwritable', 'There is not enough room to evaluate these scores out of core.', {
    fix: 'It takes some 60 bytes a row in the folder for temporary files: point TMPDIR to a disk with that much room.',
    details: words.slice(0, 2000),
  });
}
