/**
 * A shop's visits, made up by a known model, so that the best score anyone can reach is known too.
 *
 * **Users.** Each has a region, a taste e ~ N(0, 0.7²) that no column shows, and 1 + Geometric(0.25) sessions
 * (at most 30, four on average) spread over twelve months. Six in ten are first seen in their first session:
 * `visitor_type` is `new` there and `returning` in every other session.
 *
 * **The true model.** A session ends in a purchase with probability sigmoid(t + e), where
 *
 *     t = −3.6 + 0.5·[returning] + REGION[region] + MONTH[month]
 *         + 1.4·ln(1 + cart_adds) − 0.6·ln(price / 40)
 *         + discount·(8 if new, else 3)                      a discount wins over who does not know the shop
 *         + 1.5·(popularity − ⅓)·ln(price / 40)              dear things must be known to sell
 *         − 0.8·ln(dwell_seconds / (25·n_views))²            hurried and idle visitors both leave
 *
 * The last three lines are what a logistic regression on the columns cannot express.
 *
 * **The true AUC.** e is independent of every column, so P(purchase | columns) = E[sigmoid(t + e)] grows with t
 * alone, and ranking by t is the best that a score of one session's columns can do (Neyman–Pearson). Its AUC has
 * no closed form. It is the mean of 40 simulations of 125,000 users each (seeds 1000 … 1039, 20,001,500 sessions):
 * {@link TRUE_AUC}, with the standard error {@link TRUE_AUC_ERROR} (the simulations' deviation / √40). A test
 * simulates 100,000 users with another seed and holds the figure to it.
 */
import { exp, log, sigmoid } from './exact.ts';
import { type Random, randomFrom } from './random.ts';

export const TRUE_AUC = 0.80374;
export const TRUE_AUC_ERROR = 0.00013;

/** One row of the table; the names are the columns'. */
export interface Session {
  readonly session_id: number;
  readonly user_id: number;
  readonly visitor_type: 'new' | 'returning';
  /** 1 … 6. */
  readonly region: number;
  /** 1 … 12. */
  readonly month: number;
  /** Of the item looked at longest, in euros. */
  readonly price: number;
  /** Fraction off the price, 0 … 0.5. */
  readonly discount: number;
  /** Rank of the item among all by sales, 0 (never sold) … 1. */
  readonly popularity: number;
  readonly n_views: number;
  readonly cart_adds: number;
  readonly dwell_seconds: number;
  readonly purchased: 0 | 1;
}
type Columns = Omit<Session, 'session_id' | 'user_id' | 'purchased'>;

const USER_SD = 0.7;
const REGION = [0, 0.2, -0.3, 0.4, -0.1, -0.5] as const;
const MONTH = [0.1, -0.2, 0, 0, 0.1, 0, 0.1, -0.2, 0, 0.1, 0.5, 0.4] as const;
const SALE_MONTHS: readonly number[] = [1, 7, 11];

/** t of the model above: the purchase's log odds for a user of average taste. */
export function trueLogit(session: Columns): number {
  const isNew = session.visitor_type === 'new';
  const price = log(session.price / 40);
  const pace = log(session.dwell_seconds / (25 * session.n_views));
  return (
    -3.6 +
    (isNew ? 0 : 0.5) +
    REGION[session.region - 1]! +
    MONTH[session.month - 1]! +
    1.4 * log(1 + session.cart_adds) -
    0.6 * price +
    session.discount * (isNew ? 8 : 3) +
    1.5 * (session.popularity - 1 / 3) * price -
    0.8 * pace * pace
  );
}

/**
 * The sessions of users `firstUser` … `firstUser + users − 1`, in the order of users.
 * Columns are rounded to the digits that the CSV shows before the purchase is drawn from them.
 */
export function generate(seed: number, users: number, firstUser = 1): Session[] {
  const random = randomFrom(seed);
  const sessions: Session[] = [];
  for (let user = firstUser; user < firstUser + users; user++) {
    const region = 1 + random.below(REGION.length);
    const taste = USER_SD * random.normal();
    const isKnown = random.uniform() < 0.4;
    const visits = Math.min(1 + random.geometric(0.25), 30);
    const months = Array.from({ length: visits }, () => 1 + random.below(12)).sort((a, b) => a - b);
    for (const [visit, month] of months.entries()) {
      const columns = drawColumns(random, region, month, visit === 0 && !isKnown ? 'new' : 'returning');
      const purchased = random.uniform() < sigmoid(trueLogit(columns) + taste) ? 1 : 0;
      sessions.push({ session_id: sessions.length + 1, user_id: user, ...columns, purchased });
    }
  }
  return sessions;
}

function drawColumns(
  random: Random,
  region: number,
  month: number,
  visitor_type: Session['visitor_type'],
): Columns {
  const price = round(40 * exp(0.8 * random.normal()), 100);
  const isOff = random.uniform() < (SALE_MONTHS.includes(month) ? 0.75 : 0.45);
  const discount = isOff ? round(0.05 * (1 + random.below(10)), 100) : 0;
  const share = random.uniform();
  const popularity = round(share * share, 1000);
  const n_views = 1 + random.geometric(visitor_type === 'new' ? 0.2 : 0.14);
  const cart_adds = Math.min(random.poisson(0.12 * n_views), n_views);
  const dwell_seconds = round(25 * n_views * exp(0.8 * random.normal()), 10);
  return { visitor_type, region, month, price, discount, popularity, n_views, cart_adds, dwell_seconds };
}

/** To the nearest 1/`scale`. */
function round(value: number, scale: number): number {
  return Math.round(value * scale) / scale;
}
