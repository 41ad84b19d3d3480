/** Where noise is added to scores. */

export interface Scale {
  readonly name: 'log-odds' | 'score';
  to(score: number): number;
  from(value: number): number;
}

/** A probability nearer to 0 or 1 has no log-odds of use. */
const EDGE = 1e-9;

const LOG_ODDS: Scale = {
  name: 'log-odds',
  to(score) {
    const kept = Math.min(1 - EDGE, Math.max(EDGE, score));
    return Math.log(kept / (1 - kept));
  },
  from: (value) => 1 / (1 + Math.exp(-value)),
};

const AS_IT_IS: Scale = { name: 'score', to: (score) => score, from: (value) => value };

/** Log-odds for numbers that are all in [0, 1], so that they stay probabilities; else the scores themselves. */
export function scaleOf(scores: Float64Array): Scale {
  return scores.every((score) => score >= 0 && score <= 1) ? LOG_ODDS : AS_IT_IS;
}
