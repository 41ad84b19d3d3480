/** AUC and the sums of DeLong's variance by sorting out of core: DuckDB's external sort, and windows that only look back. */
import type { AreaSums, ScoreSurvey } from '../../../core/metrics/out-of-core/features.ts';
import type { Engine } from '../engine.ts';
import { number } from './features.ts';

/**
 * Every row with the placement of `score` among the rows of the other class as `place`: see core/stats/placements.ts.
 *
 * Sorted upwards with negatives first among equals, a positive has behind it all negatives that are below or equal, and
 * the sum at the first row of its tie is that of the negatives below: the mean of both counts ties half. Negatives
 * see the positives above in the same way, sorted downwards. So no window looks ahead, none holds more than a sum
 * (`EXPLAIN` says STREAMING_WINDOW), and memory is the sort's, which spills.
 */
export function placed(from: string, score: string, keep: readonly string[], survey: ScoreSurvey): string {
  return [
    sweep(from, score, keep, { order: `${score}, y`, own: 'y = 1', total: survey.negativeWeight }),
    sweep(from, score, keep, { order: `${score} DESC, y DESC`, own: 'y = 0', total: survey.positiveWeight }),
  ].join('\nUNION ALL\n');
}

interface Sweep {
  readonly order: string;
  /** The class that gets its placements here. */
  readonly own: string;
  /** Weight of the other class. */
  readonly total: number;
}

function sweep(from: string, score: string, keep: readonly string[], { order, own, total }: Sweep): string {
  const columns = ['y', 'w', ...keep].join(', ');
  const running = 'OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)';
  return `SELECT ${columns}, (upto + below) / 2 / ${number(total)} AS place
    FROM (SELECT *, max(CASE WHEN fresh THEN before END) ${running} AS below
    FROM (SELECT *, coalesce(lag(upto) OVER (), 0) AS before
    FROM (SELECT *, sum(CASE WHEN ${own} THEN 0 ELSE w END) ${running} AS upto,
                 coalesce(lag(${score}) OVER () <> ${score}, true) AS fresh
    FROM (SELECT * FROM ${from} ORDER BY ${order}))))
    WHERE ${own}`;
}

/**
 * `scores`: an item with columns y, w (positive), c, b (null column without a baseline) and g (with groups).
 * Both classes are present. Writes two tables into the engine, which spill.
 */
export async function areaSums(engine: Engine, scores: string, survey: ScoreSurvey): Promise<AreaSums> {
  const keep = survey.groups ? ['g'] : [];
  if (!survey.baseline) {
    const rows = await engine.rows(
      `SELECT fsum(w * place) FROM (${placed(scores, 'c', keep, survey)}) WHERE y = 1`,
    );
    return { candidate: Number(rows[0]![0]) / survey.positiveWeight, baseline: null, spread: null };
  }
  await engine.rows(
    `CREATE TABLE first_placed AS SELECT * RENAME (place AS first) FROM (${placed(scores, 'c', [...keep, 'b'], survey)})`,
  );
  await engine.rows(
    `CREATE TABLE both_placed AS SELECT * RENAME (place AS second) FROM (${placed('first_placed', 'b', [...keep, 'first'], survey)})`,
  );
  await engine.rows('DROP TABLE first_placed');
  const [[first, second] = []] = await engine.rows(
    'SELECT fsum(w * first), fsum(w * second) FROM both_placed WHERE y = 1',
  );
  const candidate = Number(first) / survey.positiveWeight;
  const baseline = Number(second) / survey.positiveWeight;
  const spread = await deviations(engine, candidate - baseline, survey);
  await engine.rows('DROP TABLE both_placed');
  return { candidate, baseline, spread };
}

/** Of a row: w/Σw of its class, times how much the difference of its placements deviates from that of the areas. */
async function deviations(
  engine: Engine,
  delta: number,
  survey: ScoreSurvey,
): Promise<NonNullable<AreaSums['spread']>> {
  const total = `CASE WHEN y = 1 THEN ${number(survey.positiveWeight)} ELSE ${number(survey.negativeWeight)} END`;
  const deviation = `w / (${total}) * (first - second - ${number(delta)})`;
  if (!survey.groups) {
    const rows = await engine.rows(
      `SELECT y, count(*), fsum(d * d) FROM (SELECT y, ${deviation} AS d FROM both_placed) GROUP BY y ORDER BY y`,
    );
    const [negative, positive] = rows.map(([, units, squares]) => ({
      units: Number(units),
      squares: Number(squares),
    }));
    return { positive: positive!, negative: negative!, across: 0 };
  }
  const grouped = `SELECT fsum(d) FILTER (y = 1) AS p, fsum(d) FILTER (y = 0) AS n
    FROM (SELECT g, y, ${deviation} AS d FROM both_placed) GROUP BY g`;
  const [[positives, positiveSquares, negatives, negativeSquares, across] = []] = await engine.rows(
    `SELECT count(p), fsum(p * p), count(n), fsum(n * n), fsum(p * n) FROM (${grouped})`,
  );
  return {
    positive: { units: Number(positives), squares: Number(positiveSquares ?? 0) },
    negative: { units: Number(negatives), squares: Number(negativeSquares ?? 0) },
    across: Number(across ?? 0),
  };
}
