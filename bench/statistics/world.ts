/** Worlds whose truth is known: two models that see a click's true log-odds through noise. */
import type { Scores } from '../../src/core/metrics/scores.ts';
import type { Random } from '../../src/core/stats/random.ts';

export interface World {
  readonly name: string;
  /** Mean rows per user; null for independent rows. */
  readonly perUser: number | null;
  readonly rows: number;
  /** Added to the log-odds of both models' scores; 0 when absent. */
  readonly shift?: number;
}

export const INDEPENDENT: World = { name: 'independent rows', perUser: null, rows: 4000 };
export const CLUSTERED: World = { name: 'rows of users', perUser: 12, rows: 7200 };
/** Both models promise nearly twice the clicks. */
export const TOO_HIGH: World = { ...CLUSTERED, name: 'rows of users, scores too high', shift: 0.6 };
/** Models at the usual noise promise as many clicks as there are: the kink of a distance from 1. */
export const AT_TARGET: World = { ...CLUSTERED, name: 'rows of users, copc 1', shift: -0.134 };

/** Log-odds at the centre: 5 % of rows are positive. */
const INTERCEPT = -3.6;
/** Standard deviation of the noise of a model as good as the baseline, and of a worse one. */
export const NOISE = { equal: 0.6, worse: 1.3 } as const;

/**
 * Rows with both models' probabilities. The noise of the two models is drawn alike: at equal size they are equally good,
 * and the true difference of every metric is 0. Users have their own number of rows (1 to 23, 12 on average), their own
 * log-odds, and each model its own error about them.
 */
export function draw(world: World, candidateNoise: number, random: Random, rows = world.rows): Scores {
  const normal = normals(random);
  const { perUser, shift = 0 } = world;
  const code = new Int32Array(rows);
  const label = new Float64Array(rows);
  const candidate = new Float64Array(rows);
  const baseline = new Float64Array(rows);
  let count = 0;
  for (let row = 0; row < rows; ) {
    const size = perUser === null ? 1 : 1 + Math.floor(random.uniform() * (2 * perUser - 1));
    const shared = perUser === null ? 0 : 1;
    const own = Math.sqrt(1 - 0.5 * shared);
    const [user, ofCandidate, ofBaseline] = [normal(), normal(), normal()].map(
      (z) => z * shared * Math.SQRT1_2,
    );
    for (let i = 0; i < size && row < rows; i++, row++) {
      const logit = INTERCEPT + 1.2 * (user! + own * normal());
      code[row] = count;
      label[row] = random.uniform() < sigmoid(logit) ? 1 : 0;
      candidate[row] = sigmoid(logit + shift + candidateNoise * (ofCandidate! + own * normal()));
      baseline[row] = sigmoid(logit + shift + NOISE.equal * (ofBaseline! + own * normal()));
    }
    count++;
  }
  return { label, candidate, baseline, weight: null, group: perUser === null ? null : { code, count } };
}

function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

/** Standard normal numbers by the polar method (Marsaglia & Bray 1964). */
function normals({ uniform }: Random): () => number {
  let spare: number | null = null;
  return () => {
    if (spare !== null) {
      const kept = spare;
      spare = null;
      return kept;
    }
    for (;;) {
      const [x, y] = [2 * uniform() - 1, 2 * uniform() - 1];
      const square = x * x + y * y;
      if (square >= 1 || square === 0) continue;
      const scale = Math.sqrt((-2 * Math.log(square)) / square);
      spare = y * scale;
      return x * scale;
    }
  };
}
