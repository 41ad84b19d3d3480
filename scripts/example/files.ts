import { generate, type Session } from './generate.ts';
import { trainModels } from './train.ts';

/** Users 1 … 10,000 train the models; users 10,001 … 14,000 are the holdout. */
const TRAINING = { seed: 1, users: 10_000, firstUser: 1 } as const;
const HOLDOUT = { seed: 2, users: 4_000, firstUser: 10_001 } as const;

/** The CSV's columns in order, and the digits after the point. */
const COLUMNS = {
  session_id: 0,
  user_id: 0,
  visitor_type: null,
  region: 0,
  month: 0,
  price: 2,
  discount: 2,
  popularity: 3,
  n_views: 0,
  cart_adds: 0,
  dwell_seconds: 1,
  purchased: 0,
} as const satisfies Record<keyof Session, number | null>;

export function holdoutSessions(): Session[] {
  return generate(HOLDOUT.seed, HOLDOUT.users, HOLDOUT.firstUser);
}

export function trainingSessions(): Session[] {
  return generate(TRAINING.seed, TRAINING.users, TRAINING.firstUser);
}

/** Everything under examples/sessions that is made rather than written, by path. */
export function exampleFiles(): ReadonlyMap<string, string | Uint8Array> {
  const models = trainModels(trainingSessions());
  return new Map<string, string | Uint8Array>([
    ['holdout.csv', csv(holdoutSessions())],
    ...[...models].map(([name, bytes]) => [`models/${name}.onnx`, bytes] as const),
  ]);
}

function csv(sessions: readonly Session[]): string {
  const names = Object.keys(COLUMNS) as (keyof Session)[];
  const cell = (session: Session, name: keyof Session) => {
    const content = session[name];
    return typeof content === 'string' ? content : content.toFixed(COLUMNS[name] ?? 0);
  };
  const rows = sessions.map((session) => names.map((name) => cell(session, name)).join(','));
  return `${[names.join(','), ...rows].join('\n')}\n`;
}
